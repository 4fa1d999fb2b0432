import { type JobPayload, type ProcessJob, ProcessStep } from '@lectern/contracts';
import { Clock, DomainError } from '@lectern/kernel';
import type { JobContext } from '@lectern/queue';
import { Injectable } from '@nestjs/common';
import { MediaProcessor } from './media-processor';
import { failureOf } from './processing/failure-words';
import { overallPercent } from './processing/progress';
import { stepsFor } from './processing/steps/all-steps';
import { isCurrent, RecordingWatch } from './recording-watch';
import { afterFailure, type RecordingRow, wantedExtras } from './recording.entity';
import { RecordingRepository } from './recording.repository';
import { RecordingWriter } from './recording.writer';
import { ResultPublisher } from './result-publisher';

const PROGRESS_EVERY = 500;

/** The jobs `recording.process`: tracks → video, transcript, pictures → storage, one step each. */
@Injectable()
export class RecordingProcessor {
  constructor(
    private readonly recordings: RecordingRepository,
    private readonly media: MediaProcessor,
    private readonly publisher: ResultPublisher,
    private readonly writer: RecordingWriter,
    private readonly watch: RecordingWatch,
    private readonly clock: Clock,
  ) {}

  async process({ recordingId, run, step }: JobPayload<'recording.process'>, context: JobContext): Promise<void> {
    const row = await this.recordings.find(recordingId);
    if (!isCurrent(row, run)) return this.leave(recordingId);
    const attempts = (row.step === step ? row.attempts : 0) + 1;
    await this.writer.write(row, { attempts });
    const { cancelled, stop } = this.watch.start(row);
    const signal = AbortSignal.any([context.signal, cancelled]);
    try {
      await this.run(row, step, { ...context, signal });
    } catch (error) {
      if (cancelled.aborted) return await this.leave(recordingId);
      if (!context.signal.aborted) await this.noteFailure(row, step, error, context);
      throw error;
    } finally {
      stop();
    }
  }

  private async run(row: RecordingRow, job: ProcessJob, context: JobContext): Promise<void> {
    const step = ProcessStep.safeParse(job).data;
    if (!step) return this.publish(row);
    const report = this.reporter(row, step, context);
    report(0);
    await this.media.run(row, step, context.signal, report);
  }

  /** Percents go out now and then; the beginning of a step always does. */
  private reporter(row: RecordingRow, step: ProcessStep, { logger }: JobContext): (done: number) => void {
    const steps = stepsFor(wantedExtras(row));
    let last = 0;
    return (done) => {
      if (done > 0 && performance.now() - last < PROGRESS_EVERY) return;
      last = performance.now();
      const percent = Math.min(98, Math.floor(overallPercent(steps, step, done)));
      this.writer.write(row, { step, percent }).catch((error: unknown) => {
        logger.warn({ err: error }, 'progress was not written');
      });
    };
  }

  private async publish(row: RecordingRow): Promise<void> {
    await this.writer.write(row, { step: 'publish', percent: 99 });
    const { resourceId } = row;
    if (!resourceId) throw new Error('No place in the library was decided on.');
    const result = await this.media.result(row);
    const { notice } = await this.publisher.publish({ ...row, resourceId }, result);
    await this.writer.write(row, { notice, untranscribed: result.untranscribed, step: 'import' });
    await this.media.tidy(row.id);
  }

  /** Whether the library is still to take it in; what comes without a run, from elsewhere, it always is. */
  async isImportWanted({ recordingId, run }: JobPayload<'library.import'>): Promise<boolean> {
    return run === undefined || isCurrent(await this.recordings.find(recordingId), run);
  }

  /** Called when the library has taken it in. */
  async imported({ recordingId: id, run }: JobPayload<'library.import'>): Promise<void> {
    const row = await this.recordings.find(id);
    if (run === undefined || !isCurrent(row, run)) return;
    const done = { status: 'ready', step: 'done', percent: 100, failure: null, failureDetail: null } as const;
    const extras = { extras: wantedExtras(row), extra: null };
    const { leftOut } = await this.media.result(row);
    await this.writer.write(row, { ...done, ...extras, leftOut, importedAt: this.clock.instant() });
  }

  /** What was cancelled or overtaken leaves nothing but its result. */
  private async leave(recordingId: string): Promise<void> {
    const row = await this.recordings.find(recordingId);
    if (row?.status !== 'processing') await this.media.tidy(recordingId);
  }

  private async noteFailure(row: RecordingRow, step: ProcessJob, error: unknown, context: JobContext): Promise<void> {
    const final = context.lastAttempt || (error instanceof DomainError && !error.toWire().retryable);
    const { failure, detail } = failureOf(step, error);
    const noted = { failure, failureDetail: detail };
    await this.writer.write(row, final ? { ...noted, ...afterFailure(row) } : noted);
    if (final) await this.media.tidy(row.id);
  }
}
