import { type Contribution, cursorAfter, type RestInput, type RestResponse } from '@lectern/contracts';
import { maySite } from '@lectern/identity';
import { type Actor, forbidden } from '@lectern/kernel';
import { Injectable } from '@nestjs/common';
import type { ResourceRow } from '../resource.entities';
import { toResource } from '../resource.view';
import { ContributionsRepository, type ThreadSummary } from './contributions.repository';

/** What waits for whom: the librarians' queue, and one's own contributions. */
@Injectable()
export class ContributionsService {
  constructor(private readonly contributions: ContributionsRepository) {}

  async list(
    actor: Actor,
    { query: { scope, cursor, limit } }: RestInput<'GET /api/contributions'>,
  ): Promise<RestResponse<'GET /api/contributions'>> {
    if (scope !== 'mine' && !maySite(actor.siteRole, 'library:review'))
      throw forbidden('Only librarians see the contributions of others.');
    const rows = await this.contributions.list(scope, actor.userId, { after: cursor, limit: limit + 1 });
    const shown = rows.slice(0, limit);
    const threads = await this.contributions.threads(
      actor.userId,
      shown.map(({ id }) => id),
    );
    const last = rows.length > shown.length ? shown.at(-1) : undefined;
    // The same time by which the list is ordered.
    const at = last && ((scope === 'queue' && last.submittedAt) || last.updatedAt);
    return {
      contributions: shown.map((row) => toContribution(row, threads.get(row.id))),
      nextCursor: last && at ? cursorAfter({ at, id: last.id }) : null,
    };
  }

  async news(actor: Actor): Promise<RestResponse<'GET /api/contributions/news'>> {
    const [waiting, unread] = await Promise.all([
      maySite(actor.siteRole, 'library:review') ? this.contributions.countWaiting() : 0,
      this.contributions.countUnread(actor.userId),
    ]);
    return { waiting, unread };
  }
}

function toContribution(row: ResourceRow, thread?: ThreadSummary): Contribution {
  const { comments = 0, news = 0, contributor = '', changedAt = row.updatedAt } = thread ?? {};
  return { resource: toResource(row), contributor, submittedAt: row.submittedAt, changedAt, comments, news };
}
