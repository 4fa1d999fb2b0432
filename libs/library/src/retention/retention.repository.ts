import type { Cursor } from '@lectern/contracts';
import type { Transaction } from '@lectern/database';
import { Injectable } from '@nestjs/common';
import { DataSource, In } from 'typeorm';
import { PartRow } from '../contents/content.entities';
import { ResourceRow } from '../resource.entities';
import { RetentionRuleRow } from './retention.entity';

/** A place in the recordings, the oldest first. */
export interface Place {
  recordedAt: string;
  id: string;
}

@Injectable()
export class RetentionRepository {
  constructor(private readonly source: DataSource) {}

  rules(): Promise<RetentionRuleRow[]> {
    return this.source.manager.find(RetentionRuleRow, { order: { seriesId: 'ASC' } });
  }

  async replaceRule({ manager }: Transaction, row: RetentionRuleRow): Promise<void> {
    await manager.upsert(RetentionRuleRow, row, ['seriesId']);
  }

  async removeRule({ manager }: Transaction, seriesId: string): Promise<void> {
    await manager.delete(RetentionRuleRow, { seriesId });
  }

  /** Recordings made before `until` that are not in the trash, the oldest first. */
  recordings(until: string, after: Place | null, limit: number): Promise<ResourceRow[]> {
    const query = this.source.manager
      .createQueryBuilder(ResourceRow, 'r')
      .where(`r.recorded_at <= :until AND r.trashed_at IS NULL AND r.purged_at IS NULL AND r.kind = 'recording'`, {
        until,
      });
    if (after) query.andWhere('(r.recorded_at > :recordedAt OR (r.recorded_at = :recordedAt AND r.id > :id))', after);
    return query.orderBy('r.recorded_at', 'ASC').addOrderBy('r.id', 'ASC').limit(limit).getMany();
  }

  /** Which of these series list which of these resources. */
  memberships(partIds: string[], seriesIds: string[]): Promise<PartRow[]> {
    if (partIds.length === 0 || seriesIds.length === 0) return Promise.resolve([]);
    return this.source.manager.findBy(PartRow, { partId: In(partIds), resourceId: In(seriesIds) });
  }

  /** The latest first; of one owner, or everything (null). */
  trash(ownerId: string | null, { before, limit }: { before?: Cursor; limit: number }): Promise<ResourceRow[]> {
    const query = this.source.manager
      .createQueryBuilder(ResourceRow, 'r')
      .where('r.trashed_at IS NOT NULL AND r.purging_at IS NULL');
    if (ownerId !== null) query.andWhere('r.owner_id = :ownerId', { ownerId });
    if (before) query.andWhere('(r.trashed_at < :at OR (r.trashed_at = :at AND r.id < :id))', before);
    return query.orderBy('r.trashed_at', 'DESC').addOrderBy('r.id', 'DESC').limit(limit).getMany();
  }

  /** In the trash since before `until`, or condemned already. */
  condemned(until: string, limit: number): Promise<ResourceRow[]> {
    return this.source.manager
      .createQueryBuilder(ResourceRow, 'r')
      .where('r.trashed_at IS NOT NULL AND (r.trashed_at <= :until OR r.purging_at IS NOT NULL)', { until })
      .orderBy('r.trashed_at', 'ASC')
      .limit(limit)
      .getMany();
  }
}
