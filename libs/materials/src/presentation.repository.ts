import type { Presentation } from '@lectern/contracts';
import { rawQuery, selectRow, type Transaction } from '@lectern/database';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { PresentationRow } from './material.entity';

@Injectable()
export class PresentationRepository {
  constructor(private readonly source: DataSource) {}

  async get(webinarId: string, manager = this.source.manager): Promise<Presentation> {
    const row = await selectRow(manager, PresentationRow, { webinarId });
    return row ? { seq: row.seq, shown: row.shown } : { seq: 0, shown: null };
  }

  async put(tx: Transaction, webinarId: string, { seq, shown }: Presentation): Promise<void> {
    const sql = `INSERT INTO presentation (webinar_id, seq, shown) VALUES (?, ?, ?)
      ON CONFLICT (webinar_id) DO UPDATE SET seq = excluded.seq, shown = excluded.shown`;
    await rawQuery(tx.manager, sql, [webinarId, seq, JSON.stringify(shown)]);
  }
}
