import type { Transaction } from '@lectern/database';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { ReviewNoteRow, ReviewSeenRow } from './review.entities';

/** A thread that was longer would be read by nobody; the newest are shown. */
const MOST_NOTES = 500;

@Injectable()
export class ReviewRepository {
  constructor(private readonly source: DataSource) {}

  /** The oldest first. */
  async notes(resourceId: string): Promise<ReviewNoteRow[]> {
    const newest = await this.source.manager.find(ReviewNoteRow, {
      where: { resourceId },
      order: { createdAt: 'DESC', id: 'DESC' },
      take: MOST_NOTES,
    });
    return newest.reverse();
  }

  note({ manager }: Transaction, id: string): Promise<ReviewNoteRow | null> {
    return manager.findOneBy(ReviewNoteRow, { id });
  }

  async insertNote({ manager }: Transaction, row: ReviewNoteRow): Promise<void> {
    await manager.insert(ReviewNoteRow, row);
  }

  /** Until when an account has read a thread; the beginning of time when it never has. */
  async seenAt(accountId: string, resourceId: string): Promise<string> {
    return (await this.source.manager.findOneBy(ReviewSeenRow, { accountId, resourceId }))?.seenAt ?? '';
  }

  async markSeen({ manager }: Transaction, row: ReviewSeenRow): Promise<void> {
    await manager.upsert(ReviewSeenRow, row, ['accountId', 'resourceId']);
  }
}
