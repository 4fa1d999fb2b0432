import { CONFIG, type Config } from '@lectern/config';
import type { Invitation, Role } from '@lectern/contracts';
import { UnitOfWork } from '@lectern/database';
import { type Actor, Clock, newId, notFound } from '@lectern/kernel';
import { Inject, Injectable } from '@nestjs/common';
import { ParticipantRepository } from './participant.repository';
import { SignedToken } from './signed-token';
import type { InvitationRow } from './webinar.entities';
import { WebinarService } from './webinar.service';

/** Links that let people in: signed, so that none can be guessed, and revocable, since each has its row. */
@Injectable()
export class InvitationService {
  private readonly tokens: SignedToken;

  constructor(
    private readonly participants: ParticipantRepository,
    private readonly webinarService: WebinarService,
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {
    this.tokens = new SignedToken(config.secret, 'invitation');
  }

  async list(actor: Actor, webinarId: string): Promise<{ invitations: Invitation[] }> {
    await this.webinarService.authorise(actor, webinarId, 'webinar:invite');
    const rows = await this.participants.invitations(webinarId);
    return { invitations: rows.map((row) => this.toInvitation(row)) };
  }

  async create(actor: Actor, webinarId: string, role: Role): Promise<Invitation> {
    await this.webinarService.authorise(actor, webinarId, 'webinar:invite');
    const row: InvitationRow = {
      id: newId(),
      webinarId,
      role,
      uses: 0,
      createdAt: this.clock.instant(),
      revokedAt: null,
    };
    await this.unitOfWork.run((tx) => this.participants.insertInvitation(tx, row));
    return this.toInvitation(row);
  }

  async revoke(actor: Actor, webinarId: string, invitationId: string): Promise<void> {
    await this.webinarService.authorise(actor, webinarId, 'webinar:invite');
    const done = await this.unitOfWork.run((tx) =>
      this.participants.revokeInvitation(tx, webinarId, invitationId, this.clock.instant()),
    );
    if (!done) throw notFound('This invitation');
  }

  /** @throws DomainError NOT_FOUND for a link that is forged, cut off or withdrawn */
  async find(token: string): Promise<InvitationRow> {
    const id = this.tokens.verify(token);
    const row = id && (await this.participants.invitation(id));
    if (!row || row.revokedAt) throw notFound('This invitation was withdrawn, or its link is not complete: it');
    return row;
  }

  private toInvitation({ id, role, uses, createdAt, revokedAt }: InvitationRow): Invitation {
    return { id, role, uses, createdAt, revokedAt, url: `${this.config.publicUrl}/join/${this.tokens.sign(id)}` };
  }
}
