import type { Transaction } from '@lectern/database';
import { Injectable } from '@nestjs/common';
import type { ResourceRow } from '../resource.entities';
import { GiftRow, PartnerRow } from './partner.entities';
import { partnersOf } from './partner.slug';

/** Notes which institutions have given what. An institution is known from its first published resource on. */
@Injectable()
export class PartnerGifts {
  /** What was withdrawn stays theirs: harvesters of their set must hear of it. */
  async note({ manager }: Transaction, row: ResourceRow): Promise<void> {
    if (row.publishedAt === null) return;
    await manager.delete(GiftRow, { resourceId: row.id });
    // In one order for all who write: else two could wait for each other.
    const all = partnersOf(row).sort((a, b) => (a.slug < b.slug ? -1 : 1));
    if (all.length === 0) return;
    const partners = all.map((one) => ({ ...one, description: '', country: null, website: null }));
    await manager.createQueryBuilder().insert().into(PartnerRow).values(partners).orIgnore().execute();
    await manager.insert(
      GiftRow,
      all.map((one) => ({ ...one, resourceId: row.id })),
    );
  }
}
