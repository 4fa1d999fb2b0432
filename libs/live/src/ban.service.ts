import { cursorAfter, type EventOutput, type EventPayload } from '@lectern/contracts';
import { type Transaction, UnitOfWork } from '@lectern/database';
import { type Attendance, Clock, forbidden, notFound } from '@lectern/kernel';
import { Broadcaster, rooms } from '@lectern/realtime';
import { BanRepository, ParticipantRepository, type ParticipantRow, WebinarRepository } from '@lectern/webinars';
import { Injectable } from '@nestjs/common';
import { mayBan, mayCloseLink, mayControl } from './live.policy';

const PAGE = 50;

/** Putting people out of a room, and letting them back. */
@Injectable()
export class BanService {
  constructor(
    private readonly bans: BanRepository,
    private readonly participants: ParticipantRepository,
    private readonly webinars: WebinarRepository,
    private readonly broadcaster: Broadcaster,
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  async remove(who: Attendance, input: EventPayload<'participant:remove'>): Promise<EventOutput<'participant:remove'>> {
    return this.unitOfWork.run(async (tx) => {
      const target = await this.find(tx, who, input.participantId);
      const { ownerId } = await this.webinars.lock(tx, who.webinarId);
      const self = target.id === who.participantId || target.accountId === ownerId;
      if (self || !mayBan(who.role, target.role, input.ban)) throw forbidden();
      if (input.closeLink && !mayCloseLink(who.role)) throw forbidden('Only hosts close an invitation link.');
      const closedInvitationId = input.closeLink ? await this.closeLink(tx, target) : null;
      if (input.ban !== 'none') await this.ban(tx, who, target, { ownerId, scope: input.ban, closedInvitationId });
      tx.afterCommit(() => this.putOut(target.id, input.ban === 'none' ? 'dismissed' : 'removed'));
      return {};
    });
  }

  async list(who: Attendance, { cursor }: EventPayload<'ban:list'>): Promise<EventOutput<'ban:list'>> {
    if (!mayControl(who.role)) throw forbidden();
    const found = await this.bans.list(who.webinarId, cursor ?? null, PAGE + 1);
    const bans = found.slice(0, PAGE);
    const last = found.length > PAGE ? bans.at(-1) : undefined;
    return { bans, nextCursor: last ? cursorAfter({ at: last.bannedAt, id: last.participantId }) : null };
  }

  async lift(who: Attendance, { participantId }: EventPayload<'ban:lift'>): Promise<EventOutput<'ban:lift'>> {
    return this.unitOfWork.run(async (tx) => {
      const target = await this.find(tx, who, participantId);
      await this.webinars.lock(tx, who.webinarId);
      const ban = await this.bans.of(tx, participantId);
      if (!mayBan(who.role, target.role, ban?.scope ?? 'webinar')) throw forbidden();
      if (ban?.closedInvitationId && !mayCloseLink(who.role)) throw forbidden('Only hosts open an invitation link.');
      await this.bans.lift(tx, participantId);
      await this.participants.update(tx, participantId, { removedAt: null });
      const link = ban?.closedInvitationId;
      if (link && !(await this.bans.holdsClosed(tx, link))) await this.participants.reopenInvitation(tx, link);
      return {};
    });
  }

  private async find(tx: Transaction, who: Attendance, participantId: string): Promise<ParticipantRow> {
    const target = await this.participants.lockById(tx, participantId);
    if (!target || target.webinarId !== who.webinarId) throw notFound('This person');
    return target;
  }

  /** @returns the link, unless it was withdrawn before or somebody else's ban closed it: then it stays closed */
  private async closeLink(tx: Transaction, { webinarId, invitationId }: ParticipantRow): Promise<string | null> {
    if (!invitationId) return null;
    const now = this.clock.instant();
    const closed = await this.participants.revokeInvitation(tx, webinarId, invitationId, now);
    return closed || (await this.bans.holdsClosed(tx, invitationId)) ? invitationId : null;
  }

  private async ban(
    tx: Transaction,
    who: Attendance,
    { id: participantId, webinarId, accountId }: ParticipantRow,
    terms: { ownerId: string; scope: 'webinar' | 'owner'; closedInvitationId: string | null },
  ): Promise<void> {
    const bannedAt = this.clock.instant();
    await this.participants.update(tx, participantId, { removedAt: bannedAt });
    await this.bans.put(tx, { participantId, webinarId, accountId, bannedBy: who.displayName, bannedAt, ...terms });
  }

  private putOut(participantId: string, reason: 'removed' | 'dismissed'): void {
    const group = rooms.participant(participantId);
    this.broadcaster.to(group, 'session:closed', { reason });
    this.broadcaster.disconnect(group);
  }
}
