import type { Role } from '@lectern/contracts';
import { forUpdate, selectRow, selectRows, type Transaction } from '@lectern/database';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager, In, IsNull } from 'typeorm';
import { InvitationRow, ParticipantRow } from './webinar.entities';

/** Databases bound the parameters of one statement. */
const ADMIT_AT_ONCE = 500;

@Injectable()
export class ParticipantRepository {
  constructor(private readonly source: DataSource) {}

  byId(id: string, manager: EntityManager = this.source.manager): Promise<ParticipantRow | null> {
    return selectRow(manager, ParticipantRow, { id });
  }

  byIds(ids: string[], manager: EntityManager = this.source.manager): Promise<ParticipantRow[]> {
    if (ids.length === 0) return Promise.resolve([]);
    return selectRows(manager, ParticipantRow, `WHERE id IN (${ids.map(() => '?').join(', ')})`, ids);
  }

  byAccount(webinarId: string, accountId: string): Promise<ParticipantRow | null> {
    return selectRow(this.source.manager, ParticipantRow, { webinarId, accountId });
  }

  /** For a change inside `tx`: nobody else changes this row until the commit. */
  lockByAccount({ manager }: Transaction, webinarId: string, accountId: string): Promise<ParticipantRow | null> {
    return manager.findOne(ParticipantRow, { where: { webinarId, accountId }, ...forUpdate(manager) });
  }

  /** For a change inside `tx`, as above. */
  lockById({ manager }: Transaction, id: string): Promise<ParticipantRow | null> {
    return manager.findOne(ParticipantRow, { where: { id }, ...forUpdate(manager) });
  }

  /** Who of the audience is on the stage, or asked to come: a few dozen at most. */
  guests({ manager }: Transaction, webinarId: string): Promise<ParticipantRow[]> {
    return manager.findBy(ParticipantRow, { webinarId, stage: In(['invited', 'guest']), removedAt: IsNull() });
  }

  async insert(tx: Transaction, row: ParticipantRow): Promise<void> {
    await tx.manager.insert(ParticipantRow, row);
  }

  async update(tx: Transaction, id: string, change: Partial<ParticipantRow>): Promise<void> {
    await tx.manager.update(ParticipantRow, { id }, change);
  }

  /** These people were in when the room was locked. */
  async admit({ manager }: Transaction, ids: readonly string[]): Promise<void> {
    for (let start = 0; start < ids.length; start += ADMIT_AT_ONCE)
      await manager.update(ParticipantRow, { id: In(ids.slice(start, start + ADMIT_AT_ONCE)) }, { admitted: true });
  }

  invitation(id: string, manager = this.source.manager): Promise<InvitationRow | null> {
    return manager.findOneBy(InvitationRow, { id });
  }

  /** Links that still work, oldest first. */
  invitations(webinarId: string): Promise<InvitationRow[]> {
    return this.source.manager.find(InvitationRow, {
      where: { webinarId, revokedAt: IsNull() },
      order: { createdAt: 'ASC', id: 'ASC' },
      take: 200,
    });
  }

  async insertInvitation(tx: Transaction, row: InvitationRow): Promise<void> {
    await tx.manager.insert(InvitationRow, row);
  }

  async revokeInvitation(tx: Transaction, webinarId: string, id: string, at: string): Promise<boolean> {
    const { affected } = await tx.manager.update(
      InvitationRow,
      { id, webinarId, revokedAt: IsNull() },
      { revokedAt: at },
    );
    return affected === 1;
  }

  /** A link that was closed works again. */
  async reopenInvitation(tx: Transaction, id: string): Promise<void> {
    await tx.manager.update(InvitationRow, { id }, { revokedAt: null });
  }

  async countUse(tx: Transaction, id: string): Promise<void> {
    await tx.manager.increment(InvitationRow, { id }, 'uses', 1);
  }

  async roleOf(webinarId: string, accountId: string): Promise<Role | null> {
    const row = await this.byAccount(webinarId, accountId);
    return row && row.removedAt === null ? row.role : null;
  }
}
