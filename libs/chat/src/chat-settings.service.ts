import { type ChatSettings, type ChatSettingsChange, MOST_WORD_LISTS, type WordList } from '@lectern/contracts';
import { UnitOfWork } from '@lectern/database';
import { type Attendance, DomainError, forbidden } from '@lectern/kernel';
import { Broadcaster, rooms } from '@lectern/realtime';
import { WebinarRepository } from '@lectern/webinars';
import { Injectable } from '@nestjs/common';
import { ChatSettingsRepository } from './chat-settings.repository';
import { mayMessage } from './message.policy';

@Injectable()
export class ChatSettingsService {
  constructor(
    private readonly settings: ChatSettingsRepository,
    private readonly webinars: WebinarRepository,
    private readonly broadcaster: Broadcaster,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  /** Changes how people write from now on; what was written before stays as it is. */
  async configure({ role, webinarId }: Attendance, change: ChatSettingsChange): Promise<ChatSettings> {
    authorise(role);
    return this.unitOfWork.run(async (tx) => {
      await this.webinars.lock(tx, webinarId);
      const settings = { ...(await this.settings.of(webinarId, tx.manager)), ...change };
      await this.settings.save(tx, webinarId, settings);
      tx.afterCommit(() => this.broadcaster.to(rooms.webinar(webinarId), 'chat:configured', settings));
      return settings;
    });
  }

  async words({ role, webinarId }: Attendance): Promise<WordList[]> {
    authorise(role);
    return this.settings.lists(webinarId);
  }

  /** @param list replaces the one of its language */
  async filter({ role, webinarId }: Attendance, list: WordList): Promise<WordList[]> {
    authorise(role);
    return this.unitOfWork.run(async (tx) => {
      await this.webinars.lock(tx, webinarId);
      await this.settings.saveList(tx, webinarId, { ...list, words: [...new Set(list.words)] });
      const lists = await this.settings.lists(webinarId, tx.manager);
      if (lists.length > MOST_WORD_LISTS)
        throw new DomainError('LIMIT_EXCEEDED', `There are lists of ${MOST_WORD_LISTS} languages: empty one first.`);
      return lists;
    });
  }
}

function authorise(role: Attendance['role']): void {
  if (!mayMessage(role, 'configure', false)) throw forbidden('Only moderators decide how people write here.');
}
