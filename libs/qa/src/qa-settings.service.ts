import type { QaSettings, QaSettingsChange } from '@lectern/contracts';
import { UnitOfWork } from '@lectern/database';
import { type Attendance, forbidden } from '@lectern/kernel';
import { Broadcaster, rooms } from '@lectern/realtime';
import { WebinarRepository } from '@lectern/webinars';
import { Injectable } from '@nestjs/common';
import { QaSettingsRepository } from './qa-settings.repository';
import { mayConfigure } from './question.policy';

@Injectable()
export class QaSettingsService {
  constructor(
    private readonly settings: QaSettingsRepository,
    private readonly webinars: WebinarRepository,
    private readonly broadcaster: Broadcaster,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  /** Changes how questions are taken from now on; what was asked before stays as it is. */
  async configure({ role, webinarId }: Attendance, change: QaSettingsChange): Promise<QaSettings> {
    if (!mayConfigure(role)) throw forbidden('Only the hosts decide how questions are taken.');
    return this.unitOfWork.run(async (tx) => {
      await this.webinars.lock(tx, webinarId);
      const settings = { ...(await this.settings.of(webinarId, tx.manager)), ...change };
      await this.settings.save(tx, webinarId, settings);
      tx.afterCommit(() => this.broadcaster.to(rooms.webinar(webinarId), 'qa:configured', settings));
      return settings;
    });
  }
}
