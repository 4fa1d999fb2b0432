import { CONFIG, type Config } from '@lectern/config';
import { SessionReader } from '@lectern/http';
import type { Actor } from '@lectern/kernel';
import { Inject, Injectable } from '@nestjs/common';
import { parseCookie, stringifySetCookie } from 'cookie';
import type { Request, Response } from 'express';
import { IdentityService, SESSION_LIFETIME } from './identity.service';
import { hashToken } from './secret-token';

/** The session's cookie: unreadable for scripts, not sent by foreign pages' requests. */
@Injectable()
export class SessionCookie extends SessionReader {
  private readonly secure: boolean;
  private readonly name: string;

  constructor(
    private readonly identity: IdentityService,
    @Inject(CONFIG) config: Config,
  ) {
    super();
    this.secure = config.publicUrl.startsWith('https:');
    this.name = this.secure ? '__Host-lectern' : 'lectern';
  }

  token(request: Request): string | undefined {
    return parseCookie(request.headers.cookie ?? '')[this.name];
  }

  /**
   * What the session is stored under: it names the session, and nobody can sign in with it.
   * @param opened token of a session that this very request has opened
   */
  sessionId(request: Request, opened?: string): string {
    return hashToken(opened ?? this.token(request) ?? '');
  }

  async read(request: Request): Promise<Actor | null> {
    const token = this.token(request);
    return token ? this.identity.actorOfSession(token) : null;
  }

  set(response: Response, token: string): void {
    this.write(response, token, SESSION_LIFETIME / 1000);
  }

  clear(response: Response): void {
    this.write(response, '', 0);
  }

  private write(response: Response, value: string, maxAge: number): void {
    const cookie = stringifySetCookie({
      name: this.name,
      value,
      httpOnly: true,
      sameSite: 'lax',
      secure: this.secure,
      path: '/',
      maxAge,
    });
    response.append('Set-Cookie', cookie);
  }
}
