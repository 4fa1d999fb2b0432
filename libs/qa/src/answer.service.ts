import type { EventOutput, EventPayload, Question } from '@lectern/contracts';
import { type Attendance, Clock, forbidden, newId, notFound } from '@lectern/kernel';
import { isStaff } from '@lectern/webinars';
import { Injectable } from '@nestjs/common';
import { AnswerRepository } from './answer.repository';
import type { AnswerRow } from './question.entities';
import { QuestionRepository } from './question.repository';
import { type Desk, QuestionWriter } from './question.writer';

type Version = EventOutput<'question:answer-history'>['versions'][number];

/** Written answers after they were given. */
@Injectable()
export class AnswerService {
  constructor(
    private readonly questions: QuestionRepository,
    private readonly answers: AnswerRepository,
    private readonly writer: QuestionWriter,
    private readonly clock: Clock,
  ) {}

  edit(who: Attendance, { questionId, answerId, text }: EventPayload<'question:edit-answer'>): Promise<Question> {
    return this.writer.run(who, async (desk) => {
      const row = await this.writer.get(desk, questionId);
      const answer = await this.answers.byId(questionId, answerId, desk.tx.manager);
      if (!answer) throw notFound('This answer');
      const state = this.writer.check(desk, row, 'edit-answer', answer.participantId === who.participantId);
      if (text === answer.text) return this.writer.show(desk, row);
      await this.replace(desk, answer, text);
      return this.writer.change(desk, row, { state });
    });
  }

  private replace({ tx, who }: Desk, answer: AnswerRow, text: string): Promise<void> {
    const change = { text, editedAt: this.clock.instant(), editedBy: who.displayName };
    return this.answers.replace(tx, answer.id, change, { id: newId(), answerId: answer.id, ...current(answer) });
  }

  /** What an answer says and has said, newest first. */
  async history(
    who: Attendance,
    { questionId, answerId }: EventPayload<'question:answer-history'>,
  ): Promise<EventOutput<'question:answer-history'>> {
    if (!isStaff(who.role)) throw forbidden();
    const row = await this.questions.byId(who.webinarId, questionId);
    const answer = row && (await this.answers.byId(questionId, answerId));
    if (!answer) throw notFound('This answer');
    const earlier = await this.answers.versions(answerId);
    return {
      versions: [current(answer), ...earlier.map(({ text, author, writtenAt }) => ({ text, author, writtenAt }))],
    };
  }
}

/** What it says now, and since when; who wrote that. */
function current({ text, author, answeredAt, editedAt, editedBy }: AnswerRow): Version {
  return { text, author: editedBy ?? author, writtenAt: editedAt ?? answeredAt };
}
