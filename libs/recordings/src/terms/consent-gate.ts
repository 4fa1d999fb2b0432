import { DomainError } from '@lectern/kernel';
import { type Entrant, LiveRooms } from '@lectern/live';
import { Injectable } from '@nestjs/common';
import { RecordingRepository } from '../recording.repository';
import { mustAgree } from './consent.policy';
import { TermsRepository } from './terms.repository';

/** Lets nobody into a room that is or will be recorded who has not agreed to that. */
@Injectable()
export class ConsentGate {
  constructor(
    private readonly terms: TermsRepository,
    private readonly recordings: RecordingRepository,
    liveRooms: LiveRooms,
  ) {
    liveRooms.beforeEntry((entrant) => this.check(entrant));
  }

  private async check({ webinarId, participantId, returning }: Entrant): Promise<void> {
    const terms = await this.terms.of(webinarId);
    const running = (await this.recordings.running(webinarId)) !== null;
    if (!terms.planned && !running) return;
    const standing = await this.terms.standing(participantId, terms.version);
    if (mustAgree(terms, standing, { returning, running }))
      throw new DomainError('CONSENT_REQUIRED', 'This session is recorded: agree to that before you enter.');
  }
}
