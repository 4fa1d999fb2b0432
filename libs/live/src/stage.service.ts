import type { EventOutput, Participant } from '@lectern/contracts';
import type { Transaction } from '@lectern/database';
import { type Attendance, Clock, DomainError, forbidden, wrongState } from '@lectern/kernel';
import { isStaff, ParticipantRepository, type ParticipantRow, WebinarRepository } from '@lectern/webinars';
import { Injectable } from '@nestjs/common';
import { HANDS_PAGE } from './hands';
import { mayStep, type StageAction } from './live.policy';
import { LiveRooms } from './live-rooms';
import { type ParticipantPatch, ParticipantWriter } from './participant-writer';
import { stepStage } from './stage.machine';

/** Guests of the audience on the stage at once, the invited ones counted: more faces than a page shows. */
export const MOST_GUESTS = 24;

/** Raised hands, invitations to the stage, and the way back. */
@Injectable()
export class StageService {
  constructor(
    private readonly liveRooms: LiveRooms,
    private readonly webinars: WebinarRepository,
    private readonly participants: ParticipantRepository,
    private readonly writer: ParticipantWriter,
    private readonly clock: Clock,
  ) {}

  /** @param cursor how many are passed over */
  hands({ webinarId, role }: Attendance, cursor?: string): EventOutput<'hand:list'> {
    if (!isStaff(role)) throw forbidden();
    const all = this.liveRooms.get(webinarId)?.hands ?? [];
    const start = Number(cursor ?? 0);
    const end = start + HANDS_PAGE;
    return { hands: all.slice(start, end), nextCursor: end < all.length ? String(end) : null };
  }

  /** @param participantId oneself when left out */
  step(who: Attendance, action: StageAction, participantId = who.participantId): Promise<Participant> {
    return this.writer.change(who.webinarId, participantId, async (target, tx) => {
      this.authorise(who, action, target);
      const after = stepStage({ hand: target.handRaisedAt !== null, stage: target.stage }, action);
      if (!after) throw wrongState('That is not possible from where this person stands now.');
      if (after.stage === 'invited' && target.stage !== 'invited') await this.checkRoomOnStage(tx, who.webinarId);
      const handRaisedAt = after.hand ? (target.handRaisedAt ?? this.clock.instant()) : null;
      return { handRaisedAt, stage: after.stage } satisfies ParticipantPatch;
    });
  }

  private authorise(who: Attendance, action: StageAction, target: ParticipantRow): void {
    if (!mayStep(action, who.role, target.role, target.id === who.participantId)) throw forbidden();
    if (target.removedAt) throw wrongState('This person was removed.');
    if (action === 'raise' && target.muted) throw forbidden('A moderator has muted you.');
    const opens = action === 'raise' || action === 'invite' || action === 'accept';
    if (opens && this.liveRooms.get(who.webinarId)?.status !== 'live') throw wrongState('The webinar is not live.');
  }

  /** Those who have gone away take no place. The webinar's lock keeps two invitations from taking the last one. */
  private async checkRoomOnStage(tx: Transaction, webinarId: string): Promise<void> {
    await this.webinars.lock(tx, webinarId);
    const room = this.liveRooms.get(webinarId);
    const guests = await this.participants.guests(tx, webinarId);
    const here = guests.filter(({ id }) => (room?.connectionsOf(id).length ?? 0) > 0);
    if (here.length >= MOST_GUESTS)
      throw new DomainError('LIMIT_EXCEEDED', `At most ${MOST_GUESTS} guests are on the stage at once.`);
  }
}
