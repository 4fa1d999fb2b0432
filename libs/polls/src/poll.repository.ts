import type { PollTally } from '@lectern/contracts';
import { forUpdate, rawQuery, selectRows, type Transaction } from '@lectern/database';
import { Injectable } from '@nestjs/common';
import { DataSource, In, type EntityManager } from 'typeorm';
import { type Pick, PollRow, PollTallyRow, PollVoteRow } from './poll.entities';

@Injectable()
export class PollRepository {
  constructor(private readonly source: DataSource) {}

  /** For a change inside `tx`: nobody else changes it, or votes in it, until the commit. */
  lockById({ manager }: Transaction, webinarId: string, id: string): Promise<PollRow | null> {
    return manager.findOne(PollRow, { where: { id, webinarId }, ...forUpdate(manager) });
  }

  /** All of a webinar, oldest first; there are some dozens at most. */
  of(webinarId: string, manager: EntityManager = this.source.manager): Promise<PollRow[]> {
    return selectRows(manager, PollRow, 'WHERE webinar_id = ? ORDER BY id', [webinarId]);
  }

  async insert(tx: Transaction, row: PollRow): Promise<void> {
    await tx.manager.insert(PollRow, row);
  }

  async update(tx: Transaction, id: string, change: Partial<PollRow>): Promise<void> {
    await tx.manager.update(PollRow, { id }, change);
  }

  async delete(tx: Transaction, id: string): Promise<void> {
    await tx.manager.delete(PollRow, { id });
  }

  /** The most wanted answers of each of these polls. */
  async tallies(
    pollIds: readonly string[],
    most: number,
    manager: EntityManager = this.source.manager,
  ): Promise<Map<string, PollTally>> {
    const tallies = new Map<string, PollTally>(pollIds.map((id) => [id, []]));
    if (pollIds.length === 0) return tallies;
    const rows = await rawQuery<{ poll_id: string; pick: string; label: string; votes: number }>(
      manager,
      `SELECT poll_id, pick, label, votes FROM (
         SELECT poll_id, pick, label, votes,
           ROW_NUMBER() OVER (PARTITION BY poll_id ORDER BY votes DESC, pick) AS place
         FROM poll_tally WHERE poll_id IN (${pollIds.map(() => '?').join(', ')}) AND votes > 0
       ) AS ranked WHERE place <= ? ORDER BY poll_id, place`,
      [...pollIds, most],
    );
    for (const { poll_id: id, pick, label, votes } of rows) tallies.get(id)?.push({ pick, label, votes });
    return tallies;
  }

  votesOf(participantId: string, pollIds: readonly string[]): Promise<PollVoteRow[]> {
    if (pollIds.length === 0) return Promise.resolve([]);
    return this.source.manager.findBy(PollVoteRow, { participantId, pollId: In(pollIds) });
  }

  /** The votes of a poll in the order of voters' ids, after one of them. */
  votesAfter(pollId: string, participantId: string, limit: number): Promise<PollVoteRow[]> {
    return this.source.manager
      .createQueryBuilder(PollVoteRow, 'v')
      .where('v.poll_id = :pollId AND v.participant_id > :participantId', { pollId, participantId })
      .orderBy('v.participant_id')
      .limit(limit)
      .getMany();
  }

  /**
   * Puts one person's vote in the place of the one before; nothing in it takes it back.
   * @returns by how much the number of voters changes
   */
  async vote({ manager }: Transaction, { pollId, participantId, picks, votedAt }: PollVoteRow): Promise<number> {
    const before = await manager.findOneBy(PollVoteRow, { pollId, participantId });
    if (before) await manager.delete(PollVoteRow, { pollId, participantId });
    if (picks.length > 0) await manager.insert(PollVoteRow, { pollId, participantId, picks, votedAt });
    const kept = new Set(picks.map(({ pick }) => pick));
    const had = new Set((before?.picks ?? []).map(({ pick }) => pick));
    for (const { pick } of before?.picks ?? []) if (!kept.has(pick)) await this.uncount(manager, pollId, pick);
    for (const pick of picks) if (!had.has(pick.pick)) await this.count(manager, pollId, pick);
    return Number(picks.length > 0) - Number(before !== null);
  }

  private async count(manager: EntityManager, pollId: string, { pick, label }: Pick): Promise<void> {
    await rawQuery(
      manager,
      `INSERT INTO poll_tally (poll_id, pick, label, votes) VALUES (?, ?, ?, 1)
         ON CONFLICT (poll_id, pick) DO UPDATE SET votes = poll_tally.votes + 1`,
      [pollId, pick, label],
    );
  }

  private async uncount(manager: EntityManager, pollId: string, pick: string): Promise<void> {
    await manager.decrement(PollTallyRow, { pollId, pick }, 'votes', 1);
    await rawQuery(manager, 'DELETE FROM poll_tally WHERE poll_id = ? AND pick = ? AND votes <= 0', [pollId, pick]);
  }
}
