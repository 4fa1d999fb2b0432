import type { Ban, Cursor } from '@lectern/contracts';
import { rawQuery, type Transaction } from '@lectern/database';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { BanRow } from './webinar.entities';

type Listed = Omit<Ban, 'linkClosed'> & { closedInvitationId: string | null };

@Injectable()
export class BanRepository {
  constructor(private readonly source: DataSource) {}

  of({ manager }: Transaction, participantId: string): Promise<BanRow | null> {
    return manager.findOneBy(BanRow, { participantId });
  }

  async put({ manager }: Transaction, ban: BanRow): Promise<void> {
    await manager.delete(BanRow, { participantId: ban.participantId });
    await manager.insert(BanRow, ban);
  }

  async lift({ manager }: Transaction, participantId: string): Promise<void> {
    await manager.delete(BanRow, { participantId });
  }

  /** Whether somebody else's ban keeps this link closed, too. */
  holdsClosed({ manager }: Transaction, closedInvitationId: string): Promise<boolean> {
    return manager.existsBy(BanRow, { closedInvitationId });
  }

  /** Whether the owner of this webinar has put this account out of all of theirs. */
  async fromAllOfOwner(webinarId: string, accountId: string, manager = this.source.manager): Promise<boolean> {
    const rows = await rawQuery<{ one: number }>(
      manager,
      `SELECT 1 AS one FROM ban b JOIN webinar w ON w.owner_id = b.owner_id
        WHERE w.id = ? AND b.account_id = ? AND b.scope = 'owner' LIMIT 1`,
      [webinarId, accountId],
    );
    return rows.length > 0;
  }

  /** The latest first, `limit` of them after the cursor. */
  async list(webinarId: string, before: Cursor | null, limit: number): Promise<Ban[]> {
    const rows = await rawQuery<Listed>(
      this.source.manager,
      `SELECT p.id AS "participantId", p.display_name AS "displayName", p.role, b.scope,
          b.closed_invitation_id AS "closedInvitationId", b.banned_at AS "bannedAt", b.banned_by AS "bannedBy"
        FROM ban b JOIN participant p ON p.id = b.participant_id
        WHERE b.webinar_id = ? ${before ? 'AND (b.banned_at, b.participant_id) < (?, ?)' : ''}
        ORDER BY b.banned_at DESC, b.participant_id DESC LIMIT ${limit}`,
      [webinarId, ...(before ? [before.at, before.id] : [])],
    );
    return rows.map(({ closedInvitationId, ...ban }) => ({ ...ban, linkClosed: closedInvitationId !== null }));
  }
}
