import type { VersionContent } from '@lectern/contracts';
import { rawQuery, type Transaction } from '@lectern/database';
import { Injectable } from '@nestjs/common';
import { DataSource, In, IsNull, Not } from 'typeorm';
import { AttachmentRow, PartRow } from '../contents/content.entities';
import { ResourceRow } from '../resource.entities';
import { ResourceVersionRow } from './version.entity';

/** Versions kept; the first one stays besides. */
const MOST_VERSIONS = 100;

@Injectable()
export class VersionRepository {
  constructor(private readonly source: DataSource) {}

  latest(resourceId: string, manager = this.source.manager): Promise<ResourceVersionRow | null> {
    return manager.findOne(ResourceVersionRow, { where: { resourceId }, order: { number: 'DESC' } });
  }

  find(resourceId: string, number: number): Promise<ResourceVersionRow | null> {
    return this.source.manager.findOneBy(ResourceVersionRow, { resourceId, number });
  }

  /** The newest first. */
  list(resourceId: string): Promise<ResourceVersionRow[]> {
    return this.source.manager.find(ResourceVersionRow, { where: { resourceId }, order: { number: 'DESC' } });
  }

  /** Adds a version, and forgets the oldest but the first. */
  async insert({ manager }: Transaction, row: ResourceVersionRow): Promise<void> {
    await manager.insert(ResourceVersionRow, row);
    const { resourceId, number } = row;
    await manager
      .createQueryBuilder()
      .delete()
      .from(ResourceVersionRow)
      .where('resource_id = :resourceId AND number > 1 AND number <= :old', { resourceId, old: number - MOST_VERSIONS })
      .execute();
  }

  async update({ manager }: Transaction, row: ResourceVersionRow): Promise<void> {
    const { resourceId, number, ...change } = row;
    await manager.update(ResourceVersionRow, { resourceId, number }, change);
  }

  async setNote({ manager }: Transaction, resourceId: string, number: number, note: string): Promise<void> {
    await manager.update(ResourceVersionRow, { resourceId, number }, { note });
  }

  async forget({ manager }: Transaction, resourceId: string, number: number): Promise<void> {
    await manager.delete(ResourceVersionRow, { resourceId, number });
  }

  /** Files that were taken out, and that no version names. */
  unusedFiles(limit: number): Promise<{ id: string; resourceId: string }[]> {
    return rawQuery(
      this.source.manager,
      `SELECT a.id AS "id", a.resource_id AS "resourceId" FROM resource_attachment a
      WHERE a.removed_at IS NOT NULL AND NOT EXISTS (
        SELECT 1 FROM resource_version v WHERE v.resource_id = a.resource_id AND v.content LIKE '%' || a.id || '%'
      ) LIMIT ?`,
      [limit],
    );
  }

  async removeFile(id: string): Promise<void> {
    await this.source.manager.delete(AttachmentRow, { id, removedAt: Not(IsNull()) });
  }

  /** What it lists and which files it has, as the transaction sees it. */
  async contents({ manager }: Transaction, resourceId: string): Promise<Pick<VersionContent, 'parts' | 'files'>> {
    const places = await manager.find(PartRow, { where: { resourceId }, order: { position: 'ASC' } });
    const parts = await manager.findBy(ResourceRow, { id: In(places.map(({ partId }) => partId)) });
    const titles = new Map(parts.map(({ id, title }) => [id, title]));
    const files = await manager.find(AttachmentRow, { where: { resourceId, removedAt: IsNull() } });
    return {
      parts: places.map(({ partId }) => ({ id: partId, title: titles.get(partId) ?? '' })),
      files: files.map(({ id, name }) => ({ id, name })),
    };
  }

  /** Makes these its parts, those that there still are, and these its files. */
  async putBack({ manager }: Transaction, resourceId: string, content: VersionContent, now: string): Promise<void> {
    const ids = content.parts.map(({ id }) => id);
    const alive = new Set((await manager.findBy(ResourceRow, { id: In(ids) })).map(({ id }) => id));
    const parts = ids.filter((id) => alive.has(id)).map((partId, position) => ({ resourceId, partId, position }));
    await manager.delete(PartRow, { resourceId });
    if (parts.length > 0) await manager.insert(PartRow, parts);
    const files = content.files.map(({ id }) => id);
    await manager.update(AttachmentRow, { resourceId, id: In(files) }, { removedAt: null });
    await manager.update(AttachmentRow, { resourceId, id: Not(In(files)), removedAt: IsNull() }, { removedAt: now });
  }
}
