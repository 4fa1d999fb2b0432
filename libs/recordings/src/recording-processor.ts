import { type ImportManifest, type JobPayload, type RecordingStep } from '@lectern/contracts';
import { DomainError, newId } from '@lectern/kernel';
import { type JobContext, JobQueue } from '@lectern/queue';
import { Injectable } from '@nestjs/common';
import { Heartbeat } from './heartbeat';
import { MediaProcessor } from './media-processor';
import type { RecordingRow } from './recording.entity';
import { RecordingRepository } from './recording.repository';
import { RecordingWriter } from './recording.writer';
import { ResultPublisher } from './result-publisher';

const PROGRESS_EVERY = 500;

/** The job `recording.process`: tracks → video, transcript, poster → storage → the library's job. */
@Injectable()
export class RecordingProcessor {
  constructor(
    private readonly recordings: RecordingRepository,
    private readonly media: MediaProcessor,
    private readonly publisher: ResultPublisher,
    private readonly queue: JobQueue,
    private readonly writer: RecordingWriter,
    private readonly heartbeat: Heartbeat,
  ) {}

  async process({ recordingId }: JobPayload<'recording.process'>, context: JobContext): Promise<void> {
    const row = await this.recordings.get(recordingId);
    if (row.status !== 'processing') return;
    // The resource's name is decided once, so that a second run writes over the first instead of beside it.
    const resourceId = row.resourceId ?? newId();
    await this.write(row.id, { resourceId, attempts: row.attempts + 1 });
    const stopHeartbeat = this.heartbeat.start(row.id, 'processing');
    try {
      await this.run({ ...row, resourceId }, context);
    } catch (error) {
      if (!context.signal.aborted) await this.noteFailure(row.id, error, context);
      throw error;
    } finally {
      stopHeartbeat();
    }
  }

  private async run(row: RecordingRow & { resourceId: string }, { signal, logger }: JobContext): Promise<void> {
    let last = 0;
    const onProgress = (step: RecordingStep, percent: number) => {
      if (percent < 100 && performance.now() - last < PROGRESS_EVERY) return;
      last = performance.now();
      this.write(row.id, { step, percent: Math.min(99, percent) }).catch((error: unknown) =>
        logger.warn({ err: error }, 'progress was not written'),
      );
    };
    const result = await this.media.process(row, signal, onProgress);
    await this.write(row.id, { step: 'import', percent: 99 });
    const manifest: ImportManifest = await this.publisher.publish(row, result);
    await this.write(row.id, { notice: manifest.notice });
    await this.queue.add('library.import', { recordingId: row.id, resourceId: row.resourceId }, row.id);
  }

  /** Called when the library has taken it in. */
  async imported(recordingId: string): Promise<void> {
    await this.write(recordingId, { status: 'ready', step: 'done', percent: 100, failure: null });
  }

  private async noteFailure(id: string, error: unknown, { lastAttempt }: JobContext): Promise<void> {
    const final = lastAttempt || (error instanceof DomainError && !error.toWire().retryable);
    const failure =
      error instanceof DomainError
        ? error.message
        : `Processing failed: ${error instanceof Error ? error.message : String(error)}`;
    await this.write(id, final ? { status: 'failed', failure } : { failure });
  }

  private async write(id: string, change: Partial<RecordingRow>): Promise<void> {
    await this.writer.write(id, 'processing', change);
  }
}
