import { rawQuery, type Transaction } from '@lectern/database';
import { Injectable } from '@nestjs/common';
import { DataSource, In, IsNull, LessThan } from 'typeorm';
import { UploadRow } from './upload.entity';

const MOST = 200;

@Injectable()
export class UploadRepository {
  constructor(private readonly source: DataSource) {}

  find(id: string, manager = this.source.manager): Promise<UploadRow | null> {
    return manager.findOneBy(UploadRow, { id });
  }

  /** Unfinished ones of a person. */
  async countOpen({ manager }: Transaction, accountId: string): Promise<number> {
    // Holds the person's other uploads back until the commit, or two would take the last place.
    await rawQuery(manager, 'UPDATE account SET id = id WHERE id = ?', [accountId]);
    return manager.countBy(UploadRow, { accountId, completedAt: IsNull() });
  }

  async insert(tx: Transaction, row: UploadRow): Promise<void> {
    await tx.manager.insert(UploadRow, row);
  }

  async extend(tx: Transaction, id: string, expiresAt: string): Promise<void> {
    await tx.manager.update(UploadRow, { id }, { expiresAt });
  }

  /** @returns whether it was still open */
  async complete(tx: Transaction, id: string, completedAt: string): Promise<boolean> {
    const { affected } = await tx.manager.update(UploadRow, { id, completedAt: IsNull() }, { completedAt });
    return affected === 1;
  }

  async remove(tx: Transaction, id: string): Promise<void> {
    await tx.manager.delete(UploadRow, { id });
  }

  expired(now: string): Promise<UploadRow[]> {
    return this.source.manager.find(UploadRow, { where: { expiresAt: LessThan(now) }, take: MOST });
  }

  async known(ids: string[]): Promise<Set<string>> {
    const rows = await this.source.manager.find(UploadRow, { select: { id: true }, where: { id: In(ids) } });
    return new Set(rows.map(({ id }) => id));
  }
}
