import type { Recording, RecordingNotice, RecordingStatus } from '@lectern/contracts';
import { selectRow, type Transaction } from '@lectern/database';
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

  /** Changes the row if it is (still) in `status`. @returns whether it was */
  async update(tx: Transaction, id: string, status: RecordingStatus, change: Partial<RecordingRow>): Promise<boolean> {
    const { affected } = await tx.manager.update(RecordingRow, { id, status }, change);
    return affected === 1;
  }
}

export function toRecording({ updatedAt: _updatedAt, attempts: _attempts, ...recording }: RecordingRow): Recording {
  return recording;
}

export function toNotice(row: RecordingRow): RecordingNotice {
  const { id, status, startedAt, stoppedAt, stopCause, pausedAt, pausedMs } = row;
  return { id, status, startedAt, stoppedAt, stopCause, pausedAt, pausedMs };
}
