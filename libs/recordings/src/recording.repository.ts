import type { Recording, RecordingNotice, RecordingStatus } from '@lectern/contracts';
import { forUpdate, selectRow, type Transaction } from '@lectern/database';
import { notFound } from '@lectern/kernel';
import { Injectable } from '@nestjs/common';
import { DataSource, LessThan } from 'typeorm';
import { RecordingRow } from './recording.entity';

const MOST = 200;

@Injectable()
export class RecordingRepository {
  constructor(private readonly source: DataSource) {}

  async get(id: string, manager = this.source.manager): Promise<RecordingRow> {
    const row = await manager.findOneBy(RecordingRow, { id });
    if (!row) throw notFound('This recording');
    return row;
  }

  find(id: string): Promise<RecordingRow | null> {
    return this.source.manager.findOneBy(RecordingRow, { id });
  }

  /** For a change inside `tx`: nobody else changes this row until the commit. */
  lock({ manager }: Transaction, id: string): Promise<RecordingRow | null> {
    return manager.findOne(RecordingRow, { where: { id }, ...forUpdate(manager) });
  }

  running(webinarId: string, manager = this.source.manager): Promise<RecordingRow | null> {
    return selectRow(manager, RecordingRow, { webinarId, status: 'recording' });
  }

  /** Latest first. */
  ofWebinar(webinarId: string): Promise<RecordingRow[]> {
    return this.source.manager.find(RecordingRow, {
      where: { webinarId },
      order: { startedAt: 'DESC', id: 'DESC' },
      take: MOST,
    });
  }

  /** Those without a sign of life since `before`. */
  stale(status: RecordingStatus, before: string): Promise<RecordingRow[]> {
    return this.source.manager.find(RecordingRow, { where: { status, updatedAt: LessThan(before) }, take: MOST });
  }

  async insert(tx: Transaction, row: RecordingRow): Promise<void> {
    await tx.manager.insert(RecordingRow, row);
  }

  /** Changes the row if it is (still) in this status, and no other run of the processing has begun. @returns whether it was */
  async update(tx: Transaction, { id, status, run }: RunningRow, change: Partial<RecordingRow>): Promise<boolean> {
    const { affected } = await tx.manager.update(RecordingRow, { id, status, run }, change);
    return affected === 1;
  }
}

/** What a worker, or whoever gives a command, takes a row for. */
export type RunningRow = Pick<RecordingRow, 'id' | 'status' | 'run'>;

/** @param transcribable languages for which there is a speech model by now */
export function toRecording(row: RecordingRow, transcribable: string[]): Recording {
  const { webinarId, percent, step, failure, notice, resourceId, importedAt, extras, extra, untranscribed } = row;
  const besides = { hasTracks: row.discardedAt === null, extras, extra, untranscribed, transcribable };
  const processing = { percent, step, failure, notice, resourceId, inLibrary: importedAt !== null };
  return { ...toNotice(row), webinarId, ...processing, ...besides };
}

export function toNotice(row: RecordingRow): RecordingNotice {
  const { id, status, startedAt, stoppedAt, stopCause, pausedAt, pausedMs } = row;
  return { id, status, startedAt, stoppedAt, stopCause, pausedAt, pausedMs };
}
