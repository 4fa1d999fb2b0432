import type { Invitation, RestInput, RestResponse, SocketTicket, Webinar } from '@lectern/contracts';
import { Caller, Input, Route, SignedIn } from '@lectern/http';
import { SessionCookie } from '@lectern/identity';
import type { Actor } from '@lectern/kernel';
import { Controller, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { EntryService } from './entry.service';
import { InvitationService } from './invitation.service';
import { TicketService } from './ticket.service';
import { WebinarService } from './webinar.service';

@Controller()
export class WebinarController {
  constructor(
    private readonly webinars: WebinarService,
    private readonly invitations: InvitationService,
    private readonly entry: EntryService,
    private readonly tickets: TicketService,
    private readonly cookie: SessionCookie,
  ) {}

  @Route('GET /api/webinars')
  list(
    @Caller() actor: Actor | null,
    @Input() input: RestInput<'GET /api/webinars'>,
  ): Promise<RestResponse<'GET /api/webinars'>> {
    return this.webinars.list(actor, input);
  }

  @Route('POST /api/webinars')
  create(@SignedIn() actor: Actor, @Input() input: RestInput<'POST /api/webinars'>): Promise<Webinar> {
    return this.webinars.create(actor, input);
  }

  @Route('GET /api/webinars/:webinarId')
  show(
    @Caller() actor: Actor | null,
    @Input() { params }: RestInput<'GET /api/webinars/:webinarId'>,
  ): Promise<RestResponse<'GET /api/webinars/:webinarId'>> {
    return this.webinars.show(actor, params.webinarId);
  }

  @Route('PATCH /api/webinars/:webinarId')
  update(@SignedIn() actor: Actor, @Input() input: RestInput<'PATCH /api/webinars/:webinarId'>): Promise<Webinar> {
    return this.webinars.update(actor, input);
  }

  @Route('GET /api/webinars/:webinarId/invitations')
  listInvitations(
    @SignedIn() actor: Actor,
    @Input() { params }: RestInput<'GET /api/webinars/:webinarId/invitations'>,
  ): Promise<{ invitations: Invitation[] }> {
    return this.invitations.list(actor, params.webinarId);
  }

  @Route('POST /api/webinars/:webinarId/invitations')
  createInvitation(
    @SignedIn() actor: Actor,
    @Input() { params, body }: RestInput<'POST /api/webinars/:webinarId/invitations'>,
  ): Promise<Invitation> {
    return this.invitations.create(actor, params.webinarId, body.role);
  }

  @Route('DELETE /api/webinars/:webinarId/invitations/:invitationId')
  revokeInvitation(
    @SignedIn() actor: Actor,
    @Input() { params }: RestInput<'DELETE /api/webinars/:webinarId/invitations/:invitationId'>,
  ): Promise<void> {
    return this.invitations.revoke(actor, params.webinarId, params.invitationId);
  }

  @Route('GET /api/invitations/:token')
  preview(
    @Caller() actor: Actor | null,
    @Input() { params }: RestInput<'GET /api/invitations/:token'>,
    @Req() request: Request,
  ): Promise<RestResponse<'GET /api/invitations/:token'>> {
    return this.entry.preview(actor, params.token, request.ip ?? '');
  }

  @Route('POST /api/invitations/:token/accept')
  async accept(
    @Caller() actor: Actor | null,
    @Input() input: RestInput<'POST /api/invitations/:token/accept'>,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<RestResponse<'POST /api/invitations/:token/accept'>> {
    const { participantId, token, ...entered } = await this.entry.accept(actor, input, request.ip ?? '');
    if (token) this.cookie.set(response, token);
    return { ...entered, ticket: this.tickets.first(participantId, this.cookie.sessionId(request, token)) };
  }

  @Route('POST /api/webinars/:webinarId/tickets')
  issueTicket(
    @SignedIn() actor: Actor,
    @Input() { params }: RestInput<'POST /api/webinars/:webinarId/tickets'>,
    @Req() request: Request,
  ): Promise<SocketTicket> {
    return this.tickets.issue(actor, params.webinarId, this.cookie.sessionId(request));
  }
}
