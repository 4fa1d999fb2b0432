import type { Acceptance, Agreement } from '@lectern/contracts';
import { rawQuery, type Transaction, UnitOfWork } from '@lectern/database';
import { maySite } from '@lectern/identity';
import { type Actor, Clock, DomainError, forbidden, newId } from '@lectern/kernel';
import { Injectable } from '@nestjs/common';
import { createHash } from 'node:crypto';
import { DataSource } from 'typeorm';
import { AcceptanceRow, AgreementRow } from './review.entities';

/** The conditions of contributing: written in versions, and accepted by name. */
@Injectable()
export class AgreementService {
  constructor(
    private readonly source: DataSource,
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  async current(): Promise<Agreement> {
    return toAgreement(await this.latest());
  }

  /** The same text again is no new version. */
  async write(actor: Actor, body: string): Promise<Agreement> {
    if (!maySite(actor.siteRole, 'library:manage')) throw forbidden('Only administrators write the agreement.');
    const hash = createHash('sha256').update(body).digest('hex');
    return this.unitOfWork.run(async ({ manager }) => {
      // Whoever writes at the same time waits for the commit, and gets the next number.
      await rawQuery(manager, 'UPDATE contribution_agreement SET hash = hash WHERE version = ?', [1]);
      const last = await this.latest(manager);
      if (last.hash === hash) return toAgreement(last);
      const row = { version: last.version + 1, body, hash, authorId: actor.userId, createdAt: this.clock.instant() };
      await manager.insert(AgreementRow, row);
      return toAgreement(row);
    });
  }

  /** @throws DomainError CONFLICT when what was read is not what holds now */
  async accept(tx: Transaction, actor: Actor, resourceId: string, version: number): Promise<void> {
    const { hash, version: latest } = await this.latest(tx.manager);
    if (version !== latest)
      throw new DomainError('CONFLICT', 'The contribution agreement has changed: read it again, then submit.');
    await tx.manager.insert(AcceptanceRow, {
      ...{ id: newId(), resourceId, version, hash, acceptedAt: this.clock.instant() },
      ...{ accountId: actor.userId, accountName: actor.displayName },
    });
  }

  /** The latest one of a resource. */
  async acceptance(resourceId: string): Promise<Acceptance | null> {
    const [row] = await this.source.manager.find(AcceptanceRow, {
      where: { resourceId },
      order: { acceptedAt: 'DESC' },
      take: 1,
    });
    return row ? { version: row.version, hash: row.hash, by: row.accountName, acceptedAt: row.acceptedAt } : null;
  }

  private async latest(manager = this.source.manager): Promise<AgreementRow> {
    const [row] = await manager.find(AgreementRow, { order: { version: 'DESC' }, take: 1 });
    // A migration writes the first one.
    return row!;
  }
}

const toAgreement = ({ version, body, hash, createdAt }: AgreementRow): Agreement => ({
  version,
  text: body,
  hash,
  createdAt,
});
