import { IdentityModule } from '@lectern/identity';
import { LiveModule } from '@lectern/live';
import { QaModule } from '@lectern/qa';
import { MaterialPreparationModule, MaterialsModule } from '@lectern/materials';
import { PollsModule } from '@lectern/polls';
import { WebinarModule } from '@lectern/webinars';
import { Module } from '@nestjs/common';
import { AudienceNotes } from './audience-notes';
import { Heartbeat } from './heartbeat';
import { JobController } from './jobs/job.controller';
import { JobRepository } from './jobs/job.repository';
import { MediaProcessor } from './media-processor';
import { PracticeGateway } from './practice.gateway';
import { PracticeService } from './practice.service';
import { ProcessingService } from './processing.service';
import { CaptureService } from './recorder/capture-service';
import { DiskRoom } from './recorder/disk-room';
import { RecorderService } from './recorder/recorder.service';
import { PublishedQuestions } from './published-questions';
import { RecordingChapters } from './recording-chapters';
import { RecordingDiscard } from './recording-discard';
import { RecordingController } from './recording.controller';
import { RecordingGateway } from './recording.gateway';
import { RecordingProcessor } from './recording-processor';
import { RecordingRepository } from './recording.repository';
import { RecordingResumption } from './recording-resumption';
import { RecordingService } from './recording.service';
import { RecordingPauseService } from './recording-pause.service';
import { RecordingSweep } from './recording-sweep';
import { RecordingTeller } from './recording.teller';
import { RecordingWatch } from './recording-watch';
import { RecordingWriter } from './recording.writer';
import { ResultFiles } from './result-files';
import { ResultPublisher } from './result-publisher';
import { Admission } from './terms/admission';
import { ConsentGate } from './terms/consent-gate';
import { LeftOutController } from './terms/left-out.controller';
import { LeftOutService } from './terms/left-out.service';
import { Revisions } from './terms/revisions';
import { TermsController } from './terms/terms.controller';
import { TermsGateway } from './terms/terms.gateway';
import { TermsRepository } from './terms/terms.repository';
import { TermsService } from './terms/terms.service';
import { TermsTeller } from './terms/terms.teller';
import { TimelineNotes } from './timeline-notes';
import { TranscribingService } from './transcribing.service';

/** For the server: it records. */
@Module({
  imports: [WebinarModule, LiveModule, QaModule, PollsModule, MaterialsModule],
  controllers: [JobController, LeftOutController, RecordingController, TermsController],
  providers: [
    Admission,
    AudienceNotes,
    CaptureService,
    ConsentGate,
    DiskRoom,
    Heartbeat,
    JobRepository,
    LeftOutService,
    PracticeGateway,
    PracticeService,
    ProcessingService,
    RecorderService,
    RecordingGateway,
    RecordingPauseService,
    RecordingRepository,
    RecordingResumption,
    RecordingService,
    RecordingSweep,
    RecordingTeller,
    RecordingWriter,
    Revisions,
    TermsGateway,
    TermsRepository,
    TermsService,
    TermsTeller,
    TimelineNotes,
    TranscribingService,
  ],
  exports: [PracticeGateway, RecordingGateway, RecorderService, TermsGateway],
})
export class RecordingsModule {}

/** For the worker: it processes. */
@Module({
  imports: [WebinarModule, QaModule, IdentityModule, MaterialPreparationModule],
  providers: [
    Heartbeat,
    MediaProcessor,
    PublishedQuestions,
    RecordingChapters,
    RecordingDiscard,
    RecordingProcessor,
    RecordingRepository,
    RecordingWatch,
    RecordingWriter,
    ResultFiles,
    ResultPublisher,
    TermsRepository,
  ],
  exports: [RecordingDiscard, RecordingProcessor],
})
export class RecordingProcessingModule {}
