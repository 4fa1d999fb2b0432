import { rawQuery, type Transaction } from '@lectern/database';
import { Injectable } from '@nestjs/common';
import { DataSource, In, IsNull } from 'typeorm';
import { ResourceRow } from '../resource.entities';
import { AttachmentRow, PartRow } from './content.entities';

/** Files and parts of resources. */
@Injectable()
export class ContentRepository {
  constructor(private readonly source: DataSource) {}

  /** In the order in which they came. */
  attachments(resourceId: string, manager = this.source.manager): Promise<AttachmentRow[]> {
    return manager.find(AttachmentRow, {
      where: { resourceId, removedAt: IsNull() },
      order: { createdAt: 'ASC', id: 'ASC' },
    });
  }

  /** Removed ones too. */
  attachment(resourceId: string, id: string): Promise<AttachmentRow | null> {
    return this.source.manager.findOneBy(AttachmentRow, { resourceId, id });
  }

  async insertAttachment(tx: Transaction, row: AttachmentRow): Promise<void> {
    await tx.manager.insert(AttachmentRow, row);
  }

  /** Out of sight; its file stays for the versions that have it. */
  async hideAttachment(tx: Transaction, id: string, removedAt: string): Promise<void> {
    await tx.manager.update(AttachmentRow, { id }, { removedAt });
  }

  async removeAttachment(tx: Transaction, id: string): Promise<void> {
    await tx.manager.delete(AttachmentRow, { id });
  }

  /** What a series or a package lists, in its order. */
  parts(resourceId: string): Promise<ResourceRow[]> {
    return this.source.manager
      .createQueryBuilder(ResourceRow, 'r')
      .innerJoin(PartRow, 'p', 'p.part_id = r.id')
      .where('p.resource_id = :resourceId', { resourceId })
      .orderBy('p.position', 'ASC')
      .getMany();
  }

  /** Published resources that list this one, the newest first. */
  listing(partId: string): Promise<ResourceRow[]> {
    return this.source.manager
      .createQueryBuilder(ResourceRow, 'r')
      .innerJoin(PartRow, 'p', 'p.resource_id = r.id')
      .where(`p.part_id = :partId AND r.status = 'published'`, { partId })
      .orderBy('r.published_at', 'DESC')
      .limit(MOST_LISTING)
      .getMany();
  }

  async replaceParts({ manager }: Transaction, resourceId: string, partIds: string[]): Promise<void> {
    await manager.delete(PartRow, { resourceId });
    if (partIds.length > 0)
      await manager.insert(
        PartRow,
        partIds.map((partId, position) => ({ resourceId, partId, position })),
      );
  }

  /** Holds other changes of a resource's files back until the commit, and counts them. */
  async countAttachments({ manager }: Transaction, resourceId: string): Promise<number> {
    await rawQuery(manager, 'UPDATE resource SET id = id WHERE id = ?', [resourceId]);
    return manager.countBy(AttachmentRow, { resourceId, removedAt: IsNull() });
  }

  rows(ids: string[]): Promise<ResourceRow[]> {
    return this.source.manager.findBy(ResourceRow, { id: In(ids) });
  }
}

const MOST_LISTING = 20;
