import type { Recording, RestInput, RestResponse } from '@lectern/contracts';
import { Input, Route, SignedIn } from '@lectern/http';
import { type Actor, forbidden, notFound } from '@lectern/kernel';
import { ParticipantRepository } from '@lectern/webinars';
import { Controller } from '@nestjs/common';
import { ProcessingService } from './processing.service';
import type { RecordingRow } from './recording.entity';
import { TranscribingService } from './transcribing.service';
import { mayProcess, mayRecord, type ProcessingAction } from './recording.policy';
import { RecordingRepository, toRecording } from './recording.repository';
import { Revisions } from './terms/revisions';

@Controller()
export class RecordingController {
  constructor(
    private readonly recordings: RecordingRepository,
    private readonly processing: ProcessingService,
    private readonly transcribing: TranscribingService,
    private readonly revisions: Revisions,
    private readonly participants: ParticipantRepository,
  ) {}

  @Route('GET /api/webinars/:webinarId/recordings')
  async list(
    @SignedIn() actor: Actor,
    @Input() { params }: RestInput<'GET /api/webinars/:webinarId/recordings'>,
  ): Promise<RestResponse<'GET /api/webinars/:webinarId/recordings'>> {
    const role = await this.participants.roleOf(params.webinarId, actor.userId);
    if (role === null) throw notFound('This webinar');
    if (!mayRecord(role, 'view')) throw forbidden('Only the hosts of this webinar see its recordings.');
    const rows = await this.recordings.ofWebinar(params.webinarId);
    return { recordings: rows.map((row) => this.shown(row)) };
  }

  @Route('POST /api/recordings/:recordingId/retry')
  async retry(
    @SignedIn() actor: Actor,
    @Input() { params }: RestInput<'POST /api/recordings/:recordingId/retry'>,
  ): Promise<Recording> {
    return this.shown(await this.processing.retry(await this.authorised(actor, params, 'retry')));
  }

  @Route('POST /api/recordings/:recordingId/rerun')
  async rerun(
    @SignedIn() actor: Actor,
    @Input() { params, body }: RestInput<'POST /api/recordings/:recordingId/rerun'>,
  ): Promise<Recording> {
    return this.shown(await this.processing.rerun(await this.authorised(actor, params, 'rerun'), body.step));
  }

  @Route('POST /api/recordings/:recordingId/cancel')
  async cancel(
    @SignedIn() actor: Actor,
    @Input() { params }: RestInput<'POST /api/recordings/:recordingId/cancel'>,
  ): Promise<Recording> {
    const row = await this.authorised(actor, params, 'cancel');
    await this.revisions.assertMayCancel(row);
    return this.shown(await this.processing.cancel(row));
  }

  @Route('GET /api/recordings/:recordingId')
  async show(
    @SignedIn() actor: Actor,
    @Input() { params }: RestInput<'GET /api/recordings/:recordingId'>,
  ): Promise<Recording> {
    return this.shown(await this.authorised(actor, params, 'view'));
  }

  @Route('POST /api/recordings/:recordingId/extras')
  async makeExtra(
    @SignedIn() actor: Actor,
    @Input() { params, body }: RestInput<'POST /api/recordings/:recordingId/extras'>,
  ): Promise<Recording> {
    return this.shown(await this.processing.makeExtra(await this.authorised(actor, params, 'extra'), body.format));
  }

  @Route('POST /api/recordings/:recordingId/transcribe')
  async transcribe(
    @SignedIn() actor: Actor,
    @Input() { params }: RestInput<'POST /api/recordings/:recordingId/transcribe'>,
  ): Promise<Recording> {
    return this.shown(await this.transcribing.transcribe(await this.authorised(actor, params, 'transcribe')));
  }

  private shown(row: RecordingRow): Recording {
    return toRecording(row, this.transcribing.transcribable(row));
  }

  private async authorised(
    actor: Actor,
    { recordingId }: { recordingId: string },
    action: ProcessingAction,
  ): Promise<RecordingRow> {
    const row = await this.recordings.get(recordingId);
    const role = await this.participants.roleOf(row.webinarId, actor.userId);
    if (mayProcess(role, actor.siteRole, action)) return row;
    if (role === null) throw notFound('This webinar');
    throw forbidden('Only the hosts of this webinar decide on its recordings.');
  }
}
