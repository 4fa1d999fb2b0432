import { CONFIG, type Config } from '@lectern/config';
import type { SocketTicket } from '@lectern/contracts';
import { IdentityService } from '@lectern/identity';
import { type Actor, type Attendance, Clock, newId, notFound, unauthenticated, UsedOnce } from '@lectern/kernel';
import { Inject, Injectable } from '@nestjs/common';
import { AdmissionService, removed } from './admission.service';
import { ParticipantRepository } from './participant.repository';
import { SignedToken } from './signed-token';
import type { ParticipantRow } from './webinar.entities';

/** In seconds: of a ticket that was asked for over HTTP, to be used at once, and of one that is kept for a lost line. */
const LIFETIME = 60;
const RETURN_LIFETIME = 300;

/** Who comes with a ticket. */
export interface Admitted {
  attendance: Attendance;
  /** The session that the ticket was given to, and all that follow from it. */
  sessionId: string;
}

type Payload = [id: string, participantId: string, sessionId: string, expires: number];

/** Tickets for the socket handshake: signed, for one participant, one use, and good for as long as the session stands. */
@Injectable()
export class TicketService {
  private readonly tokens: SignedToken;

  constructor(
    private readonly participants: ParticipantRepository,
    private readonly admission: AdmissionService,
    private readonly identity: IdentityService,
    private readonly clock: Clock,
    private readonly used: UsedOnce,
    @Inject(CONFIG) config: Config,
  ) {
    this.tokens = new SignedToken(config.secret, 'ticket');
  }

  /**
   * For who has none yet: good for 60 s.
   * @throws DomainError NOT_FOUND for who does not take part; FORBIDDEN for who was put out
   */
  async issue(actor: Actor, webinarId: string, sessionId: string): Promise<SocketTicket> {
    const participant = await this.participants.byAccount(webinarId, actor.userId);
    if (!participant) throw notFound('This webinar');
    await this.admission.check(participant);
    return this.first(participant.id, sessionId);
  }

  /** For who was let in this moment: good for 60 s. `redeem` asks about the person and the session. */
  first(participantId: string, sessionId: string): SocketTicket {
    return this.sign(participantId, sessionId, LIFETIME);
  }

  /** For who is in, to come back with: good for 300 s. */
  forReturn({ participantId }: Attendance, sessionId: string): SocketTicket {
    return this.sign(participantId, sessionId, RETURN_LIFETIME);
  }

  /**
   * @throws DomainError UNAUTHENTICATED when it is forged, too old or used, or its session was signed out; FORBIDDEN for
   * who was removed since
   */
  async redeem(ticket: string): Promise<Admitted> {
    const payload = this.tokens.verify(ticket);
    const [id, participantId, sessionId, expires] = payload ? (JSON.parse(payload) as Payload) : ['', '', '', 0];
    if (expires < this.clock.now() || !(await this.used.use(id, expires)))
      throw unauthenticated('This ticket is not valid any more: ask for a new one.');
    const participant = await this.participants.byId(participantId);
    if (!participant) throw removed();
    if (!(await this.identity.isSignedIn(sessionId, participant.accountId))) throw unauthenticated();
    await this.admission.check(participant);
    return { attendance: toAttendance(participant), sessionId };
  }

  private sign(participantId: string, sessionId: string, seconds: number): SocketTicket {
    const expires = this.clock.now() + seconds * 1000;
    const payload: Payload = [newId(), participantId, sessionId, expires];
    return { ticket: this.tokens.sign(JSON.stringify(payload)), seconds };
  }
}

export function toAttendance(row: ParticipantRow): Attendance {
  const { id, webinarId, accountId, displayName, role, muted, handRaisedAt, stage } = row;
  return { participantId: id, webinarId, userId: accountId, displayName, role, muted, handRaisedAt, stage };
}
