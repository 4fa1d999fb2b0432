import { UnitOfWork } from '@lectern/database';
import { LOGGER, type Logger } from '@lectern/observability';
import { Inject, Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { ResourceRepository } from './resource.repository';
import { SearchIndex } from './search-index';
import { SearchWriter } from './search.writer';

const AT_ONCE = 50;

/** After a change of the index's form: puts in again what is published, one resource at a time, beside everything else. */
@Injectable()
export class SearchCatchUp implements OnApplicationBootstrap, OnApplicationShutdown {
  private stopped = false;
  private running: Promise<void> = Promise.resolve();

  constructor(
    private readonly source: DataSource,
    private readonly resources: ResourceRepository,
    private readonly writer: SearchWriter,
    private readonly index: SearchIndex,
    private readonly unitOfWork: UnitOfWork,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  onApplicationBootstrap(): void {
    this.running = this.run().catch((error: unknown) =>
      this.logger.error({ err: error }, 'the search index could not be filled; the next start tries again'),
    );
  }

  async onApplicationShutdown(): Promise<void> {
    this.stopped = true;
    await this.running;
  }

  private async run(): Promise<void> {
    for (;;) {
      const ids = await this.writer.missing(this.source.manager, AT_ONCE);
      for (const id of ids) {
        if (this.stopped) return;
        await this.refresh(id);
      }
      if (ids.length < AT_ONCE) return;
    }
  }

  private refresh(id: string): Promise<void> {
    return this.unitOfWork.run(async (tx) => {
      const row = await this.resources.lock(tx, id);
      if (row) await this.index.refresh(tx, row);
    });
  }
}
