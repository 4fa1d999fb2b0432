import {
  type AccountRole,
  type AccountSummary,
  cursorAfter,
  type RestInput,
  type RestResponse,
} from '@lectern/contracts';
import { UnitOfWork } from '@lectern/database';
import { type Actor, forbidden, notFound, wrongState } from '@lectern/kernel';
import { Injectable } from '@nestjs/common';
import type { Account } from '../identity.entities';
import { maySite } from '../identity.policy';
import { IdentityRepository } from '../identity.repository';

/** Who has an account here, and with which role. */
@Injectable()
export class AccountsService {
  constructor(
    private readonly repository: IdentityRepository,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  async list(actor: Actor, { query }: RestInput<'GET /api/accounts'>): Promise<RestResponse<'GET /api/accounts'>> {
    authorise(actor);
    const rows = await this.repository.accounts({ before: query.cursor, limit: query.limit + 1 });
    const shown = rows.slice(0, query.limit);
    const last = shown.at(-1);
    const nextCursor = rows.length > shown.length && last ? cursorAfter({ at: last.createdAt, id: last.id }) : null;
    return { accounts: shown.map(toSummary), nextCursor };
  }

  /** It counts at once: every request looks the account up. @throws DomainError WRONG_STATE for the last administrator */
  async change(actor: Actor, { params, body }: RestInput<'PATCH /api/accounts/:accountId'>): Promise<AccountSummary> {
    authorise(actor);
    const account = await this.repository.accountById(params.accountId);
    if (!account?.email) throw notFound('This account');
    await this.unitOfWork.run(async (tx) => {
      const admins = await this.repository.lockAdmins(tx);
      const isLast = admins.length === 1 && admins[0]!.id === account.id;
      if (isLast && body.siteRole !== 'admin')
        throw wrongState('This is the only administrator: make somebody else one first.');
      await this.repository.updateAccount(tx, account.id, { siteRole: body.siteRole });
    });
    return toSummary({ ...account, siteRole: body.siteRole });
  }
}

function authorise(actor: Actor): void {
  if (!maySite(actor.siteRole, 'account:manage')) throw forbidden('Only administrators see who has an account.');
}

/** Of those with an address: guests have none. */
const toSummary = ({ id, displayName, email, siteRole, createdAt }: Account): AccountSummary => ({
  ...{ id, displayName, createdAt },
  email: email ?? '',
  siteRole: siteRole as AccountRole,
});
