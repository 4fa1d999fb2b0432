import type { Recording, RestInput, RestResponse } from '@lectern/contracts';
import { Input, Route, SignedIn } from '@lectern/http';
import { type Actor, forbidden, notFound, wrongState } from '@lectern/kernel';
import { ParticipantRepository } from '@lectern/webinars';
import { Controller } from '@nestjs/common';
import { ProcessingService } from './processing.service';
import { mayRecord, type RecordingAction } from './recording.policy';
import { RecordingRepository, toRecording } from './recording.repository';

@Controller()
export class RecordingController {
  constructor(
    private readonly recordings: RecordingRepository,
    private readonly processing: ProcessingService,
    private readonly participants: ParticipantRepository,
  ) {}

  @Route('GET /api/webinars/:webinarId/recordings')
  async list(
    @SignedIn() actor: Actor,
    @Input() { params }: RestInput<'GET /api/webinars/:webinarId/recordings'>,
  ): Promise<RestResponse<'GET /api/webinars/:webinarId/recordings'>> {
    await this.authorise(actor, params.webinarId, 'view');
    const rows = await this.recordings.ofWebinar(params.webinarId);
    return { recordings: rows.map(toRecording) };
  }

  @Route('POST /api/recordings/:recordingId/retry')
  async retry(
    @SignedIn() actor: Actor,
    @Input() { params }: RestInput<'POST /api/recordings/:recordingId/retry'>,
  ): Promise<Recording> {
    const row = await this.recordings.get(params.recordingId);
    await this.authorise(actor, row.webinarId, 'retry');
    if (row.status !== 'failed') throw wrongState('Only a failed recording can be processed again.');
    return toRecording(await this.processing.retry(row));
  }

  private async authorise(actor: Actor, webinarId: string, action: RecordingAction): Promise<void> {
    const role = await this.participants.roleOf(webinarId, actor.userId);
    if (role === null) throw notFound('This webinar');
    if (!mayRecord(role, action)) throw forbidden('Only the hosts of this webinar see its recordings.');
  }
}
