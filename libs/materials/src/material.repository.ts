import type { Material } from '@lectern/contracts';
import type { Transaction } from '@lectern/database';
import { notFound } from '@lectern/kernel';
import { Injectable } from '@nestjs/common';
import { DataSource, IsNull, LessThan } from 'typeorm';
import { MaterialPageRow, MaterialRow } from './material.entity';

const MOST = 200;

@Injectable()
export class MaterialRepository {
  constructor(private readonly source: DataSource) {}

  /** @throws DomainError NOT_FOUND, also when it was deleted */
  async get(id: string, manager = this.source.manager): Promise<MaterialRow> {
    const row = await manager.findOneBy(MaterialRow, { id, deletedAt: IsNull() });
    if (!row) throw notFound('This file');
    return row;
  }

  /** Newest first. */
  ofWebinar(webinarId: string, manager = this.source.manager): Promise<MaterialRow[]> {
    return manager.find(MaterialRow, {
      where: { webinarId, deletedAt: IsNull() },
      order: { createdAt: 'DESC', id: 'DESC' },
      take: MOST,
    });
  }

  /** In preparation, without a sign of life since `before`. */
  stale(before: string): Promise<MaterialRow[]> {
    const where = { status: 'preparing' as const, deletedAt: IsNull(), updatedAt: LessThan(before) };
    return this.source.manager.find(MaterialRow, { where, take: MOST });
  }

  async insert(tx: Transaction, row: MaterialRow): Promise<void> {
    await tx.manager.insert(MaterialRow, row);
  }

  async update(tx: Transaction, id: string, change: Partial<MaterialRow>): Promise<void> {
    await tx.manager.update(MaterialRow, { id }, change);
  }

  /** Changes it if it is (still) in preparation. @returns whether it was */
  async prepare(tx: Transaction, id: string, change: Partial<MaterialRow>): Promise<boolean> {
    const where = { id, status: 'preparing' as const, deletedAt: IsNull() };
    return (await tx.manager.update(MaterialRow, where, change)).affected === 1;
  }

  /** The audience has seen this page. */
  async reach(tx: Transaction, id: string, page: number): Promise<void> {
    await tx.manager.update(MaterialRow, { id, reached: LessThan(page) }, { reached: page });
  }

  async replacePages(tx: Transaction, materialId: string, texts: string[]): Promise<void> {
    await tx.manager.delete(MaterialPageRow, { materialId });
    const rows = texts.map((text, i) => ({ materialId, page: i + 1, text }));
    if (rows.length > 0) await tx.manager.insert(MaterialPageRow, rows);
  }

  async text(materialId: string, page: number): Promise<string> {
    return (await this.source.manager.findOneBy(MaterialPageRow, { materialId, page }))?.text ?? '';
  }
}

export function toMaterial(row: MaterialRow): Material {
  const { accountId: _a, attempts: _b, reached: _c, updatedAt: _d, deletedAt: _e, ...material } = row;
  return material;
}
