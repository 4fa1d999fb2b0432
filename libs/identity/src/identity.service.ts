import type { Me, RestInput, SiteRole } from '@lectern/contracts';
import { type Transaction, UnitOfWork } from '@lectern/database';
import {
  type Actor,
  Clock,
  DomainError,
  forbidden,
  newId,
  notFound,
  RateLimiter,
  unauthenticated,
} from '@lectern/kernel';
import { Injectable } from '@nestjs/common';
import type { Account } from './identity.entities';
import { maySite } from './identity.policy';
import { IdentityRepository } from './identity.repository';
import { hashPassword, verifyPassword } from './password';
import { hashToken, newToken } from './secret-token';

const DAY = 86_400_000;
export const SESSION_LIFETIME = 30 * DAY;
const LINK_LIFETIME = 7 * DAY;
const BY_ADDRESS = { count: 20, seconds: 60 };
const BY_ACCOUNT = { count: 8, seconds: 300 };

/** A signed-in person, and the value for the cookie. */
export interface SignIn {
  me: Me;
  token: string;
}

@Injectable()
export class IdentityService {
  private readonly limiter = new RateLimiter();
  // Verified when there is no such account, so that the time tells nothing.
  private readonly decoy = hashPassword(newToken());

  constructor(
    private readonly repository: IdentityRepository,
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /** @param address of the client, for the rate limit */
  async signIn({ body }: RestInput<'POST /api/sessions'>, address: string): Promise<SignIn> {
    this.limiter.take(`address ${address}`, BY_ADDRESS);
    this.limiter.take(`account ${body.email}`, BY_ACCOUNT);
    const account = await this.repository.accountByEmail(body.email);
    const right = await verifyPassword(body.password, account?.passwordHash ?? (await this.decoy));
    if (!account || !right) throw unauthenticated('This address and password do not belong together.');
    return this.unitOfWork.run((tx) => this.openSession(tx, account));
  }

  async signOut(token: string): Promise<void> {
    await this.unitOfWork.run((tx) => this.repository.deleteSession(tx, hashToken(token)));
  }

  /** Makes an account with a one-time link, and signs in. */
  async createAccount({ body }: RestInput<'POST /api/accounts'>, address: string): Promise<SignIn> {
    this.limiter.take(`address ${address}`, BY_ADDRESS);
    const passwordHash = await hashPassword(body.password);
    return this.unitOfWork.run(async (tx) => {
      const link = await this.repository.takeLink(tx, hashToken(body.token), this.clock.instant());
      if (!link) throw notFound('This link was used, or is too old: it');
      if (await this.repository.accountByEmail(body.email, tx.manager))
        throw new DomainError('CONFLICT', 'There is an account with this address: sign in.');
      const account = await this.newAccount(tx, {
        email: body.email,
        passwordHash,
        displayName: body.displayName,
        siteRole: link.siteRole,
      });
      return this.openSession(tx, account);
    });
  }

  /** A person with a name only, inside the caller's transaction. */
  async createGuest(tx: Transaction, displayName: string): Promise<SignIn> {
    return this.openSession(
      tx,
      await this.newAccount(tx, { email: null, passwordHash: null, displayName, siteRole: 'guest' }),
    );
  }

  /** A link for one colleague. */
  async createLink(
    actor: Actor,
    { body }: RestInput<'POST /api/account-links'>,
  ): Promise<{ token: string; expiresAt: string }> {
    if (!maySite(actor.siteRole, 'account:invite')) throw forbidden('Only administrators invite colleagues.');
    return this.unitOfWork.run((tx) => this.newLink(tx, body.siteRole));
  }

  /** While nobody has an account: a fresh link for the first host, which replaces the one before. Else null. */
  async firstHostLink(): Promise<string | null> {
    if (await this.repository.hasAdmin()) return null;
    return this.unitOfWork.run(async (tx) => {
      await this.repository.deleteLinks(tx, 'admin');
      return (await this.newLink(tx, 'admin')).token;
    });
  }

  async actorOfSession(token: string): Promise<Actor | null> {
    const account = await this.repository.accountOfSession(hashToken(token), this.clock.instant());
    return account && { userId: account.id, displayName: account.displayName, siteRole: account.siteRole };
  }

  /** Whether this session (see {@link SessionCookie.sessionId}) of the account still stands: not signed out, not too old. */
  isSignedIn(sessionId: string, accountId: string): Promise<boolean> {
    return this.repository.hasSession(sessionId, accountId, this.clock.instant());
  }

  async me(actor: Actor): Promise<Me | null> {
    const account = await this.repository.accountById(actor.userId);
    return account && toMe(account);
  }

  async nameOf(accountId: string): Promise<string> {
    return (await this.repository.accountById(accountId))?.displayName ?? '';
  }

  private async newAccount(tx: Transaction, data: Omit<Account, 'id' | 'createdAt'>): Promise<Account> {
    const account = { id: newId(), createdAt: this.clock.instant(), ...data };
    await this.repository.insertAccount(tx, account);
    return account;
  }

  private async newLink(tx: Transaction, siteRole: SiteRole): Promise<{ token: string; expiresAt: string }> {
    const token = newToken();
    const expiresAt = new Date(this.clock.now() + LINK_LIFETIME).toISOString();
    await this.repository.insertLink(tx, {
      idHash: hashToken(token),
      siteRole,
      createdAt: this.clock.instant(),
      expiresAt,
    });
    return { token, expiresAt };
  }

  private async openSession(tx: Transaction, account: Account): Promise<SignIn> {
    const token = newToken();
    const expiresAt = new Date(this.clock.now() + SESSION_LIFETIME).toISOString();
    await this.repository.insertSession(tx, {
      idHash: hashToken(token),
      accountId: account.id,
      createdAt: this.clock.instant(),
      expiresAt,
    });
    return { me: toMe(account), token };
  }
}

function toMe({ id, displayName, email, siteRole }: Account): Me {
  return { id, displayName, email, siteRole };
}
