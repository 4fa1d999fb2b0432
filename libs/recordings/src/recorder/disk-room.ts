import { CONFIG, type Config } from '@lectern/config';
import { DomainError } from '@lectern/kernel';
import { LOGGER, type Logger } from '@lectern/observability';
import { Inject, Injectable } from '@nestjs/common';
import { RecordingFolders } from '../recording-folders';

const EVERY = 1_000;

/**
 * Sees that recordings leave some room on their disk: what else writes there, the database above all, must go on when a
 * recording has filled it.
 */
@Injectable()
export class DiskRoom {
  private readonly reserve: number;

  constructor(
    private readonly folders: RecordingFolders,
    @Inject(CONFIG) { recordingReserve }: Pick<Config, 'recordingReserve'>,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {
    this.reserve = recordingReserve;
  }

  /** Twice the reserve, or the recording would stop as soon as it has begun. @throws DomainError STORAGE_FULL */
  async check(): Promise<void> {
    if ((await this.folders.freeBytes()) > 2 * this.reserve) return;
    throw new DomainError('STORAGE_FULL', 'The disk for recordings is full: ask the operator to make room on it.');
  }

  /**
   * @param onFull called once, when no more than the reserve is left
   * @returns what ends the watch
   */
  watch(onFull: () => void): () => void {
    const timer = setInterval(() => void this.look(timer, onFull), EVERY);
    return () => clearInterval(timer);
  }

  private async look(timer: NodeJS.Timeout, onFull: () => void): Promise<void> {
    try {
      if ((await this.folders.freeBytes()) > this.reserve) return;
      clearInterval(timer);
      onFull();
    } catch (error) {
      this.logger.warn({ err: error }, 'the room on the disk for recordings is not known');
    }
  }
}
