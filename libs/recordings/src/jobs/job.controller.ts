import { cursorAfter, type RestInput, type RestResponse } from '@lectern/contracts';
import { Input, Route, SignedIn } from '@lectern/http';
import { maySite } from '@lectern/identity';
import { type Actor, forbidden } from '@lectern/kernel';
import { Controller } from '@nestjs/common';
import { JobRepository } from './job.repository';

/** What the queue has to do and has done, for admins. */
@Controller()
export class JobController {
  constructor(private readonly jobs: JobRepository) {}

  @Route('GET /api/jobs')
  async list(
    @SignedIn() actor: Actor,
    @Input() { query }: RestInput<'GET /api/jobs'>,
  ): Promise<RestResponse<'GET /api/jobs'>> {
    if (!maySite(actor.siteRole, 'jobs:manage')) throw forbidden('Only admins see the jobs of the installation.');
    // One more than asked for tells whether there is a next page.
    const found = await this.jobs.page({ ...query, limit: query.limit + 1 });
    const jobs = found.slice(0, query.limit);
    const last = jobs.at(-1);
    const nextCursor = found.length > jobs.length && last ? cursorAfter({ at: last.since, id: last.id }) : null;
    return { jobs, nextCursor, counts: await this.jobs.counts() };
  }
}
