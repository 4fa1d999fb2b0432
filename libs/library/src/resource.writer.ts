import type { ResourceAction } from '@lectern/contracts';
import { type Transaction, UnitOfWork } from '@lectern/database';
import { type Actor, Clock, notFound, wrongState } from '@lectern/kernel';
import { Injectable } from '@nestjs/common';
import type { ResourceRow } from './resource.entities';
import { isPossible } from './resource.machine';
import { assertMay } from './resource.policy';
import { ResourceRepository } from './resource.repository';
import { LibrarySettingsService } from './review/library-settings.service';
import { SearchIndex } from './search-index';
import { type Author, type Said, VersionHistory } from './versions/version.history';

type Patch = (row: ResourceRow, tx: Transaction) => Partial<ResourceRow> | Promise<Partial<ResourceRow>>;

/** The one way in which people change a resource. */
@Injectable()
export class ResourceWriter {
  constructor(
    private readonly resources: ResourceRepository,
    private readonly settings: LibrarySettingsService,
    private readonly index: SearchIndex,
    private readonly history: VersionHistory,
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /** @throws DomainError as {@link assertMay} */
  async authorise(actor: Actor | null, resourceId: string, action: ResourceAction): Promise<ResourceRow> {
    const row = await this.resources.get(resourceId);
    assertMay(actor, action, row, action === 'view' ? undefined : await this.settings.mode());
    return row;
  }

  /**
   * Changes the row and, in the same transaction, what search finds of it. Who may is asked with the row held: what a
   * librarian approves is what he has seen.
   */
  async change(
    actor: Actor,
    resourceId: string,
    action: ResourceAction,
    patch: Patch,
    said: Said = {},
  ): Promise<ResourceRow> {
    const mode = await this.settings.mode();
    return this.unitOfWork.run(async (tx) => {
      const before = await this.resources.lock(tx, resourceId);
      if (!before) throw notFound('This resource');
      assertMay(actor, action, before, mode);
      assertTrash(before, action);
      await this.history.begin(tx, before);
      const change = { ...(await patch(before, tx)), updatedAt: this.clock.instant() };
      const version = await this.history.note(tx, actor, { before, after: { ...before, ...change }, ...said });
      const row = { ...before, ...change, ...version };
      await this.resources.update(tx, resourceId, { ...change, ...version });
      await this.index.refresh(tx, row);
      return row;
    });
  }

  /** For what is changed beside the row, by who was asked already: notes it in the history. */
  async aside(tx: Transaction, author: Author, resourceId: string, change: () => Promise<void>): Promise<void> {
    const row = await this.resources.get(resourceId, tx.manager);
    await this.history.begin(tx, row);
    await change();
    await this.resources.update(tx, resourceId, await this.history.note(tx, author, { before: row, after: row }));
  }
}

/** What is in the trash stays as it is there. @throws DomainError WRONG_STATE */
function assertTrash({ status, trashedAt }: ResourceRow, action: ResourceAction): void {
  if (trashedAt !== null && !isPossible(status, action, true))
    throw wrongState('It is in the trash: restore it first.');
  if (trashedAt === null && (action === 'restore' || action === 'purge')) throw wrongState('It is not in the trash.');
}
