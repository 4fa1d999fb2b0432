import { Clock } from '@lectern/kernel';
import { LOGGER, type Logger } from '@lectern/observability';
import { JobQueue } from '@lectern/queue';
import { Inject, Injectable } from '@nestjs/common';
import type { ResourceRow } from '../resource.entities';
import { LibrarySettingsService } from '../review/library-settings.service';
import { RetentionRepository } from './retention.repository';

const DAY = 86_400_000;

/** Hands to the queue what is to be removed for good; the rows are the outbox, from which the sweep adds it again. */
@Injectable()
export class Purges {
  constructor(
    private readonly queue: JobQueue,
    private readonly repository: RetentionRepository,
    private readonly settings: LibrarySettingsService,
    private readonly clock: Clock,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  /** What has been in the trash for long enough. */
  async run(most: number): Promise<void> {
    const { trashDays } = await this.settings.get();
    const until = new Date(this.clock.now() - trashDays * DAY).toISOString();
    for (const row of await this.repository.condemned(until, most)) await this.enqueue(row, 'all');
  }

  /** @param what the single tracks of a recording, or the resource with all that belongs to it */
  async enqueue({ id, recordingId }: Pick<ResourceRow, 'id' | 'recordingId'>, what: 'tracks' | 'all'): Promise<void> {
    try {
      await this.queue.add('library.purge', { resourceId: id, recordingId, what }, `${id}-${what}`);
    } catch (error) {
      this.logger.warn({ err: error, resourceId: id }, 'the removal was not queued; the sweep adds it again');
    }
  }
}
