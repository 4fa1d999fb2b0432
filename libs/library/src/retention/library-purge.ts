import { type JobPayload, resourceFiles } from '@lectern/contracts';
import { type Transaction, UnitOfWork } from '@lectern/database';
import { Clock } from '@lectern/kernel';
import { STORAGE, type Storage } from '@lectern/storage';
import { Inject, Injectable } from '@nestjs/common';
import { AttachmentRow, PartRow } from '../contents/content.entities';
import { CueRow, ResourceQuestionRow, ResourceRow } from '../resource.entities';
import { ResourceRepository } from '../resource.repository';
import { ReviewNoteRow } from '../review/review.entities';
import { TranscriptVersionRow } from '../transcript/transcript.entity';
import { ResourceVersionRow } from '../versions/version.entity';

/** The library's half of the job `library.purge`. Each part may run again. */
@Injectable()
export class LibraryPurge {
  constructor(
    private readonly resources: ResourceRepository,
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    @Inject(STORAGE) private readonly storage: Storage,
  ) {}

  /** Before anything is removed: from here on it cannot be restored. @returns whether it is still to be removed */
  async begin({ resourceId, what }: JobPayload<'library.purge'>): Promise<boolean> {
    return this.unitOfWork.run(async (tx) => {
      const row = await this.resources.lock(tx, resourceId);
      if (!row) return false;
      if (what === 'tracks') return row.tracksRemovedAt === null;
      // Restored while the job waited.
      if (row.trashedAt === null) return false;
      await this.resources.update(tx, resourceId, { purgingAt: row.purgingAt ?? this.clock.instant() });
      return true;
    });
  }

  /** When the recording's tracks are gone. */
  async finish({ resourceId, what }: JobPayload<'library.purge'>): Promise<void> {
    if (what === 'all') await this.storage.removeAll(resourceFiles.key(resourceId, '').slice(0, -1));
    await this.unitOfWork.run(async (tx) => {
      const now = this.clock.instant();
      const row = await this.resources.lock(tx, resourceId);
      if (!row) return;
      if (what === 'tracks') await this.resources.update(tx, resourceId, { tracksRemovedAt: now });
      else if (row.publishedAt === null) await tx.manager.delete(ResourceRow, { id: resourceId });
      else await this.empty(tx, resourceId, now);
    });
  }

  /** What was public once stays as a tombstone: links lead to it, and harvesters must hear of it for ever. */
  private async empty(tx: Transaction, resourceId: string, now: string): Promise<void> {
    const { manager } = tx;
    for (const entity of [
      CueRow,
      ResourceQuestionRow,
      AttachmentRow,
      PartRow,
      TranscriptVersionRow,
      ReviewNoteRow,
      ResourceVersionRow,
    ])
      await manager.delete(entity, { resourceId });
    await manager.delete(PartRow, { partId: resourceId });
    const lists = { authors: [], subjects: [], competencies: [], accessibility: [], translations: [] };
    const texts = { description: '', institutions: [], link: null, notice: null };
    const files = {
      captions: [],
      channels: [],
      hasPoster: false,
      hasRenditions: false,
      duration: 0,
      tracksRemovedAt: now,
    };
    const state = { trashedAt: null, trashedStatus: null, purgingAt: null, purgedAt: now };
    await this.resources.update(tx, resourceId, { ...lists, ...texts, ...files, ...state });
  }
}
