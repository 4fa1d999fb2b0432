import type { QaSettings, Question, QuestionState } from '@lectern/contracts';
import { type Transaction, UnitOfWork } from '@lectern/database';
import { type Attendance, forbidden, notFound, wrongState } from '@lectern/kernel';
import { isStaff, WebinarRepository, type WebinarRow } from '@lectern/webinars';
import { Injectable } from '@nestjs/common';
import { QaSettingsRepository } from './qa-settings.repository';
import type { QuestionRow } from './question.entities';
import { nextState, type QuestionAction } from './question.machine';
import { mayQuestion } from './question.policy';
import { QuestionReader } from './question.reader';
import { QuestionRepository } from './question.repository';
import { QuestionTeller } from './question.teller';
import { type Surroundings, toQuestion } from './question.view';

/** What a change of questions stands on: the room is locked until the commit. */
export interface Desk {
  tx: Transaction;
  who: Attendance;
  /** With the change's place in the room's order. */
  webinar: Pick<WebinarRow, 'seq' | 'status'>;
  settings: QaSettings;
}

/** What an action writes besides the state. */
export type Change = (desk: Desk, row: QuestionRow) => Promise<Partial<QuestionRow>>;

/** The one way by which questions are changed: lock, look, check, write, and tell after the commit. */
@Injectable()
export class QuestionWriter {
  constructor(
    private readonly questions: QuestionRepository,
    private readonly webinars: WebinarRepository,
    private readonly settings: QaSettingsRepository,
    private readonly reader: QuestionReader,
    private readonly teller: QuestionTeller,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  run<T>(who: Attendance, work: (desk: Desk) => Promise<T>): Promise<T> {
    return this.unitOfWork.runRepeatable(async (tx) => {
      const webinar = await this.webinars.advance(tx, who.webinarId);
      return work({ tx, who, webinar, settings: await this.settings.of(who.webinarId, tx.manager) });
    });
  }

  act(who: Attendance, questionId: string, action: QuestionAction, change?: Change): Promise<Question> {
    return this.run(who, async (desk) => {
      const row = await this.get(desk, questionId);
      const state = this.check(desk, row, action);
      return this.change(desk, row, { ...(change && (await change(desk, row))), state });
    });
  }

  /** @throws DomainError NOT_FOUND also for what this person may not see */
  async get({ who, tx }: Desk, questionId: string): Promise<QuestionRow> {
    const row = await this.questions.byId(who.webinarId, questionId, tx.manager);
    if (!row || !this.reader.maySee(who, row)) throw notFound('This question');
    return row;
  }

  /** @param mine for actions on an answer: whether the answer is theirs */
  check(
    { who, settings }: Desk,
    row: QuestionRow,
    action: QuestionAction,
    mine = row.participantId === who.participantId,
  ): QuestionState {
    if (!mayQuestion(who.role, action, mine, settings)) throw forbidden();
    const next = nextState(row.state, action);
    if (!next) throw wrongState(`This question is ${row.state}: that cannot be done now.`);
    return next;
  }

  async change(desk: Desk, row: QuestionRow, patch: Partial<QuestionRow>): Promise<Question> {
    const changed = { ...patch, seq: desk.webinar.seq };
    await this.questions.update(desk.tx, row.id, changed);
    return this.finish(desk, { ...row, ...changed }, row.state);
  }

  /**
   * The question as who acts sees it; the room is told after the commit.
   * @param known what stands around it, where that need not be read
   */
  async finish({ tx, who }: Desk, row: QuestionRow, before: QuestionState, known?: Surroundings): Promise<Question> {
    const around = known ?? (await this.reader.around([row], tx.manager));
    tx.afterCommit(() => this.teller.changed(row, around, before));
    return toQuestion(row, around, { participantId: who.participantId, staff: isStaff(who.role) });
  }

  /** The question as who acts sees it; nothing has changed. */
  async show({ tx, who }: Desk, row: QuestionRow): Promise<Question> {
    const around = await this.reader.around([row], tx.manager);
    return toQuestion(row, around, { participantId: who.participantId, staff: isStaff(who.role) });
  }
}
