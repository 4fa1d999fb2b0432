import { CONFIG, type Config } from '@lectern/config';
import { materialFiles, type RecordingStep } from '@lectern/contracts';
import { SpeechEngines } from '@lectern/speech';
import { STORAGE, type Storage } from '@lectern/storage';
import { WebinarRepository } from '@lectern/webinars';
import { Inject, Injectable } from '@nestjs/common';
import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { processRecording } from './processing/process-recording';
import type { ProcessResult } from './processing/process-result';
import { RecordingFolders } from './recording-folders';
import type { RecordingRow } from './recording.entity';

/** Runs the media chain on one recording's folder, with this installation's ffmpeg and speech engines. */
@Injectable()
export class MediaProcessor {
  constructor(
    private readonly webinars: WebinarRepository,
    private readonly folders: RecordingFolders,
    private readonly speech: SpeechEngines,
    @Inject(STORAGE) private readonly storage: Storage,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async process(
    row: RecordingRow,
    signal: AbortSignal,
    onProgress: (step: RecordingStep, percent: number) => void,
  ): Promise<ProcessResult> {
    const { languages, title } = await this.webinars.get(row.webinarId);
    const { ffmpeg: ffmpegPath } = this.config;
    return processRecording({
      dir: this.folders.of(row.id),
      fetchMaterial: (materialId, name, folder) => this.fetchMaterial(materialId, name, folder),
      speech: this.speech,
      languages,
      title,
      ffmpegPath,
      signal,
      onProgress,
    });
  }

  private async fetchMaterial(materialId: string, name: string, folder: string): Promise<string | null> {
    const stored = await this.storage.open(materialFiles.key(materialId, name));
    if (!stored) return null;
    const file = join(folder, `${materialId}-${name}`);
    await pipeline(stored.read(), createWriteStream(file));
    return file;
  }
}
