import { LibrarySettings, type ReviewMode } from '@lectern/contracts';
import { UnitOfWork } from '@lectern/database';
import { maySite } from '@lectern/identity';
import { type Actor, forbidden } from '@lectern/kernel';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { SettingRow } from './review.entities';

const NAME = 'library';
const defaults: LibrarySettings = { review: 'all', trashDays: 30 };

/** What an installation decides of its library; read each time, so that all servers agree. */
@Injectable()
export class LibrarySettingsService {
  constructor(
    private readonly source: DataSource,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  async get(): Promise<LibrarySettings> {
    const row = await this.source.manager.findOneBy(SettingRow, { name: NAME });
    return { ...defaults, ...LibrarySettings.partial().safeParse(row?.value ?? {}).data };
  }

  async mode(): Promise<ReviewMode> {
    return (await this.get()).review;
  }

  async show(actor: Actor): Promise<LibrarySettings> {
    if (!maySite(actor.siteRole, 'library:review')) throw forbidden('Only librarians see how the library works.');
    return this.get();
  }

  async change(actor: Actor, value: LibrarySettings): Promise<LibrarySettings> {
    if (!maySite(actor.siteRole, 'library:manage'))
      throw forbidden('Only administrators change how the library works.');
    await this.unitOfWork.run(({ manager }) => manager.upsert(SettingRow, { name: NAME, value }, ['name']));
    return value;
  }
}
