import { IdentityModule } from '@lectern/identity';
import { Module } from '@nestjs/common';
import { AdmissionService } from './admission.service';
import { BanRepository } from './ban.repository';
import { EntryService } from './entry.service';
import { InvitationService } from './invitation.service';
import { ParticipantRepository } from './participant.repository';
import { RoomControlsRepository } from './room-controls.repository';
import { TicketService } from './ticket.service';
import { WebinarController } from './webinar.controller';
import { WebinarRepository } from './webinar.repository';
import { WebinarService } from './webinar.service';

const services = [
  AdmissionService,
  BanRepository,
  EntryService,
  InvitationService,
  ParticipantRepository,
  RoomControlsRepository,
  TicketService,
  WebinarRepository,
  WebinarService,
];

@Module({ imports: [IdentityModule], controllers: [WebinarController], providers: services, exports: services })
export class WebinarModule {}
