import { LOGGER, type Logger } from '@lectern/observability';
import { JobQueue } from '@lectern/queue';
import { Inject, Injectable } from '@nestjs/common';
import type { ResourceRow } from '../resource.entities';

/** Hands to the queue what is to be removed for good; the rows are the outbox, from which the sweep adds it again. */
@Injectable()
export class Purges {
  constructor(
    private readonly queue: JobQueue,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  /** @param what the single tracks of a recording, or the resource with all that belongs to it */
  async enqueue({ id, recordingId }: Pick<ResourceRow, 'id' | 'recordingId'>, what: 'tracks' | 'all'): Promise<void> {
    try {
      await this.queue.add('library.purge', { resourceId: id, recordingId, what }, `${id}-${what}`);
    } catch (error) {
      this.logger.warn({ err: error, resourceId: id }, 'the removal was not queued; the sweep adds it again');
    }
  }
}
