import { CONFIG, type Config } from '@lectern/config';
import type { JobPayload } from '@lectern/contracts';
import { UnitOfWork } from '@lectern/database';
import { Clock, DomainError } from '@lectern/kernel';
import type { JobContext } from '@lectern/queue';
import { Inject, Injectable } from '@nestjs/common';
import type { MaterialRow } from '../material.entity';
import { MaterialFiles } from '../material-files';
import { MaterialRepository } from '../material.repository';
import { prepareClip, prepareDeck, type Prepared } from './prepare-material';

const PROGRESS_EVERY = 500;
const SIGN_OF_LIFE = 5_000;
const MOST_ATTEMPTS = 5;
const LONGEST_DETAIL = 2000;

/** The job `material.prepare`: the uploaded file → what is shown. */
@Injectable()
export class MaterialProcessor {
  constructor(
    private readonly materials: MaterialRepository,
    private readonly files: MaterialFiles,
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async process({ materialId }: JobPayload<'material.prepare'>, context: JobContext): Promise<void> {
    const row = await this.start(materialId);
    if (!row) return;
    const alive = setInterval(() => this.note(row.id, {}, context), SIGN_OF_LIFE);
    try {
      await this.finish(row, await this.prepare(row, context));
    } catch (error) {
      if (!context.signal.aborted) await this.fail(row, error, context);
      throw error;
    } finally {
      clearInterval(alive);
    }
  }

  /** @returns null when there is nothing (more) to do */
  private async start(id: string): Promise<MaterialRow | null> {
    const row = await this.materials.get(id).catch((error: unknown) => {
      if (error instanceof DomainError) return null;
      throw error;
    });
    if (row?.status !== 'preparing') return null;
    const attempts = row.attempts + 1;
    await this.write(id, { attempts });
    return { ...row, attempts };
  }

  private prepare(row: MaterialRow, context: JobContext): Promise<Prepared> {
    let last = 0;
    const { ffmpeg: ffmpegPath, ffprobe: ffprobePath } = this.config;
    return this.files.withFolder(row.id, (folder) =>
      (row.kind === 'deck' ? prepareDeck : prepareClip)({
        ...{ ffmpegPath, ffprobePath, folder, file: this.files.uploaded(row.id), signal: context.signal },
        put: (name, file) => this.files.put(row.id, name, file),
        onProgress: (percent) => {
          if (performance.now() - last < PROGRESS_EVERY) return;
          last = performance.now();
          this.note(row.id, { percent: Math.min(99, percent) }, context);
        },
      }),
    );
  }

  private async finish({ id }: MaterialRow, { row, texts }: Prepared): Promise<void> {
    const change: Partial<MaterialRow> = { ...row, status: 'ready', percent: 100, failure: null };
    const done = await this.unitOfWork.run(async (tx) => {
      const prepared = await this.materials.prepare(tx, id, { ...change, updatedAt: this.clock.instant() });
      if (prepared) await this.materials.replacePages(tx, id, texts);
      return prepared;
    });
    // Deleted meanwhile: nobody will ask for it.
    if (!done) await this.files.removeAll(id);
    await this.files.removeUploaded(id);
  }

  private async fail({ id, attempts }: MaterialRow, error: unknown, { lastAttempt }: JobContext): Promise<void> {
    const refused = error instanceof DomainError && !error.toWire().retryable;
    if (!refused && !lastAttempt && attempts < MOST_ATTEMPTS) return;
    const failure = refused ? error.message : 'This file could not be prepared. Upload it again, or ask the operator.';
    const failureDetail = refused
      ? null
      : (error instanceof Error ? error.message : String(error)).slice(-LONGEST_DETAIL);
    await this.write(id, { status: 'failed', failure, failureDetail });
    await this.files.removeUploaded(id);
    await this.files.removeAll(id);
  }

  private async write(id: string, change: Partial<MaterialRow>): Promise<void> {
    const patch = { ...change, updatedAt: this.clock.instant() };
    await this.unitOfWork.run((tx) => this.materials.prepare(tx, id, patch));
  }

  private note(id: string, change: Partial<MaterialRow>, { logger }: JobContext): void {
    this.write(id, change).catch((error: unknown) => logger.warn({ err: error }, 'progress was not written'));
  }
}
