import { QuestionState } from '@lectern/contracts';
import { insertRow, rawQuery, selectRows, type Transaction } from '@lectern/database';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager, In } from 'typeorm';
import { AnswerRow, QuestionRow, VoteRow } from './question.entities';
import { isOpen, isPublic } from './question.machine';

const states = QuestionState.options;
const open = states.filter(isOpen);
const openOnes = `WHERE participant_id = ? AND state IN (${open.map(() => '?').join(', ')})`;
const countOpen = `SELECT COUNT(*) AS open FROM (SELECT 1 FROM question ${openOnes} LIMIT ?) AS counted`;
// Of all of a person's questions the index tells: only of those who have asked much, each is looked at.
const beforeAsking = `SELECT
  (SELECT id FROM question WHERE participant_id = ? AND client_id = ?) AS asked,
  (SELECT COUNT(*) FROM (SELECT 1 FROM question WHERE participant_id = ? LIMIT ?) AS counted) AS made`;

/** PostgreSQL's driver gives a count as text. */
type Count = number | string;

/** What a person who asks has asked before. */
export interface AskedBefore {
  /** The same question, under the same client id. */
  known: QuestionRow | null;
  /** How many of theirs wait for an answer, or less than the most that may, and then there may be fewer. */
  open: number;
}

@Injectable()
export class QuestionRepository {
  constructor(private readonly source: DataSource) {}

  byId(webinarId: string, id: string, manager: EntityManager = this.source.manager): Promise<QuestionRow | null> {
    return manager.findOneBy(QuestionRow, { id, webinarId });
  }

  /** @param most questions of one person that may wait for an answer */
  async beforeAsking(
    participantId: string,
    clientId: string,
    most: number,
    manager: EntityManager,
  ): Promise<AskedBefore> {
    // One statement, as everybody who asks goes through it.
    const parameters = [participantId, clientId, participantId, most];
    const [row] = await rawQuery<{ asked: string | null; made: Count }>(manager, beforeAsking, parameters);
    const { asked, made } = row!;
    const known = asked === null ? null : await manager.findOneBy(QuestionRow, { id: asked });
    const hasAskedMuch = Number(made) >= most;
    return { known, open: hasAskedMuch ? await this.countOpen(participantId, most, manager) : Number(made) };
  }

  private async countOpen(participantId: string, most: number, manager: EntityManager): Promise<number> {
    const [row] = await rawQuery<{ open: Count }>(manager, countOpen, [participantId, ...open, most]);
    return Number(row!.open);
  }

  byIds(webinarId: string, ids: string[]): Promise<QuestionRow[]> {
    return ids.length === 0 ? Promise.resolve([]) : this.source.manager.findBy(QuestionRow, { webinarId, id: In(ids) });
  }

  /** The latest of one person, but for what was taken back. */
  ownOf(participantId: string, limit: number): Promise<QuestionRow[]> {
    const tail = `WHERE participant_id = ? AND state <> 'withdrawn' ORDER BY id DESC LIMIT ${limit}`;
    return selectRows(this.source.manager, QuestionRow, tail, [participantId]);
  }

  changedSince(webinarId: string, since: number, limit: number): Promise<QuestionRow[]> {
    return this.source.manager
      .createQueryBuilder(QuestionRow, 'q')
      .where('q.webinar_id = :webinarId AND q.seq > :since', { webinarId, since })
      .orderBy('q.seq')
      .limit(limit)
      .getMany();
  }

  /** All but what was taken back, in the order of asking, after this one. */
  asked(webinarId: string, afterId: string, limit: number): Promise<QuestionRow[]> {
    return this.source.manager
      .createQueryBuilder(QuestionRow, 'q')
      .where(`q.webinar_id = :webinarId AND q.state <> 'withdrawn' AND q.id > :afterId`, { webinarId, afterId })
      .orderBy('q.id')
      .limit(limit)
      .getMany();
  }

  /** Everything that was public, in the order in which it was asked. */
  published(webinarId: string): Promise<QuestionRow[]> {
    const state = In(states.filter(isPublic));
    return this.source.manager.find(QuestionRow, {
      where: { webinarId, state },
      order: { askedAt: 'ASC', id: 'ASC' },
      take: 2_000,
    });
  }

  async answersOf(
    questionIds: string[],
    manager: EntityManager = this.source.manager,
  ): Promise<Map<string, AnswerRow[]>> {
    if (questionIds.length === 0) return new Map();
    const rows = await manager.find(AnswerRow, { where: { questionId: In(questionIds) }, order: { id: 'ASC' } });
    return group(rows);
  }

  async votesOf(participantId: string, webinarId: string): Promise<string[]> {
    const sql = `SELECT v.question_id AS id FROM question_vote v JOIN question q ON q.id = v.question_id
      WHERE v.participant_id = ? AND q.webinar_id = ? LIMIT 2000`;
    const rows = await rawQuery<{ id: string }>(this.source.manager, sql, [participantId, webinarId]);
    return rows.map(({ id }) => id);
  }

  async insert(tx: Transaction, row: QuestionRow): Promise<void> {
    await insertRow(tx.manager, QuestionRow, row);
  }

  async update(tx: Transaction, id: string, change: Partial<QuestionRow>): Promise<void> {
    await tx.manager.update(QuestionRow, { id }, change);
  }

  /** Sets or takes back one person's vote. @returns the votes that the question has now */
  async vote(tx: Transaction, question: QuestionRow, participantId: string, vote: boolean): Promise<number> {
    const key = { questionId: question.id, participantId };
    const had = await tx.manager.existsBy(VoteRow, key);
    if (had === vote) return question.votes;
    if (vote) await tx.manager.insert(VoteRow, key);
    else await tx.manager.delete(VoteRow, key);
    const votes = question.votes + (vote ? 1 : -1);
    await tx.manager.update(QuestionRow, { id: question.id }, { votes });
    return votes;
  }
}

function group(rows: AnswerRow[]): Map<string, AnswerRow[]> {
  const groups = new Map<string, AnswerRow[]>();
  for (const row of rows) groups.set(row.questionId, [...(groups.get(row.questionId) ?? []), row]);
  return groups;
}
