import type { EventOutput, EventPayload, Question, QuestionState, SessionSnapshot } from '@lectern/contracts';
import { type Attendance, Latest } from '@lectern/kernel';
import { SnapshotPart, SnapshotParts } from '@lectern/realtime';
import { isStaff, ParticipantRepository } from '@lectern/webinars';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { QaSettingsRepository } from './qa-settings.repository';
import type { QuestionRow } from './question.entities';
import { cursorOf, QuestionList, type Wanted } from './question.list';
import { isPublic } from './question.machine';
import { QuestionRepository } from './question.repository';
import { type Surroundings, toHidden, toQuestion } from './question.view';

/** A resume is asked for at most this many changes; a merge changes several questions at once. */
const MOST_CHANGED = 2_000;
const PAGE = 100;
const MOST_OF_A_KIND = 50;
const forAll: QuestionState[] = ['approved', 'answering', 'answered'];
const forStaff: QuestionState[] = [...forAll, 'pending', 'dismissed'];

/** Questions as a given person may see them. */
@Injectable()
export class QuestionReader implements SnapshotPart {
  private readonly shared = new Latest<Shared>();

  constructor(
    private readonly questions: QuestionRepository,
    private readonly lists: QuestionList,
    private readonly participants: ParticipantRepository,
    private readonly settings: QaSettingsRepository,
    parts: SnapshotParts,
  ) {
    parts.register(this);
  }

  /** Staff see all; the others what was approved, and what they asked themselves. */
  maySee(who: Attendance, row: QuestionRow): boolean {
    return (
      row.participantId === who.participantId || isPublic(row.state) || (isStaff(who.role) && row.state !== 'withdrawn')
    );
  }

  /** Answers and people of these questions; as they are now, or inside a transaction. */
  async around(rows: QuestionRow[], manager?: EntityManager): Promise<Surroundings> {
    const ids = rows.flatMap(({ participantId, assigneeId }) =>
      assigneeId ? [participantId, assigneeId] : participantId,
    );
    const answers = await this.questions.answersOf(
      rows.map(({ id }) => id),
      manager,
    );
    const people = await this.participants.byIds([...new Set(ids)], manager);
    return { answers, people: new Map(people.map((person) => [person.id, person])) };
  }

  /** As `who` may see them; of what is hidden only the shell. */
  async view(who: Attendance, rows: QuestionRow[]): Promise<Question[]> {
    const around = await this.around(rows);
    const viewer = { participantId: who.participantId, staff: isStaff(who.role) };
    return rows.map((row) => (this.maySee(who, row) ? toQuestion(row, around, viewer) : toHidden(row)));
  }

  async list(who: Attendance, input: EventPayload<'question:list'>): Promise<EventOutput<'question:list'>> {
    const rows = await this.lists.page({ ...input, ...seenBy(who), limit: PAGE + 1 });
    const page = rows.slice(0, PAGE);
    const last = page.at(-1);
    return {
      questions: await this.view(who, page),
      nextCursor: rows.length > page.length && last ? cursorOf(last) : null,
    };
  }

  async snapshot(who: Attendance, since: number | undefined, seq: number): Promise<Partial<SessionSnapshot>> {
    const [questions, myVotes, qa] = await Promise.all([
      since === undefined ? this.first(who, seq) : this.since(who, since),
      this.questions.votesOf(who.participantId, who.webinarId),
      this.settings.of(who.webinarId),
    ]);
    return { ...questions, myVotes, qa };
  }

  private async since(who: Attendance, since: number): Promise<Pick<SessionSnapshot, Lists>> {
    const rows = await this.questions.changedSince(who.webinarId, since, MOST_CHANGED);
    return { questions: await this.view(who, rows), moreQuestions: false };
  }

  /** What a joiner gets however many there are: the top, what stands out, and what is their own. */
  private async first(who: Attendance, seq: number): Promise<Pick<SessionSnapshot, Lists>> {
    const viewer = { participantId: who.participantId, staff: isStaff(who.role) };
    const [{ rows, around, count }, own] = await Promise.all([
      this.shared.get(`${who.webinarId} ${viewer.staff}`, seq, () => this.forAllLike(who)),
      this.own(who),
    ]);
    const known = new Set(rows.map(({ id }) => id));
    const more = await this.view(
      who,
      own.filter(({ id }) => !known.has(id)),
    );
    const hidden = own.filter(({ state }) => !seenBy(who).visible.includes(state)).length;
    const questions = [...rows.map((row) => toQuestion(row, around, viewer)), ...more];
    return { questions, moreQuestions: count + hidden > questions.length };
  }

  /** What was asked by, or given to, the joiner alone. */
  private async own(who: Attendance): Promise<QuestionRow[]> {
    const assigned = () => this.lists.page({ ...seenBy(who), sort: 'assigned', limit: MOST_OF_A_KIND });
    const piles = await Promise.all([
      this.questions.ownOf(who.participantId, MOST_OF_A_KIND),
      who.role === 'attendee' ? [] : assigned(),
    ]);
    return [...new Map(piles.flat().map((row) => [row.id, row])).values()];
  }

  /** What all of the audience see, or all who moderate. */
  private async forAllLike({ webinarId, role }: Attendance): Promise<Shared> {
    const seen = { ...seenBy({ webinarId, role, participantId: '' }) };
    const pile = (sort: Wanted['sort'], limit: number, states?: QuestionState[]) =>
      this.lists.page({ ...seen, sort, limit, states });
    const [count, ...piles] = await Promise.all([
      this.lists.count(seen),
      pile('votes', PAGE, forAll),
      pile('pinned', MOST_OF_A_KIND),
      pile('votes', MOST_OF_A_KIND, ['answering']),
      isStaff(role) ? pile('oldest', PAGE, ['pending']) : [],
    ]);
    const rows = [...new Map(piles.flat().map((row) => [row.id, row])).values()];
    return { rows, count, around: await this.around(rows) };
  }
}

type Lists = 'questions' | 'moreQuestions';

interface Shared {
  rows: QuestionRow[];
  around: Surroundings;
  /** How many there are in all. */
  count: number;
}

function seenBy({
  webinarId,
  participantId,
  role,
}: Pick<Attendance, 'webinarId' | 'participantId' | 'role'>): Pick<Wanted, 'webinarId' | 'participantId' | 'visible'> {
  return { webinarId, participantId, visible: isStaff(role) ? forStaff : forAll };
}
