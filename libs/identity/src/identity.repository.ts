import type { Cursor, SiteRole } from '@lectern/contracts';
import { forUpdate, rawQuery, selectRows, type Transaction } from '@lectern/database';
import { Injectable } from '@nestjs/common';
import { DataSource, LessThan } from 'typeorm';
import { Account, LoginSession, OneTimeLink } from './identity.entities';

@Injectable()
export class IdentityRepository {
  constructor(private readonly source: DataSource) {}

  accountByEmail(email: string, manager = this.source.manager): Promise<Account | null> {
    return manager.findOneBy(Account, { email });
  }

  accountById(id: string): Promise<Account | null> {
    return this.source.manager.findOneBy(Account, { id });
  }

  hasAdmin(): Promise<boolean> {
    return this.source.manager.existsBy(Account, { siteRole: 'admin' satisfies SiteRole });
  }

  async accountOfSession(idHash: string, now: string): Promise<Account | null> {
    const tail = 'WHERE id = (SELECT account_id FROM login_session WHERE id_hash = ? AND expires_at > ?)';
    const [account] = await selectRows(this.source.manager, Account, tail, [idHash, now]);
    return account ?? null;
  }

  async hasSession(idHash: string, accountId: string, now: string): Promise<boolean> {
    const statement = 'SELECT 1 FROM login_session WHERE id_hash = ? AND account_id = ? AND expires_at > ?';
    return (await rawQuery(this.source.manager, statement, [idHash, accountId, now])).length > 0;
  }

  /** Who has an address and a password, the newest first. */
  accounts({ before, limit }: { before?: Cursor; limit: number }): Promise<Account[]> {
    const query = this.source.manager.createQueryBuilder(Account, 'a').where('a.email IS NOT NULL');
    if (before) query.andWhere('(a.created_at < :at OR (a.created_at = :at AND a.id < :id))', before);
    return query.orderBy('a.created_at', 'DESC').addOrderBy('a.id', 'DESC').limit(limit).getMany();
  }

  /** Held until the commit: of two that step down at once, the second sees that the first is gone. */
  lockAdmins({ manager }: Transaction): Promise<Account[]> {
    const siteRole: SiteRole = 'admin';
    return manager.find(Account, { where: { siteRole }, order: { id: 'ASC' }, ...forUpdate(manager) });
  }

  async updateAccount(tx: Transaction, id: string, change: Partial<Account>): Promise<void> {
    await tx.manager.update(Account, { id }, change);
  }

  async insertAccount(tx: Transaction, account: Account): Promise<void> {
    await tx.manager.insert(Account, account);
  }

  async insertSession(tx: Transaction, session: LoginSession): Promise<void> {
    await tx.manager.delete(LoginSession, { expiresAt: LessThan(session.createdAt) });
    await tx.manager.insert(LoginSession, session);
  }

  async deleteSession(tx: Transaction, idHash: string): Promise<void> {
    await tx.manager.delete(LoginSession, { idHash });
  }

  async insertLink(tx: Transaction, link: OneTimeLink): Promise<void> {
    await tx.manager.insert(OneTimeLink, link);
  }

  /** Removes the link and returns it: of two that come with it at once, one gets it. */
  async takeLink(tx: Transaction, idHash: string, now: string): Promise<OneTimeLink | null> {
    const link = await tx.manager.findOneBy(OneTimeLink, { idHash });
    const { affected } = await tx.manager.delete(OneTimeLink, { idHash });
    return link && affected === 1 && link.expiresAt > now ? link : null;
  }

  async deleteLinks(tx: Transaction, siteRole: SiteRole): Promise<void> {
    await tx.manager.delete(OneTimeLink, { siteRole });
  }
}
