import { CONFIG, type Config } from '@lectern/config';
import type { Ticket } from '@lectern/contracts';
import { type Actor, type Attendance, Clock, newId, notFound, unauthenticated, UsedOnce } from '@lectern/kernel';
import { Inject, Injectable } from '@nestjs/common';
import { AdmissionService, removed } from './admission.service';
import { ParticipantRepository } from './participant.repository';
import { SignedToken } from './signed-token';
import type { ParticipantRow } from './webinar.entities';

const LIFETIME = 60_000;

/** Tickets for the socket handshake: signed, for one participant, one use, 60 seconds. */
@Injectable()
export class TicketService {
  private readonly tokens: SignedToken;

  constructor(
    private readonly participants: ParticipantRepository,
    private readonly admission: AdmissionService,
    private readonly clock: Clock,
    private readonly used: UsedOnce,
    @Inject(CONFIG) config: Config,
  ) {
    this.tokens = new SignedToken(config.secret, 'ticket');
  }

  /** @throws DomainError NOT_FOUND for who is not of this webinar; FORBIDDEN for who was removed */
  async issue(actor: Actor, webinarId: string): Promise<Ticket> {
    const participant = await this.participants.byAccount(webinarId, actor.userId);
    if (!participant) throw notFound('This webinar');
    await this.admission.check(participant);
    return this.write(participant.id);
  }

  /** For a participant who was let in this moment; the others are checked by `issue`. */
  write(participantId: string): Ticket {
    const expires = this.clock.now() + LIFETIME;
    const ticket = this.tokens.sign(JSON.stringify([newId(), participantId, expires]));
    return { ticket, expiresAt: new Date(expires).toISOString() };
  }

  /** @throws DomainError UNAUTHENTICATED when it is forged, too old or used; FORBIDDEN for who was removed since */
  async redeem(ticket: string): Promise<Attendance> {
    const payload = this.tokens.verify(ticket);
    const [id, participantId, expires] = payload ? (JSON.parse(payload) as [string, string, number]) : ['', '', 0];
    if (expires < this.clock.now() || !(await this.used.use(id, expires)))
      throw unauthenticated('This ticket is not valid any more: ask for a new one.');
    const participant = await this.participants.byId(participantId);
    if (!participant) throw removed();
    await this.admission.check(participant);
    return toAttendance(participant);
  }
}

export function toAttendance(row: ParticipantRow): Attendance {
  const { id, webinarId, accountId, displayName, role, muted, handRaisedAt, stage } = row;
  return { participantId: id, webinarId, userId: accountId, displayName, role, muted, handRaisedAt, stage };
}
