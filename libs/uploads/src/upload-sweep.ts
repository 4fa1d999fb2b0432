import { UnitOfWork } from '@lectern/database';
import { Clock } from '@lectern/kernel';
import { LOGGER, type Logger } from '@lectern/observability';
import { Inject, Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { UploadFiles } from './upload-files';
import { UploadRepository } from './upload.repository';

const EVERY = 600_000;
/** A file that has no upload: left by a crash between the two, or forgotten by its feature. */
const FORGOTTEN = 7 * 24 * 3_600_000;

/** Unfinished uploads that nobody continues are removed, with their files. */
@Injectable()
export class UploadSweep implements OnApplicationBootstrap, OnApplicationShutdown {
  private timer?: NodeJS.Timeout;

  constructor(
    private readonly uploads: UploadRepository,
    private readonly files: UploadFiles,
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => void this.run(), EVERY);
    void this.run();
  }

  onApplicationShutdown(): void {
    clearInterval(this.timer);
  }

  async run(): Promise<void> {
    try {
      for (const { id, completedAt } of await this.uploads.expired(this.clock.instant())) {
        await this.unitOfWork.run((tx) => this.uploads.remove(tx, id));
        if (!completedAt) await this.files.remove(id);
      }
      const old = await this.files.untouched(this.clock.now() - FORGOTTEN);
      const known = await this.uploads.known(old);
      for (const id of old) if (!known.has(id)) await this.files.remove(id);
    } catch (error) {
      this.logger.warn({ err: error }, 'the sweep of uploads failed; it runs again soon');
    }
  }
}
