import type { Cursor } from '@lectern/contracts';
import { rawQuery, selectRow, type Transaction } from '@lectern/database';
import { notFound } from '@lectern/kernel';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { WebinarRow } from './webinar.entities';

const next = 'UPDATE webinar SET seq = seq + 1 WHERE id = ?';
const place = 'seq, status';
type Place = Pick<WebinarRow, 'seq' | 'status'>;

@Injectable()
export class WebinarRepository {
  constructor(private readonly source: DataSource) {}

  find(id: string): Promise<WebinarRow | null> {
    return selectRow(this.source.manager, WebinarRow, { id });
  }

  async get(id: string): Promise<WebinarRow> {
    const webinar = await this.find(id);
    if (!webinar) throw notFound('This webinar');
    return webinar;
  }

  /** Live and coming ones, soonest first; those whose time is long past are left out. */
  upcoming(after: Cursor | null, since: string, limit: number): Promise<WebinarRow[]> {
    const query = this.source.manager
      .createQueryBuilder(WebinarRow, 'w')
      .where(`(w.status = 'live' OR (w.status = 'scheduled' AND w.starts_at > :since))`, { since });
    if (after) query.andWhere('(w.starts_at > :at OR (w.starts_at = :at AND w.id > :id))', after);
    return query.orderBy('w.starts_at').addOrderBy('w.id').limit(limit).getMany();
  }

  /** Those in which the account is owner or host, latest first. */
  ofAccount(accountId: string, before: Cursor | null, limit: number): Promise<WebinarRow[]> {
    const query = this.source.manager.createQueryBuilder(WebinarRow, 'w').where(
      `(w.owner_id = :accountId OR EXISTS (SELECT 1 FROM participant p WHERE p.webinar_id = w.id
          AND p.account_id = :accountId AND p.removed_at IS NULL AND p.role IN ('host', 'cohost')))`,
      { accountId },
    );
    if (before) query.andWhere('(w.starts_at < :at OR (w.starts_at = :at AND w.id < :id))', before);
    return query.orderBy('w.starts_at', 'DESC').addOrderBy('w.id', 'DESC').limit(limit).getMany();
  }

  async insert(tx: Transaction, webinar: WebinarRow): Promise<void> {
    await tx.manager.insert(WebinarRow, webinar);
  }

  async update(tx: Transaction, id: string, change: Partial<WebinarRow>): Promise<void> {
    if (Object.keys(change).length > 0) await tx.manager.update(WebinarRow, { id }, change);
  }

  /** The row for a change inside `tx`: nobody else changes this webinar, or anything in its room, until the commit. */
  async lock(tx: Transaction, id: string): Promise<WebinarRow> {
    const seq = await this.nextSequence(tx, id);
    return { ...(await tx.manager.findOneByOrFail(WebinarRow, { id })), seq };
  }

  /** The next place in the room's order of changes; the room's other writers wait until the commit. */
  async nextSequence(tx: Transaction, id: string): Promise<number> {
    return (await this.advance(tx, id)).seq;
  }

  /** Like {@link lock}, for those who need to know no more than this of the webinar. */
  async advance({ manager }: Transaction, id: string): Promise<Place> {
    // SQLite keeps what `RETURNING` answers in a table made for it, which costs many times what a second statement does.
    const returning = manager.dataSource.options.type === 'postgres';
    const changed = await rawQuery<Place>(manager, `${next}${returning ? ` RETURNING ${place}` : ''}`, [id]);
    const [row] = returning
      ? changed
      : await rawQuery<Place>(manager, `SELECT ${place} FROM webinar WHERE id = ?`, [id]);
    if (!row) throw notFound('This webinar');
    return row;
  }
}
