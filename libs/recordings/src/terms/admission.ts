import type { ProducerInfo, RecordingTerms } from '@lectern/contracts';
import { UnitOfWork } from '@lectern/database';
import { type Attendance, Clock } from '@lectern/kernel';
import type { LiveRoom } from '@lectern/live';
import { Injectable } from '@nestjs/common';
import { mayCapture } from './capture.policy';
import { TermsRepository } from './terms.repository';

/** Whether a track may be captured; asked anew whenever something about it has changed. */
export type Admits = (info: ProducerInfo) => Promise<boolean>;

/** Asks the database whose tracks may be captured: the terms that held when the recording began are what counts. */
@Injectable()
export class Admission {
  constructor(
    private readonly terms: TermsRepository,
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /** The terms of a recording that begins. Whoever starts it agrees to be in it. */
  begin({ webinarId, participantId }: Pick<Attendance, 'webinarId' | 'participantId'>): Promise<RecordingTerms> {
    return this.unitOfWork.run(async (tx) => {
      const terms = await this.terms.of(webinarId, tx.manager);
      const { version, consentText: text } = terms;
      await this.terms.consent(tx, { participantId, version, webinarId, text, givenAt: this.clock.instant() });
      return terms;
    });
  }

  /** @param terms null: the recording began before there were any, and nobody was asked */
  of(room: LiveRoom, terms: Pick<RecordingTerms, 'choices' | 'version'> | null): Admits {
    return async ({ participantId, peerId, source }) => {
      const role = room.connection(peerId)?.attendance.role;
      if (!role) return false;
      const { consented, leftOut } = await this.terms.standing(participantId, terms?.version ?? '');
      return mayCapture(source, { role, leftOut, consented: consented || terms === null }, terms?.choices);
    };
  }
}

/** Of practice runs: nothing of them is kept. */
export const admitAll: Admits = () => Promise.resolve(true);
