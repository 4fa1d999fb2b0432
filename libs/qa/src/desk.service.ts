import type { EventOutput, EventPayload, Question } from '@lectern/contracts';
import { type Attendance, Clock, DomainError, wrongState } from '@lectern/kernel';
import { ParticipantRepository } from '@lectern/webinars';
import { Injectable } from '@nestjs/common';
import { MergeRepository } from './merge.repository';
import type { QuestionRow } from './question.entities';
import { mayMergeInto } from './question.machine';
import { mayAnswer } from './question.policy';
import { type Desk, QuestionWriter } from './question.writer';

/** How moderators put the questions in order: merge, pin, assign. */
@Injectable()
export class DeskService {
  constructor(
    private readonly merges: MergeRepository,
    private readonly participants: ParticipantRepository,
    private readonly writer: QuestionWriter,
    private readonly clock: Clock,
  ) {}

  /** Into a question that was merged itself means: into where that one went. */
  merge(
    who: Attendance,
    { questionId, intoId }: EventPayload<'question:merge'>,
  ): Promise<EventOutput<'question:merge'>> {
    return this.writer.run(who, async (desk) => {
      const row = await this.writer.get(desk, questionId);
      const state = this.writer.check(desk, row, 'merge');
      const named = await this.writer.get(desk, intoId);
      const into = named.mergedInto ? await this.writer.get(desk, named.mergedInto) : named;
      if (into.id === row.id) throw wrongState('A question cannot be merged into itself.');
      if (!mayMergeInto(row.state, into.state))
        throw wrongState(`The question to merge into is ${into.state}: approve it first.`);
      const votes = await this.merges.moveVotes(desk.tx, row.id, into.id);
      await this.bringAlong(desk, row.id, into.id);
      const gone = { state, mergedInto: into.id, votes: 0, pinnedAt: null, assigneeId: null };
      return {
        merged: await this.writer.change(desk, row, gone),
        into: await this.writer.change(desk, into, { votes }),
      };
    });
  }

  /** Chains are never longer than one: what went into `fromId` goes where it goes. */
  private async bringAlong(desk: Desk, fromId: string, mergedInto: string): Promise<void> {
    for (const row of await this.merges.earlier(desk.tx, fromId)) await this.writer.change(desk, row, { mergedInto });
  }

  pin(who: Attendance, { questionId, pinned }: EventPayload<'question:pin'>): Promise<Question> {
    return this.writer.act(who, questionId, 'pin', async (_, row) => ({
      pinnedAt: pinned ? (row.pinnedAt ?? this.clock.instant()) : null,
    }));
  }

  assign(who: Attendance, { questionId, participantId }: EventPayload<'question:assign'>): Promise<Question> {
    return this.writer.act(who, questionId, 'assign', async (desk) => {
      if (participantId) await this.refuseWhoMayNotAnswer(desk, participantId);
      return { assigneeId: participantId } satisfies Partial<QuestionRow>;
    });
  }

  private async refuseWhoMayNotAnswer({ tx, who, settings }: Desk, participantId: string): Promise<void> {
    const person = await this.participants.byId(participantId, tx.manager);
    const here = person !== null && person.webinarId === who.webinarId && person.removedAt === null;
    if (!here || !mayAnswer(person.role, settings))
      throw new DomainError('VALIDATION_FAILED', 'This person may not answer questions here.', {
        fields: [{ path: 'participantId', message: 'may not answer' }],
      });
  }
}
