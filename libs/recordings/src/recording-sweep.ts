import { Clock, newId } from '@lectern/kernel';
import { LOGGER, type Logger } from '@lectern/observability';
import { Inject, Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { ProcessingService } from './processing.service';
import { afterFailure, type RecordingRow } from './recording.entity';
import { RecordingRepository } from './recording.repository';
import { RecordingWriter } from './recording.writer';

/** With the next, less than 20 s: by then what has lost its server or its job is taken up again. */
const EVERY = 3_000;
/** Four missed signs of life: whoever worked on it is gone. */
const GONE = 12_000;
/** A server that was slow to start again, or stood still, gives as long: its people come back, its recordings go on. */
const RETURN = 12_000;
const MOST_ATTEMPTS = 6;

/** No recording stays "recording" or "processing" for ever: what has lost its server or its job is taken up again. */
@Injectable()
export class RecordingSweep implements OnApplicationBootstrap, OnApplicationShutdown {
  private timer?: NodeJS.Timeout;
  private running = false;
  private begunAt = 0;
  private calledAt = 0;

  constructor(
    private readonly recordings: RecordingRepository,
    private readonly processing: ProcessingService,
    private readonly writer: RecordingWriter,
    private readonly clock: Clock,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  onApplicationBootstrap(): void {
    this.begunAt = this.calledAt = this.clock.now();
    this.timer = setInterval(() => void this.run(), EVERY);
  }

  onApplicationShutdown(): void {
    clearInterval(this.timer);
  }

  /** One run at a time: while Redis is away, the first one waits for it. */
  async run(): Promise<void> {
    this.noteStandstill();
    if (this.running) return;
    this.running = true;
    try {
      await this.finishOrphans();
      await this.requeueForgotten();
    } catch (error) {
      this.logger.warn({ err: error }, 'the sweep of recordings failed; it runs again soon');
    } finally {
      this.running = false;
    }
  }

  /**
   * Whoever sleeps for long (a laptop that was closed, a virtual machine that was moved) finds all signs of life old when it
   * wakes up, its own as well.
   */
  private noteStandstill(): void {
    const now = this.clock.now();
    if (now - this.calledAt > GONE) this.begunAt = now;
    this.calledAt = now;
  }

  private async finishOrphans(): Promise<void> {
    if (this.clock.now() - this.begunAt < RETURN) return;
    for (const row of await this.recordings.stale('recording', this.before(GONE))) {
      this.logger.warn({ recordingId: row.id }, 'the server of this recording is gone; processing what it has written');
      await this.processing.begin(row, row.updatedAt, 'server-lost');
    }
  }

  private async requeueForgotten(): Promise<void> {
    for (const row of await this.recordings.stale('processing', this.before(GONE))) {
      if (await this.processing.isQueued(row)) continue;
      if (row.attempts < MOST_ATTEMPTS) await this.processing.enqueue(await this.withPlace(row));
      else await this.giveUp(row);
    }
  }

  /** Rows from before the place in the library was decided at the beginning. */
  private async withPlace(row: RecordingRow): Promise<RecordingRow> {
    const resourceId = row.resourceId ?? newId();
    if (!row.resourceId) await this.writer.write(row, { resourceId });
    return { ...row, resourceId };
  }

  private async giveUp(row: RecordingRow): Promise<void> {
    const failure = 'Processing was interrupted again and again. Try again, or ask the operator to look at the log.';
    await this.writer.write(row, { ...afterFailure(row), failure });
  }

  private before(age: number): string {
    return new Date(this.clock.now() - age).toISOString();
  }
}
