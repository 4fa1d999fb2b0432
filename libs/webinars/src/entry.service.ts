import type { RestInput, RestResponse, Role } from '@lectern/contracts';
import { UnitOfWork } from '@lectern/database';
import { IdentityService } from '@lectern/identity';
import { type Actor, RateLimiter } from '@lectern/kernel';
import { Injectable } from '@nestjs/common';
import { AdmissionService } from './admission.service';
import { InvitationService } from './invitation.service';
import { WebinarService } from './webinar.service';

// A whole classroom may come from one address.
const JOINS = { count: 120, seconds: 60 };

/** The way in by an invitation link. */
@Injectable()
export class EntryService {
  private readonly limiter = new RateLimiter();

  constructor(
    private readonly invitations: InvitationService,
    private readonly admission: AdmissionService,
    private readonly webinarService: WebinarService,
    private readonly identity: IdentityService,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  async preview(
    actor: Actor | null,
    token: string,
    address: string,
  ): Promise<RestResponse<'GET /api/invitations/:token'>> {
    this.limiter.take(address, JOINS);
    const { webinarId, role } = await this.invitations.find(token);
    const { webinar, hostName } = await this.webinarService.show(actor, webinarId);
    return { webinar, role, hostName, me: actor && { displayName: actor.displayName } };
  }

  /**
   * Makes the caller a participant, and a guest session where there is none.
   * @returns with `token` when a session was opened, for the cookie
   */
  async accept(
    actor: Actor | null,
    { params, body }: RestInput<'POST /api/invitations/:token/accept'>,
    address: string,
  ): Promise<{ webinarId: string; role: Role; participantId: string; token?: string }> {
    this.limiter.take(address, JOINS);
    const invitation = await this.invitations.find(params.token);
    const { id, role, token } = await this.unitOfWork.run(async (tx) => {
      const guest = actor ? null : await this.identity.createGuest(tx, body.displayName);
      const participant = await this.admission.follow(tx, invitation, actor?.userId ?? guest!.me.id, body.displayName);
      return { ...participant, token: guest?.token };
    });
    return { webinarId: invitation.webinarId, role, participantId: id, token };
  }
}
