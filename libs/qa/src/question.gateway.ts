import type { EventOutput, EventPayload } from '@lectern/contracts';
import { type Connection, Handles } from '@lectern/realtime';
import { Injectable } from '@nestjs/common';
import { AnswerService } from './answer.service';
import { DeskService } from './desk.service';
import { QaSettingsService } from './qa-settings.service';
import { QuestionReader } from './question.reader';
import { QuestionService } from './question.service';
import { SimilarService } from './similar.service';

/** Client events on questions → the service. */
@Injectable()
export class QuestionGateway {
  constructor(
    private readonly questions: QuestionService,
    private readonly desk: DeskService,
    private readonly answers: AnswerService,
    private readonly reader: QuestionReader,
    private readonly texts: SimilarService,
    private readonly settings: QaSettingsService,
  ) {}

  @Handles('question:ask')
  ask({ attendance }: Connection, input: EventPayload<'question:ask'>): Promise<EventOutput<'question:ask'>> {
    return this.questions.ask(attendance, input);
  }

  @Handles('question:edit')
  edit({ attendance }: Connection, input: EventPayload<'question:edit'>): Promise<EventOutput<'question:edit'>> {
    return this.questions.edit(attendance, input);
  }

  @Handles('question:withdraw')
  withdraw(
    { attendance }: Connection,
    { questionId }: EventPayload<'question:withdraw'>,
  ): Promise<EventOutput<'question:withdraw'>> {
    return this.questions.withdraw(attendance, questionId);
  }

  @Handles('question:vote')
  vote({ attendance }: Connection, input: EventPayload<'question:vote'>): Promise<EventOutput<'question:vote'>> {
    return this.questions.vote(attendance, input);
  }

  @Handles('question:approve')
  approve(
    { attendance }: Connection,
    { questionId }: EventPayload<'question:approve'>,
  ): Promise<EventOutput<'question:approve'>> {
    return this.questions.approve(attendance, questionId);
  }

  @Handles('question:dismiss')
  dismiss(
    { attendance }: Connection,
    { questionId }: EventPayload<'question:dismiss'>,
  ): Promise<EventOutput<'question:dismiss'>> {
    return this.questions.dismiss(attendance, questionId);
  }

  @Handles('question:take-up')
  takeUp(
    { attendance }: Connection,
    { questionId }: EventPayload<'question:take-up'>,
  ): Promise<EventOutput<'question:take-up'>> {
    return this.questions.takeUp(attendance, questionId);
  }

  @Handles('question:answer')
  answer({ attendance }: Connection, input: EventPayload<'question:answer'>): Promise<EventOutput<'question:answer'>> {
    return this.questions.answer(attendance, input);
  }

  @Handles('question:reopen')
  reopen(
    { attendance }: Connection,
    { questionId }: EventPayload<'question:reopen'>,
  ): Promise<EventOutput<'question:reopen'>> {
    return this.questions.reopen(attendance, questionId);
  }

  @Handles('question:merge')
  merge({ attendance }: Connection, input: EventPayload<'question:merge'>): Promise<EventOutput<'question:merge'>> {
    return this.desk.merge(attendance, input);
  }

  @Handles('question:pin')
  pin({ attendance }: Connection, input: EventPayload<'question:pin'>): Promise<EventOutput<'question:pin'>> {
    return this.desk.pin(attendance, input);
  }

  @Handles('question:assign')
  assign({ attendance }: Connection, input: EventPayload<'question:assign'>): Promise<EventOutput<'question:assign'>> {
    return this.desk.assign(attendance, input);
  }

  @Handles('question:edit-answer')
  editAnswer(
    { attendance }: Connection,
    input: EventPayload<'question:edit-answer'>,
  ): Promise<EventOutput<'question:edit-answer'>> {
    return this.answers.edit(attendance, input);
  }

  @Handles('question:answer-history')
  answerHistory(
    { attendance }: Connection,
    input: EventPayload<'question:answer-history'>,
  ): Promise<EventOutput<'question:answer-history'>> {
    return this.answers.history(attendance, input);
  }

  @Handles('question:list')
  list({ attendance }: Connection, input: EventPayload<'question:list'>): Promise<EventOutput<'question:list'>> {
    return this.reader.list(attendance, input);
  }

  @Handles('question:similar')
  async similar(
    { attendance }: Connection,
    { text }: EventPayload<'question:similar'>,
  ): Promise<EventOutput<'question:similar'>> {
    return { questions: await this.texts.find(attendance, text) };
  }

  @Handles('qa:configure')
  configure({ attendance }: Connection, input: EventPayload<'qa:configure'>): Promise<EventOutput<'qa:configure'>> {
    return this.settings.configure(attendance, input);
  }
}
