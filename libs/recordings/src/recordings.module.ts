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
import { TimelineNotes } from './timeline-notes';

/** For the server: it records. */
@Module({
  imports: [WebinarModule, LiveModule, QaModule, PollsModule, MaterialsModule],
  controllers: [JobController, RecordingController],
  providers: [
    AudienceNotes,
    CaptureService,
    DiskRoom,
    Heartbeat,
    JobRepository,
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
    TimelineNotes,
  ],
  exports: [PracticeGateway, RecordingGateway, RecorderService],
})
export class RecordingsModule {}

/** For the worker: it processes. */
@Module({
  imports: [WebinarModule, QaModule, IdentityModule, MaterialPreparationModule],
  providers: [
    Heartbeat,
    MediaProcessor,
    RecordingChapters,
    RecordingDiscard,
    RecordingProcessor,
    RecordingRepository,
    RecordingWatch,
    RecordingWriter,
    ResultFiles,
    ResultPublisher,
  ],
  exports: [RecordingDiscard, RecordingProcessor],
})
export class RecordingProcessingModule {}
