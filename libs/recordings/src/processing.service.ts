import type { ExtraFormat, ProcessStep, RecordingStopCause } from '@lectern/contracts';
import { type Transaction, UnitOfWork } from '@lectern/database';
import { Clock, newId, wrongState } from '@lectern/kernel';
import { LOGGER, type Logger } from '@lectern/observability';
import { JobQueue } from '@lectern/queue';
import { Inject, Injectable } from '@nestjs/common';
import { processingFlow } from './processing-flow';
import { withDependents } from './processing/due-steps';
import { allSteps } from './processing/steps/all-steps';
import type { RecordingRow } from './recording.entity';
import { afterCommand, needsTracks, type RecordingCommand, refusals } from './recording.machine';
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
    return this.turn(row, 'stop', { ...this.nextRun(row), stoppedAt, stopCause });
  }

  /** Processes again what has failed or was cancelled; results that are there are taken as they are. */
  async retry(row: RecordingRow): Promise<RecordingRow> {
    return this.turn(row, 'retry', this.nextRun(row));
  }

  /** Makes a step anew, and all that is made from what it makes. */
  async rerun(row: RecordingRow, step: ProcessStep): Promise<RecordingRow> {
    const next = this.nextRun(row);
    return this.turn(row, 'rerun', { ...next, redo: redoFrom(row, step, next.run) });
  }

  /**
   * Others are to be left out than in what was made: from this step on nothing of that counts any more. A run that is
   * under way is overtaken. What has failed or was cancelled waits, unless the library has an earlier result of it.
   */
  async revise(tx: Transaction, id: string, step: ProcessStep): Promise<void> {
    const row = await this.recordings.lock(tx, id);
    const status = row && afterCommand(row.status, 'revise');
    if (!row || !status || row.discardedAt !== null) return;
    const next = this.nextRun(row);
    const redo = redoFrom(row, step, next.run);
    const waits = row.importedAt === null && row.status !== 'processing' && row.status !== 'ready';
    const patch = waits ? { redo } : { ...next, redo, status, updatedAt: this.clock.instant() };
    if (await this.recordings.update(tx, row, patch)) tx.afterCommit(() => this.announce({ ...row, ...patch }));
  }

  /** Makes something besides; what is there already is not made again. */
  async makeExtra(row: RecordingRow, extra: ExtraFormat): Promise<RecordingRow> {
    if (row.extras.includes(extra)) return row;
    return this.turn(row, 'extra', { ...this.nextRun(row), extra });
  }

  /**
   * processing → cancelled; back to ready where only something besides was being made. The worker learns of it within a
   * second, and stops.
   */
  async cancel(row: RecordingRow): Promise<RecordingRow> {
    const command = row.extra === null ? 'cancel' : 'leave';
    return this.turn(row, command, { failure: null, failureDetail: null, extra: null });
  }

  private nextRun(row: RecordingRow) {
    return {
      ...{ step: 'queued' as const, percent: 0, attempts: 0, failure: null, failureDetail: null },
      ...{ run: row.run + 1, extra: null },
      since: this.clock.instant(),
      // The resource's name is decided once, so that a second run writes over the first instead of beside it.
      resourceId: row.resourceId ?? newId(),
    };
  }

  private turn(row: RecordingRow, command: RecordingCommand, change: Partial<RecordingRow>): Promise<RecordingRow> {
    const status = afterCommand(row.status, command);
    if (!status) throw wrongState(refusals[command]);
    if (row.discardedAt !== null && needsTracks.has(command))
      throw wrongState('What this recording was made of has been removed: nothing more can be made of it.');
    const patch = { ...change, status, updatedAt: this.clock.instant() };
    const after = { ...row, ...patch };
    return this.unitOfWork.run(async (tx) => {
      const done = await this.recordings.update(tx, row, patch);
      if (done) tx.afterCommit(() => this.announce(after));
      return done ? after : this.recordings.get(row.id, tx.manager);
    });
  }

  private announce(row: RecordingRow): void {
    this.teller.changed(row);
    if (row.status === 'processing') void this.enqueue(row);
  }

  /** Adds the jobs where none of them is waiting or running already. */
  async enqueue(row: RecordingRow): Promise<void> {
    const { id: recordingId, resourceId } = row;
    try {
      if (resourceId) await this.queue.addFlow(processingFlow({ ...row, resourceId }));
    } catch (error) {
      this.logger.warn({ err: error, recordingId }, 'the jobs were not queued; the sweep adds them again');
    }
  }

  /** Whether a job of it waits or runs. */
  async isQueued(row: RecordingRow): Promise<boolean> {
    const { resourceId } = row;
    return resourceId !== null && this.queue.isFlowActive(processingFlow({ ...row, resourceId }));
  }
}

/** The step, and all that is made from what it makes, count from this run on. */
function redoFrom({ redo }: RecordingRow, step: ProcessStep, run: number): RecordingRow['redo'] {
  return { ...redo, ...Object.fromEntries(withDependents(allSteps, step).map((name) => [name, run] as const)) };
}
