import {
  defaultRecordingChoices,
  defaultRecordingSettings,
  type RecordingSettings,
  type RecordingStanding,
  type RecordingTerms,
} from '@lectern/contracts';
import { rawQuery, type Transaction } from '@lectern/database';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { versionOf } from './consent-version';
import { ConsentRow, LeftOutRow, RecordingSettingsRow } from './terms.entities';

const standing = `SELECT
  EXISTS (SELECT 1 FROM recording_consent WHERE participant_id = ? AND version = ?) AS consented,
  EXISTS (SELECT 1 FROM recording_left_out WHERE participant_id = ?) AS left_out`;

@Injectable()
export class TermsRepository {
  constructor(private readonly source: DataSource) {}

  async of(webinarId: string, manager: EntityManager = this.source.manager): Promise<RecordingTerms> {
    const sql = 'SELECT settings FROM recording_settings WHERE webinar_id = ?';
    const [row] = await rawQuery<{ settings: string }>(manager, sql, [webinarId]);
    const settings = row ? (JSON.parse(row.settings) as RecordingSettings) : defaultRecordingSettings;
    // Choices that are newer than what was saved.
    const choices = { ...defaultRecordingChoices, ...settings.choices };
    return { ...settings, choices, version: versionOf(settings.consentText) };
  }

  async save({ manager }: Transaction, webinarId: string, settings: RecordingSettings): Promise<void> {
    await manager.upsert(RecordingSettingsRow, { webinarId, settings }, ['webinarId']);
  }

  /** @param version of the text that must have been agreed to */
  async standing(
    participantId: string,
    version: string,
    manager: EntityManager = this.source.manager,
  ): Promise<RecordingStanding> {
    // SQLite answers 0 or 1, PostgreSQL false or true.
    const parameters = [participantId, version, participantId];
    const [row] = await rawQuery<{ consented: unknown; left_out: unknown }>(manager, standing, parameters);
    return { consented: Boolean(row?.consented), leftOut: Boolean(row?.left_out) };
  }

  /** The first consent to a text stands. */
  async consent({ manager }: Transaction, row: ConsentRow): Promise<void> {
    await manager.createQueryBuilder().insert().into(ConsentRow).values(row).orIgnore().execute();
  }

  /** Who has agreed to a text. */
  async agreed(webinarId: string, version: string): Promise<Set<string>> {
    const sql = 'SELECT participant_id FROM recording_consent WHERE webinar_id = ? AND version = ?';
    const rows = await rawQuery<{ participant_id: string }>(this.source.manager, sql, [webinarId, version]);
    return new Set(rows.map(({ participant_id }) => participant_id));
  }

  /** @returns with the account that asked for it */
  async leftOutBy(webinarId: string, manager = this.source.manager): Promise<Map<string, string>> {
    const rows = await manager.findBy(LeftOutRow, { webinarId });
    return new Map(rows.map(({ participantId, askedBy }) => [participantId, askedBy]));
  }

  async leftOut(webinarId: string): Promise<Set<string>> {
    return new Set((await this.leftOutBy(webinarId)).keys());
  }

  async leaveOut({ manager }: Transaction, row: LeftOutRow): Promise<void> {
    // What a person asks for counts more than what a host has done before.
    await manager.upsert(LeftOutRow, row, ['participantId']);
  }

  async takeIn({ manager }: Pick<Transaction, 'manager'>, participantId: string): Promise<void> {
    await manager.delete(LeftOutRow, { participantId });
  }
}
