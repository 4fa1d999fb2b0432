import type { RecordingStopCause } from '@lectern/contracts';
import { UnitOfWork } from '@lectern/database';
import { Clock } from '@lectern/kernel';
import { LOGGER, type Logger } from '@lectern/observability';
import { JobQueue } from '@lectern/queue';
import { Inject, Injectable } from '@nestjs/common';
import type { RecordingRow } from './recording.entity';
import { RecordingRepository } from './recording.repository';
import { RecordingTeller } from './recording.teller';

/** Hands stopped recordings to the queue. The status column is the outbox: what the queue loses, the sweep adds again. */
@Injectable()
export class ProcessingService {
  constructor(
    private readonly recordings: RecordingRepository,
    private readonly queue: JobQueue,
    private readonly teller: RecordingTeller,
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  /** recording → processing. */
  async begin(row: RecordingRow, stoppedAt: string, stopCause: RecordingStopCause | null): Promise<RecordingRow> {
    return this.turn(row, { status: 'processing', step: 'queued', percent: 0, stoppedAt, stopCause });
  }

  /** failed → processing. */
  async retry(row: RecordingRow): Promise<RecordingRow> {
    return this.turn(row, { status: 'processing', step: 'queued', percent: 0, attempts: 0, failure: null });
  }

  private turn(row: RecordingRow, change: Partial<RecordingRow>): Promise<RecordingRow> {
    const patch = { ...change, updatedAt: this.clock.instant() };
    const after = { ...row, ...patch };
    return this.unitOfWork.run(async (tx) => {
      const done = await this.recordings.update(tx, row.id, row.status, patch);
      if (done) tx.afterCommit(() => this.announce(after));
      return done ? after : this.recordings.get(row.id, tx.manager);
    });
  }

  private announce(row: RecordingRow): void {
    this.teller.changed(row);
    void this.enqueue(row.id);
  }

  /** Adds the job where it is not waiting or running already. */
  async enqueue(recordingId: string): Promise<void> {
    try {
      await this.queue.add('recording.process', { recordingId }, recordingId);
    } catch (error) {
      this.logger.warn({ err: error, recordingId }, 'the job was not queued; the sweep adds it again');
    }
  }
}
