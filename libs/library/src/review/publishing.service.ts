import type { Resource, RestInput, RestResponse } from '@lectern/contracts';
import { type Actor, Clock, notFound } from '@lectern/kernel';
import { Injectable } from '@nestjs/common';
import { ResourceRepository } from '../resource.repository';
import { stepTo } from '../resource.steps';
import { toResource } from '../resource.view';
import { ResourceWriter } from '../resource.writer';
import { ReviewService } from './review.service';

/** Publishing without a review, and the way back. */
@Injectable()
export class PublishingService {
  constructor(
    private readonly resources: ResourceRepository,
    private readonly reviews: ReviewService,
    private readonly writer: ResourceWriter,
    private readonly clock: Clock,
  ) {}

  async publish(actor: Actor, resourceId: string): Promise<Resource> {
    const row = await this.writer.change(actor, resourceId, 'publish', async (before, tx) => {
      // The same press again.
      if (before.status === 'published') return {};
      await this.reviews.note(tx, actor, resourceId, 'published');
      return stepTo(before, 'publish', this.clock.instant());
    });
    return toResource(row);
  }

  async withdraw(
    actor: Actor,
    { params, body }: RestInput<'POST /api/resources/:resourceId/unpublish'>,
  ): Promise<Resource> {
    const row = await this.writer.change(actor, params.resourceId, 'withdraw', async (before, tx) => {
      const patch = stepTo(before, 'withdraw', this.clock.instant(), body.reason);
      await this.reviews.note(tx, actor, before.id, 'withdrawn', body.reason);
      return patch;
    });
    return toResource(row);
  }

  /** @throws DomainError NOT_FOUND for all that is not withdrawn */
  async tombstone(resourceId: string): Promise<RestResponse<'GET /api/resources/:resourceId/tombstone'>> {
    const row = await this.resources.find(resourceId);
    if (row?.status !== 'withdrawn') throw notFound('A withdrawn resource of this address');
    const { title, withdrawnAt, updatedAt, withdrawnReason: reason } = row;
    return { title, withdrawnAt: withdrawnAt ?? updatedAt, reason };
  }
}
