import type { Transaction } from '@lectern/database';
import { Clock, DomainError, forbidden, newId } from '@lectern/kernel';
import { Injectable } from '@nestjs/common';
import { BanRepository } from './ban.repository';
import { ParticipantRepository } from './participant.repository';
import { RoomControlsRepository } from './room-controls.repository';
import type { InvitationRow, ParticipantRow } from './webinar.entities';
import { isStaff, roleByLink } from './webinar.policy';

export const removed = () => forbidden('You were removed from this webinar.');
export const lockedRoom = () =>
  new DomainError('LOCKED', 'The hosts have locked the room: nobody new is let in now. Ask them, or try again later.');

/** Who is let in, and as what. */
@Injectable()
export class AdmissionService {
  constructor(
    private readonly participants: ParticipantRepository,
    private readonly bans: BanRepository,
    private readonly controls: RoomControlsRepository,
    private readonly clock: Clock,
  ) {}

  /** Somebody follows a link. @throws DomainError FORBIDDEN for who was put out, LOCKED while nobody new is let in */
  async follow(
    tx: Transaction,
    invitation: InvitationRow,
    accountId: string,
    displayName: string,
  ): Promise<Pick<ParticipantRow, 'id' | 'role'>> {
    const { webinarId } = invitation;
    const known = await this.participants.lockByAccount(tx, webinarId, accountId);
    if (known?.removedAt || (await this.bans.fromAllOfOwner(webinarId, accountId, tx.manager))) throw removed();
    if (!known) return this.enrol(tx, invitation, accountId, displayName);
    const role = roleByLink(known, invitation.role);
    await this.participants.update(tx, known.id, { role, displayName });
    return { id: known.id, role };
  }

  private async enrol(
    tx: Transaction,
    { id: invitationId, webinarId, role }: InvitationRow,
    accountId: string,
    displayName: string,
  ): Promise<Pick<ParticipantRow, 'id' | 'role'>> {
    if (!isStaff(role) && (await this.controls.of(webinarId, tx.manager)).locked) throw lockedRoom();
    const id = newId();
    await this.participants.insert(tx, {
      id,
      webinarId,
      accountId,
      invitationId,
      displayName,
      role,
      muted: false,
      removedAt: null,
      joinedAt: this.clock.instant(),
      handRaisedAt: null,
      stage: 'none',
      appointed: false,
      admitted: false,
    });
    await this.participants.countUse(tx, invitationId);
    return { id, role };
  }

  /** Somebody comes to the room. @throws DomainError FORBIDDEN for who was put out */
  async check(participant: ParticipantRow): Promise<void> {
    const { removedAt, webinarId, accountId } = participant;
    if (removedAt || (await this.bans.fromAllOfOwner(webinarId, accountId))) throw removed();
  }
}
