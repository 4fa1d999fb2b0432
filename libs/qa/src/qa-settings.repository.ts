import { defaultQaSettings, type QaSettings } from '@lectern/contracts';
import { rawQuery, type Transaction } from '@lectern/database';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { QaSettingsRow } from './question.entities';

@Injectable()
export class QaSettingsRepository {
  constructor(private readonly source: DataSource) {}

  async of(webinarId: string, manager: EntityManager = this.source.manager): Promise<QaSettings> {
    const sql = 'SELECT settings FROM qa_settings WHERE webinar_id = ?';
    const [row] = await rawQuery<{ settings: string }>(manager, sql, [webinarId]);
    return row ? { ...defaultQaSettings, ...(JSON.parse(row.settings) as QaSettings) } : defaultQaSettings;
  }

  async save(tx: Transaction, webinarId: string, settings: QaSettings): Promise<void> {
    const { affected } = await tx.manager.update(QaSettingsRow, { webinarId }, { settings });
    if (!affected) await tx.manager.insert(QaSettingsRow, { webinarId, settings });
  }
}
