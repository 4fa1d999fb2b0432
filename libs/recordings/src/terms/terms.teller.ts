import type { RecordingStanding, RecordingTerms, SessionSnapshot } from '@lectern/contracts';
import type { Attendance } from '@lectern/kernel';
import { Broadcaster, rooms, type SnapshotPart, SnapshotParts } from '@lectern/realtime';
import { Injectable } from '@nestjs/common';
import { RecorderService } from '../recorder/recorder.service';
import { TermsRepository } from './terms.repository';

export type Person = Pick<Attendance, 'webinarId' | 'participantId'>;

/** Tells people what is recorded and where they stand; and the recorder, whom it may capture now. */
@Injectable()
export class TermsTeller implements SnapshotPart {
  constructor(
    private readonly terms: TermsRepository,
    private readonly recorders: RecorderService,
    private readonly broadcaster: Broadcaster,
    parts: SnapshotParts,
  ) {
    parts.register(this);
  }

  async changed(webinarId: string): Promise<void> {
    this.broadcaster.to(rooms.webinar(webinarId), 'recording:terms', await this.terms.of(webinarId));
  }

  /** A recording that runs follows at once; then all windows of the person show it. */
  async follow(who: Person): Promise<RecordingStanding> {
    await this.recorders.recorder(who.webinarId)?.review();
    const { standing } = await this.of(who);
    this.broadcaster.to(rooms.participant(who.participantId), 'recording:standing', standing);
    return standing;
  }

  async of({ webinarId, participantId }: Person): Promise<{ terms: RecordingTerms; standing: RecordingStanding }> {
    const terms = await this.terms.of(webinarId);
    return { terms, standing: await this.terms.standing(participantId, terms.version) };
  }

  async snapshot(who: Attendance): Promise<Partial<SessionSnapshot>> {
    const { terms, standing } = await this.of(who);
    return { recordingTerms: terms, recordingStanding: standing };
  }
}
