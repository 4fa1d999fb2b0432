import type { RestInput, RestResponse } from '@lectern/contracts';
import { Input, Route, SignedIn } from '@lectern/http';
import { type Actor, forbidden, notFound } from '@lectern/kernel';
import { ParticipantRepository } from '@lectern/webinars';
import { Controller } from '@nestjs/common';
import type { RecordingRow } from '../recording.entity';
import { mayRecord, type RecordingAction } from '../recording.policy';
import { RecordingRepository } from '../recording.repository';
import { LeftOutService } from './left-out.service';

/** Who is in a recording, and who is left out, for its hosts. */
@Controller()
export class LeftOutController {
  constructor(
    private readonly recordings: RecordingRepository,
    private readonly participants: ParticipantRepository,
    private readonly service: LeftOutService,
  ) {}

  @Route('GET /api/recordings/:recordingId/people')
  async list(
    @SignedIn() actor: Actor,
    @Input() { params }: RestInput<'GET /api/recordings/:recordingId/people'>,
  ): Promise<RestResponse<'GET /api/recordings/:recordingId/people'>> {
    return { people: await this.service.people(await this.find(actor, params.recordingId, 'view')) };
  }

  @Route('PUT /api/recordings/:recordingId/left-out')
  async leaveOut(
    @SignedIn() actor: Actor,
    @Input() { params, body }: RestInput<'PUT /api/recordings/:recordingId/left-out'>,
  ): Promise<RestResponse<'PUT /api/recordings/:recordingId/left-out'>> {
    const row = await this.find(actor, params.recordingId, 'leave-out');
    return { people: await this.service.decide(row, body.participantIds, actor.userId) };
  }

  private async find(actor: Actor, recordingId: string, action: RecordingAction): Promise<RecordingRow> {
    const row = await this.recordings.get(recordingId);
    const role = await this.participants.roleOf(row.webinarId, actor.userId);
    if (role === null) throw notFound('This recording');
    if (!mayRecord(role, action)) throw forbidden('Only the hosts of this webinar decide on its recordings.');
    return row;
  }
}
