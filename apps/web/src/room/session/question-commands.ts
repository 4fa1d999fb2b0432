import type { EventInput, EventOutput, QaSettingsChange, Question } from '@lectern/contracts';
import { mergeQuestions } from './merge-questions';
import type { RoomSession } from './room-session';

/** Bounds what a moderator's page loads by itself; beyond it, search finds the rest. */
const MOST_LOADED = 3000;

/** What the desk of the Q&A does; each resolves once the server has it, or throws a CallError. */
export class QuestionCommands {
  constructor(private readonly session: RoomSession) {}

  async merge(questionId: string, intoId: string): Promise<void> {
    const { merged, into } = await this.session.call('question:merge', { questionId, intoId });
    this.took([merged, into]);
  }

  async pin(questionId: string, pinned: boolean): Promise<void> {
    this.took([await this.session.call('question:pin', { questionId, pinned })]);
  }

  async assign(questionId: string, participantId: string | null): Promise<void> {
    this.took([await this.session.call('question:assign', { questionId, participantId })]);
  }

  async editAnswer(questionId: string, answerId: string, text: string): Promise<void> {
    this.took([await this.session.call('question:edit-answer', { questionId, answerId, text })]);
  }

  answerHistory(questionId: string, answerId: string): Promise<EventOutput<'question:answer-history'>> {
    return this.session.call('question:answer-history', { questionId, answerId });
  }

  async configure(change: QaSettingsChange): Promise<void> {
    this.session.store.set({ qa: await this.session.call('qa:configure', change) });
  }

  /** What it finds is kept with the others, so that it stays fresh. */
  async similar(text: string): Promise<readonly Question[]> {
    const { questions } = await this.session.call('question:similar', { text });
    this.took(questions);
    return questions;
  }

  /** @returns where the next page begins; null at the end */
  async load(input: EventInput<'question:list'>): Promise<string | null> {
    const { questions, nextCursor } = await this.session.call('question:list', input);
    this.took(questions);
    return nextCursor;
  }

  /** All that the server has, page by page: counts and columns need them. */
  async loadAll(): Promise<void> {
    let cursor: string | null = null;
    do cursor = await this.load({ sort: 'time', ...(cursor ? { cursor } : {}) });
    while (cursor && this.session.store.get().questions.size < MOST_LOADED);
    if (!cursor) this.session.store.set({ moreQuestions: false });
  }

  private took(questions: readonly Question[]): void {
    this.session.store.update((state) => ({ questions: mergeQuestions(state.questions, questions) }));
  }
}
