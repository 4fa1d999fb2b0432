import type { Transaction } from '@lectern/database';
import { Injectable } from '@nestjs/common';
import { DataSource, In, LessThanOrEqual, Not } from 'typeorm';
import { CueRow } from '../resource.entities';
import { TranscriptVersionRow } from './transcript.entity';

/** Versions kept; the first one, as it was recognised, stays besides. */
const MOST_VERSIONS = 100;
const CHUNK = 100;

@Injectable()
export class TranscriptRepository {
  constructor(private readonly source: DataSource) {}

  latest(resourceId: string, manager = this.source.manager): Promise<TranscriptVersionRow | null> {
    return manager.findOne(TranscriptVersionRow, { where: { resourceId }, order: { number: 'DESC' } });
  }

  version(resourceId: string, number: number, manager = this.source.manager): Promise<TranscriptVersionRow | null> {
    return manager.findOneBy(TranscriptVersionRow, { resourceId, number });
  }

  /** The newest first, without their cues. */
  versions(
    resourceId: string,
  ): Promise<Pick<TranscriptVersionRow, 'number' | 'authorName' | 'startedAt' | 'endedAt' | 'changes'>[]> {
    const select = { number: true, authorName: true, startedAt: true, endedAt: true, changes: true };
    return this.source.manager.find(TranscriptVersionRow, {
      select,
      where: { resourceId },
      order: { number: 'DESC' },
    });
  }

  /** Adds a version, and forgets the oldest. */
  async insert({ manager }: Transaction, row: TranscriptVersionRow): Promise<void> {
    await manager.insert(TranscriptVersionRow, row);
    const { resourceId, number } = row;
    const old = await manager.find(TranscriptVersionRow, {
      select: { number: true },
      where: { resourceId, number: LessThanOrEqual(number - MOST_VERSIONS) },
    });
    const numbers = old.map((version) => version.number).filter((other) => other > 1);
    if (numbers.length > 0) await manager.delete(TranscriptVersionRow, { resourceId, number: In(numbers) });
  }

  async update({ manager }: Transaction, resourceId: string, number: number, change: Partial<TranscriptVersionRow>) {
    await manager.update(TranscriptVersionRow, { resourceId, number }, change);
  }

  /** Whether some of these ids are cues of another resource. */
  isForeign({ manager }: Transaction, resourceId: string, ids: string[]): Promise<boolean> {
    return ids.length === 0
      ? Promise.resolve(false)
      : manager.existsBy(CueRow, { id: In(ids), resourceId: Not(resourceId) });
  }

  count({ manager }: Transaction, resourceId: string): Promise<number> {
    return manager.countBy(CueRow, { resourceId });
  }

  async removeCues({ manager }: Transaction, resourceId: string, ids: string[]): Promise<void> {
    for (let start = 0; start < ids.length; start += CHUNK)
      await manager.delete(CueRow, { resourceId, id: In(ids.slice(start, start + CHUNK)) });
  }

  async removeAllCues({ manager }: Transaction, resourceId: string): Promise<void> {
    await manager.delete(CueRow, { resourceId });
  }

  async insertCues({ manager }: Transaction, cues: CueRow[]): Promise<void> {
    for (let start = 0; start < cues.length; start += CHUNK)
      await manager.insert(CueRow, cues.slice(start, start + CHUNK));
  }
}
