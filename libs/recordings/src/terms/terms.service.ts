import type { RecordingSettings, RecordingStanding, RecordingTerms } from '@lectern/contracts';
import { UnitOfWork } from '@lectern/database';
import { Clock, wrongState } from '@lectern/kernel';
import { Injectable } from '@nestjs/common';
import { RecordingRepository } from '../recording.repository';
import { TermsRepository } from './terms.repository';
import { type Person, TermsTeller } from './terms.teller';

/** What is recorded in a webinar, and who agrees to it. */
@Injectable()
export class TermsService {
  constructor(
    private readonly terms: TermsRepository,
    private readonly recordings: RecordingRepository,
    private readonly teller: TermsTeller,
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /**
   * What is recorded holds from the next recording on; the one that runs keeps what it began with.
   * @throws DomainError WRONG_STATE for another text while a recording runs: people have agreed to the words it began with
   */
  async configure(webinarId: string, settings: RecordingSettings): Promise<RecordingTerms> {
    return this.unitOfWork.run(async (tx) => {
      const { consentText } = await this.terms.of(webinarId, tx.manager);
      if (settings.consentText !== consentText && (await this.recordings.running(webinarId, tx.manager)))
        throw wrongState('A recording runs: the text that people agree to can be changed when it has ended.');
      await this.terms.save(tx, webinarId, settings);
      tx.afterCommit(() => void this.teller.changed(webinarId));
      return this.terms.of(webinarId, tx.manager);
    });
  }

  /** @throws DomainError WRONG_STATE when the text has been changed meanwhile: what was read is not what would be kept */
  async consent(who: Person, version: string): Promise<RecordingStanding> {
    const { webinarId, participantId } = who;
    await this.unitOfWork.run(async (tx) => {
      const { version: present, consentText: text } = await this.terms.of(webinarId, tx.manager);
      if (version !== present) throw wrongState('The text has been changed: read it again, please.');
      await this.terms.consent(tx, { participantId, version, webinarId, text, givenAt: this.clock.instant() });
    });
    return this.teller.follow(who);
  }
}
