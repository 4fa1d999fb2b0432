import { WebinarModule } from '@lectern/webinars';
import { Module } from '@nestjs/common';
import { BanService } from './ban.service';
import { ControlsGateway } from './controls.gateway';
import { DoorsService } from './doors.service';
import { InterpretationGateway } from './interpretation.gateway';
import { InterpretationService } from './interpretation.service';
import { LiveRooms } from './live-rooms';
import { MediaController } from './media.controller';
import { MediaGateway } from './media.gateway';
import { MediaOfferService } from './media-offer.service';
import { ParticipantWriter } from './participant-writer';
import { ParticipantService } from './participant.service';
import { RoomControlsService } from './room-controls.service';
import { ReactionGateway } from './reaction.gateway';
import { ReactionService } from './reaction.service';
import { RoomTeller } from './room-teller';
import { SessionGateway } from './session.gateway';
import { SessionService } from './session.service';
import { StageGateway } from './stage.gateway';
import { StageService } from './stage.service';
import { TrackService } from './track.service';

@Module({
  imports: [WebinarModule],
  controllers: [MediaController],
  providers: [
    BanService,
    ControlsGateway,
    DoorsService,
    InterpretationGateway,
    InterpretationService,
    LiveRooms,
    MediaGateway,
    MediaOfferService,
    ParticipantService,
    ParticipantWriter,
    RoomControlsService,
    ReactionGateway,
    ReactionService,
    RoomTeller,
    SessionGateway,
    SessionService,
    StageGateway,
    StageService,
    TrackService,
  ],
  exports: [
    ControlsGateway,
    InterpretationGateway,
    LiveRooms,
    MediaGateway,
    ReactionGateway,
    SessionGateway,
    StageGateway,
  ],
})
export class LiveModule {}
