import { Clock } from '@lectern/kernel';
import { LOGGER, type Logger } from '@lectern/observability';
import { JobQueue } from '@lectern/queue';
import { Inject, Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { MaterialRepository } from './material.repository';

const EVERY = 10_000;
const WORKER_GONE = 30_000;

/** Hands uploads to the queue; what the queue or a killed worker loses is added again. */
@Injectable()
export class MaterialJobs implements OnApplicationBootstrap, OnApplicationShutdown {
  private timer?: NodeJS.Timeout;
  private running = false;

  constructor(
    private readonly materials: MaterialRepository,
    private readonly queue: JobQueue,
    private readonly clock: Clock,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => void this.sweep(), EVERY);
  }

  onApplicationShutdown(): void {
    clearInterval(this.timer);
  }

  /** Adds the job where it is not waiting or running already. */
  async enqueue(materialId: string): Promise<void> {
    try {
      await this.queue.add('material.prepare', { materialId }, materialId);
    } catch (error) {
      this.logger.warn({ err: error, materialId }, 'the job was not queued; the sweep adds it again');
    }
  }

  /** One run at a time: while Redis is away, the first one waits for it. */
  private async sweep(): Promise<void> {
    if (this.running) return;
    this.running = true;
    try {
      const before = new Date(this.clock.now() - WORKER_GONE).toISOString();
      for (const { id } of await this.materials.stale(before))
        if (!(await this.queue.isActive('material.prepare', id))) await this.enqueue(id);
    } catch (error) {
      this.logger.warn({ err: error }, 'the sweep of materials failed; it runs again soon');
    } finally {
      this.running = false;
    }
  }
}
