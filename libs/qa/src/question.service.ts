import type { EventPayload, Question } from '@lectern/contracts';
import { type Attendance, Clock, DomainError, fold, forbidden, newId, wrongState } from '@lectern/kernel';
import { Injectable } from '@nestjs/common';
import { AnswerRepository } from './answer.repository';
import type { QuestionRow } from './question.entities';
import { obstacleToAsking } from './question.policy';
import { QuestionRepository } from './question.repository';
import { QuestionTeller } from './question.teller';
import { type Desk, QuestionWriter } from './question.writer';

const noLonger = { pinnedAt: null, assigneeId: null };

/** A question's way from asking to its answer. */
@Injectable()
export class QuestionService {
  constructor(
    private readonly questions: QuestionRepository,
    private readonly answers: AnswerRepository,
    private readonly writer: QuestionWriter,
    private readonly teller: QuestionTeller,
    private readonly clock: Clock,
  ) {}

  /** Stores a question; in a moderated Q&A it waits. Asking twice under one client id stores it once. */
  async ask(who: Attendance, input: EventPayload<'question:ask'>): Promise<Question> {
    if (who.muted) throw forbidden('A moderator has muted you: you cannot ask now.');
    return this.writer.run(who, async (desk) => {
      const { participantId } = who;
      const { mostOpen } = desk.settings;
      const before = await this.questions.beforeAsking(participantId, input.clientId, mostOpen, desk.tx.manager);
      if (before.known) return this.writer.show(desk, before.known);
      this.refuseWhatMayNotBe(desk, input.anonymous, before.open);
      const row = this.newRow(desk, input);
      await this.questions.insert(desk.tx, row);
      desk.tx.afterCommit(() => this.teller.asked(row));
      // Nobody can have answered it yet, and its author is the one who asks: nothing is left to be read.
      const around = { answers: new Map(), people: new Map([[participantId, who]]) };
      return this.writer.finish(desk, row, row.state, around);
    });
  }

  private refuseWhatMayNotBe({ who, webinar, settings }: Desk, anonymous: boolean, open: number): void {
    if (webinar.status === 'ended') throw wrongState('This webinar has ended: no more questions can be asked.');
    const obstacle = obstacleToAsking(who.role, { anonymous, open }, settings);
    if (obstacle === 'anonymous') throw forbidden('In this webinar, questions are asked with a name.');
    if (obstacle === 'most-open')
      throw new DomainError('LIMIT_EXCEEDED', `You have ${open} open questions: wait until one is answered.`);
  }

  private newRow(
    { who, webinar, settings }: Desk,
    { clientId, text, anonymous }: EventPayload<'question:ask'>,
  ): QuestionRow {
    const { webinarId, participantId } = who;
    return {
      id: newId(),
      webinarId,
      participantId,
      clientId,
      seq: webinar.seq,
      text,
      folded: fold(text),
      anonymous,
      hiddenFromStaff: anonymous && settings.anonymousToStaff,
      state: settings.moderated ? 'pending' : 'approved',
      votes: 0,
      askedAt: this.clock.instant(),
      takenUpAt: null,
      mergedInto: null,
      ...noLonger,
    };
  }

  edit(who: Attendance, { questionId, text }: EventPayload<'question:edit'>): Promise<Question> {
    return this.writer.act(who, questionId, 'edit', async () => ({ text, folded: fold(text) }));
  }

  withdraw(who: Attendance, questionId: string): Promise<Question> {
    return this.writer.act(who, questionId, 'withdraw');
  }

  approve(who: Attendance, questionId: string): Promise<Question> {
    return this.writer.act(who, questionId, 'approve');
  }

  dismiss(who: Attendance, questionId: string): Promise<Question> {
    return this.writer.act(who, questionId, 'dismiss', async () => noLonger);
  }

  reopen(who: Attendance, questionId: string): Promise<Question> {
    return this.writer.act(who, questionId, 'reopen');
  }

  takeUp(who: Attendance, questionId: string): Promise<Question> {
    return this.writer.act(who, questionId, 'take-up', async () => ({ takenUpAt: this.clock.instant() }));
  }

  /** @param input without a text: it was answered by word of mouth */
  answer(who: Attendance, { questionId, text }: EventPayload<'question:answer'>): Promise<Question> {
    return this.writer.act(who, questionId, 'answer', async ({ tx }, row) => {
      const answeredAt = this.clock.instant();
      const { participantId, displayName: author } = who;
      const fresh = { participantId, author, answeredAt, editedAt: null, editedBy: null };
      if (text) await this.answers.insert(tx, { id: newId(), questionId, text, ...fresh });
      return { takenUpAt: row.takenUpAt ?? answeredAt };
    });
  }

  /** Votes are told to the room as counts, a few times a second; they do not make a new sequence number each. */
  async vote(who: Attendance, { questionId, vote }: EventPayload<'question:vote'>): Promise<{ votes: number }> {
    return this.writer.run(who, async (desk) => {
      const row = await this.writer.get(desk, questionId);
      this.writer.check(desk, row, 'vote');
      const votes = await this.questions.vote(desk.tx, row, who.participantId, vote);
      desk.tx.afterCommit(() => this.teller.voted(who.webinarId, questionId, votes));
      return { votes };
    });
  }
}
