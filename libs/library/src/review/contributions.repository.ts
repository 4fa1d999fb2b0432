import type { Cursor } from '@lectern/contracts';
import { rawQuery } from '@lectern/database';
import { Injectable } from '@nestjs/common';
import { DataSource, IsNull, type SelectQueryBuilder } from 'typeorm';
import { ResourceRow } from '../resource.entities';

export type ContributionScope = 'mine' | 'queue' | 'returned' | 'commented' | 'closed';

/** What a thread says of its resource in a list. */
export interface ThreadSummary {
  comments: number;
  /** Written by others since the reader looked last. */
  news: number;
  changedAt: string;
  /** Who submitted it last. */
  contributor: string;
}

const which: Record<ContributionScope, string> = {
  mine: 'r.owner_id = :accountId',
  queue: `r.status = 'submitted'`,
  returned: `r.status = 'returned'`,
  commented: `r.id IN (SELECT n.resource_id FROM review_note n WHERE n.author_id = :accountId) AND r.owner_id <> :accountId`,
  closed: `r.status IN ('declined', 'withdrawn')`,
};

const READ = `n.author_id <> ? AND n.created_at > COALESCE(s.seen_at, '')`;

/** Lists of contributions, as one person sees them. */
@Injectable()
export class ContributionsRepository {
  constructor(private readonly source: DataSource) {}

  /** What waits: the longest first; all else: the latest change first. */
  list(scope: ContributionScope, accountId: string, page: { after?: Cursor; limit: number }): Promise<ResourceRow[]> {
    const query = this.source.manager
      .createQueryBuilder(ResourceRow, 'r')
      .where(which[scope], { accountId })
      .andWhere('r.trashed_at IS NULL AND r.purged_at IS NULL');
    return scope === 'queue' ? this.byWaiting(query, page) : this.byChange(query, page);
  }

  private byWaiting(query: SelectQueryBuilder<ResourceRow>, { after, limit }: { after?: Cursor; limit: number }) {
    if (after) query.andWhere('(r.submitted_at > :at OR (r.submitted_at = :at AND r.id > :id))', after);
    return query.orderBy('r.submitted_at', 'ASC').addOrderBy('r.id', 'ASC').limit(limit).getMany();
  }

  private byChange(query: SelectQueryBuilder<ResourceRow>, { after, limit }: { after?: Cursor; limit: number }) {
    if (after) query.andWhere('(r.updated_at < :at OR (r.updated_at = :at AND r.id < :id))', after);
    return query.orderBy('r.updated_at', 'DESC').addOrderBy('r.id', 'DESC').limit(limit).getMany();
  }

  /** Of these resources; those without a thread are missing. */
  async threads(accountId: string, ids: string[]): Promise<Map<string, ThreadSummary>> {
    if (ids.length === 0) return new Map();
    const marks = ids.map(() => '?').join(', ');
    const rows = await rawQuery<{ id: string; comments: string; news: string; changed: string; contributor: string }>(
      this.source.manager,
      `SELECT n.resource_id AS id, MAX(n.created_at) AS changed,
        SUM(CASE WHEN n.kind = 'comment' THEN 1 ELSE 0 END) AS comments,
        SUM(CASE WHEN ${READ} THEN 1 ELSE 0 END) AS news,
        (SELECT l.author_name FROM review_note l WHERE l.resource_id = n.resource_id AND l.kind = 'submitted'
          ORDER BY l.created_at DESC LIMIT 1) AS contributor
      FROM review_note n LEFT JOIN review_seen s ON s.resource_id = n.resource_id AND s.account_id = ?
      WHERE n.resource_id IN (${marks}) GROUP BY n.resource_id`,
      [accountId, accountId, ...ids],
    );
    return new Map(
      rows.map(({ id, comments, news, changed, contributor }) => [
        id,
        { comments: Number(comments), news: Number(news), changedAt: changed, contributor: contributor ?? '' },
      ]),
    );
  }

  countWaiting(): Promise<number> {
    return this.source.manager.countBy(ResourceRow, { status: 'submitted', trashedAt: IsNull() });
  }

  /** Resources with something new to read among one's own and those one has written about. */
  async countUnread(accountId: string): Promise<number> {
    const [row] = await rawQuery<{ count: string }>(
      this.source.manager,
      `SELECT COUNT(DISTINCT n.resource_id) AS count
      FROM review_note n LEFT JOIN review_seen s ON s.resource_id = n.resource_id AND s.account_id = ?
      WHERE n.resource_id IN (
        SELECT id FROM resource WHERE owner_id = ? UNION SELECT resource_id FROM review_note WHERE author_id = ?
      ) AND ${READ}`,
      [accountId, accountId, accountId, accountId],
    );
    return Number(row?.count ?? 0);
  }
}
