import type { Me, RestInput, RestResponse } from '@lectern/contracts';
import { CONFIG, type Config } from '@lectern/config';
import { Caller, Input, Route, SignedIn } from '@lectern/http';
import type { Actor } from '@lectern/kernel';
import { Controller, Inject, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { IdentityService } from './identity.service';
import { SessionCookie } from './session-cookie';

@Controller()
export class IdentityController {
  constructor(
    private readonly identity: IdentityService,
    private readonly cookie: SessionCookie,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Route('GET /api/me')
  async me(@Caller() actor: Actor | null): Promise<RestResponse<'GET /api/me'>> {
    return { me: actor && (await this.identity.me(actor)) };
  }

  @Route('POST /api/accounts')
  async createAccount(
    @Input() input: RestInput<'POST /api/accounts'>,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<Me> {
    const { me, token } = await this.identity.createAccount(input, request.ip ?? '');
    this.cookie.set(response, token);
    return me;
  }

  @Route('POST /api/account-links')
  async createLink(
    @SignedIn() actor: Actor,
    @Input() input: RestInput<'POST /api/account-links'>,
  ): Promise<RestResponse<'POST /api/account-links'>> {
    const { token, expiresAt } = await this.identity.createLink(actor, input);
    return { url: `${this.config.publicUrl}/setup/${token}`, expiresAt };
  }

  @Route('POST /api/sessions')
  async signIn(
    @Input() input: RestInput<'POST /api/sessions'>,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<Me> {
    const { me, token } = await this.identity.signIn(input, request.ip ?? '');
    this.cookie.set(response, token);
    return me;
  }

  @Route('DELETE /api/sessions/current')
  async signOut(@Req() request: Request, @Res({ passthrough: true }) response: Response): Promise<void> {
    await this.identity.signOut(this.cookie.token(request) ?? '');
    this.cookie.clear(response);
  }
}
