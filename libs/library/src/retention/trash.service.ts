import { cursorAfter, type Resource, type RestInput, type RestResponse } from '@lectern/contracts';
import { maySite } from '@lectern/identity';
import { type Actor, Clock, DomainError, forbidden, wrongState } from '@lectern/kernel';
import { Injectable } from '@nestjs/common';
import type { ResourceRow } from '../resource.entities';
import { toResource } from '../resource.view';
import { ResourceWriter } from '../resource.writer';
import { LibrarySettingsService } from '../review/library-settings.service';
import { ReviewService } from '../review/review.service';
import { Purges } from './purges';
import { RetentionRepository } from './retention.repository';

const DAY = 86_400_000;

/** Where resources are that somebody wants no more, until they are removed for good. */
@Injectable()
export class TrashService {
  constructor(
    private readonly repository: RetentionRepository,
    private readonly reviews: ReviewService,
    private readonly settings: LibrarySettingsService,
    private readonly writer: ResourceWriter,
    private readonly purges: Purges,
    private readonly clock: Clock,
  ) {}

  /** What was public is withdrawn, so that its address goes on saying why. */
  async trash(actor: Actor, { params, body }: RestInput<'POST /api/resources/:resourceId/trash'>): Promise<Resource> {
    const row = await this.writer.change(actor, params.resourceId, 'trash', async (before, tx) => {
      if (before.status === 'published' && body.reason === '')
        throw new DomainError('VALIDATION_FAILED', 'It is public: say why it goes.', {
          fields: [{ path: 'reason', message: 'Must not be empty.' }],
        });
      await this.reviews.note(tx, actor, before.id, 'trashed', body.reason);
      return toTrash(before, actor.displayName, this.clock.instant(), body.reason);
    });
    return toResource(row);
  }

  async restore(actor: Actor, resourceId: string): Promise<Resource> {
    const row = await this.writer.change(actor, resourceId, 'restore', async (before, tx) => {
      if (before.purgingAt !== null) throw wrongState('It is being removed for good.');
      await this.reviews.note(tx, actor, resourceId, 'restored');
      return outOfTrash(before);
    });
    return toResource(row);
  }

  /** Its files are removed by a job; from here on it cannot be restored. */
  async purge(actor: Actor, resourceId: string): Promise<void> {
    const row = await this.writer.change(actor, resourceId, 'purge', () => ({ purgingAt: this.clock.instant() }));
    await this.purges.enqueue(row, 'all');
  }

  async list(actor: Actor, { query }: RestInput<'GET /api/trash'>): Promise<RestResponse<'GET /api/trash'>> {
    if (!maySite(actor.siteRole, 'library:contribute')) throw forbidden('Guests have no resources.');
    const owner = maySite(actor.siteRole, 'library:review') ? null : actor.userId;
    const rows = await this.repository.trash(owner, { before: query.cursor, limit: query.limit + 1 });
    const { trashDays } = await this.settings.get();
    const shown = rows.slice(0, query.limit);
    const last = rows.length > shown.length ? shown.at(-1) : undefined;
    return {
      resources: shown.map((row) => ({
        resource: toResource({ ...row, status: row.trashedStatus ?? row.status }),
        trashedAt: row.trashedAt!,
        by: row.trashedBy,
        removedAt: new Date(Date.parse(row.trashedAt!) + trashDays * DAY).toISOString(),
      })),
      nextCursor: last ? cursorAfter({ at: last.trashedAt!, id: last.id }) : null,
    };
  }
}

/** @param reason for everyone, where it was public */
export function toTrash(row: ResourceRow, by: string, now: string, reason: string): Partial<ResourceRow> {
  const gone = { trashedAt: now, trashedBy: by, trashedStatus: row.status };
  if (row.status !== 'published') return gone;
  return { ...gone, status: 'withdrawn', withdrawnAt: now, withdrawnReason: reason };
}

/** It is then what it was. */
function outOfTrash({ status, trashedStatus }: ResourceRow): Partial<ResourceRow> {
  const back = { trashedAt: null, trashedBy: '', trashedStatus: null, status: trashedStatus ?? status };
  return trashedStatus === 'published' ? { ...back, withdrawnAt: null, withdrawnReason: '' } : back;
}
