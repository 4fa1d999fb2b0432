import type { Cursor } from '@lectern/contracts';
import { forUpdate, type Transaction } from '@lectern/database';
import { notFound } from '@lectern/kernel';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { CueRow, ResourceQuestionRow, ResourceRow } from './resource.entities';
import { GiftRow } from './partners/partner.entities';
import { TranscriptVersionRow } from './transcript/transcript.entity';

interface Page {
  before?: Cursor;
  /** Only of this institution. */
  partner?: string;
  limit: number;
}

export const MOST_CUES = 20_000;

@Injectable()
export class ResourceRepository {
  constructor(private readonly source: DataSource) {}

  async get(id: string, manager = this.source.manager): Promise<ResourceRow> {
    const row = await manager.findOneBy(ResourceRow, { id });
    if (!row) throw notFound('This resource');
    return row;
  }

  find(id: string): Promise<ResourceRow | null> {
    return this.source.manager.findOneBy(ResourceRow, { id });
  }

  /** For a change inside `tx`: nobody else changes this row until the commit. */
  lock({ manager }: Transaction, id: string): Promise<ResourceRow | null> {
    return manager.findOne(ResourceRow, { where: { id }, ...forUpdate(manager) });
  }

  byIds(ids: string[]): Promise<ResourceRow[]> {
    if (ids.length === 0) return Promise.resolve([]);
    return this.source.manager.createQueryBuilder(ResourceRow, 'r').where('r.id IN (:...ids)', { ids }).getMany();
  }

  /** Newest first. */
  published({ before, partner, limit }: Page): Promise<ResourceRow[]> {
    const query = this.source.manager.createQueryBuilder(ResourceRow, 'r').where(`r.status = 'published'`);
    if (partner) query.innerJoin(GiftRow, 'g', 'g.resource_id = r.id AND g.slug = :partner', { partner });
    if (before) query.andWhere('(r.published_at < :at OR (r.published_at = :at AND r.id < :id))', before);
    return query.orderBy('r.published_at', 'DESC').addOrderBy('r.id', 'DESC').limit(limit).getMany();
  }

  /** What somebody works on, newest first. */
  drafts(ownerId: string, { before, limit }: Page): Promise<ResourceRow[]> {
    const query = this.source.manager
      .createQueryBuilder(ResourceRow, 'r')
      .where(`r.owner_id = :ownerId AND r.status IN ('draft', 'returned') AND r.trashed_at IS NULL`, { ownerId });
    if (before) query.andWhere('(r.created_at < :at OR (r.created_at = :at AND r.id < :id))', before);
    return query.orderBy('r.created_at', 'DESC').addOrderBy('r.id', 'DESC').limit(limit).getMany();
  }

  /** In the order of their times. */
  cues(resourceId: string, manager = this.source.manager): Promise<CueRow[]> {
    return manager.find(CueRow, {
      where: { resourceId },
      order: { start: 'ASC', position: 'ASC', id: 'ASC' },
      take: MOST_CUES,
    });
  }

  questions(resourceId: string, manager = this.source.manager): Promise<ResourceQuestionRow[]> {
    return manager.find(ResourceQuestionRow, { where: { resourceId }, order: { position: 'ASC' } });
  }

  async insert({ manager }: Transaction, row: ResourceRow): Promise<void> {
    await manager.insert(ResourceRow, row);
  }

  async update(tx: Transaction, id: string, change: Partial<ResourceRow>): Promise<void> {
    if (Object.keys(change).length > 0) await tx.manager.update(ResourceRow, { id }, change);
  }

  /**
   * Writes a resource with its cues and questions, in place of what it had. A corrected transcript stays, and gets what was
   * said in languages that are new, unless it is to begin anew, with its history.
   */
  async replace(
    tx: Transaction,
    row: ResourceRow,
    cues: CueRow[],
    questions: ResourceQuestionRow[],
    transcriptAnew: boolean,
  ): Promise<void> {
    const known = await this.lock(tx, row.id);
    if (known) {
      // What an editor has changed since stays.
      const { duration, captions, channels, hasPoster, hasRenditions, notice, updatedAt, chapters, files } = row;
      const made = { duration, captions, channels, hasPoster, hasRenditions, chapters, files };
      await tx.manager.update(ResourceRow, { id: row.id }, { ...made, notice, updatedAt });
    } else await tx.manager.insert(ResourceRow, row);
    await tx.manager.delete(ResourceQuestionRow, { resourceId: row.id });
    for (const chunk of chunks(questions, 100)) await tx.manager.insert(ResourceQuestionRow, chunk);
    if (transcriptAnew) await tx.manager.delete(TranscriptVersionRow, { resourceId: row.id });
    const isCorrected = await tx.manager.existsBy(TranscriptVersionRow, { resourceId: row.id });
    if (!isCorrected) await tx.manager.delete(CueRow, { resourceId: row.id });
    const isNew = ({ language }: CueRow) => language !== null && !known?.captions.includes(language);
    for (const chunk of chunks(isCorrected ? cues.filter(isNew) : cues, 100)) await tx.manager.insert(CueRow, chunk);
  }
}

function chunks<T>(items: T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, index) =>
    items.slice(index * size, (index + 1) * size),
  );
}
