import { type ChatSettings, defaultChatSettings, type WordList } from '@lectern/contracts';
import { selectRow, type Transaction } from '@lectern/database';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { ChatSettingsRow, WordListRow } from './message.entity';

@Injectable()
export class ChatSettingsRepository {
  constructor(private readonly source: DataSource) {}

  async of(webinarId: string, manager: EntityManager = this.source.manager): Promise<ChatSettings> {
    const row = await selectRow(manager, ChatSettingsRow, { webinarId });
    return { ...defaultChatSettings, ...row?.settings };
  }

  async save(tx: Transaction, webinarId: string, settings: ChatSettings): Promise<void> {
    const { affected } = await tx.manager.update(ChatSettingsRow, { webinarId }, { settings });
    if (!affected) await tx.manager.insert(ChatSettingsRow, { webinarId, settings });
  }

  async lists(webinarId: string, manager: EntityManager = this.source.manager): Promise<WordList[]> {
    const rows = await manager.find(WordListRow, { where: { webinarId }, order: { language: 'ASC' } });
    return rows.map(({ language, words }) => ({ language, words }));
  }

  async saveList({ manager }: Transaction, webinarId: string, { language, words }: WordList): Promise<void> {
    await manager.delete(WordListRow, { webinarId, language });
    if (words.length > 0) await manager.insert(WordListRow, { webinarId, language, words });
  }
}
