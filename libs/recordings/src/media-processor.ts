import { CONFIG, type Config } from '@lectern/config';
import { materialFiles, type ProcessStep } from '@lectern/contracts';
import { SpeechEngines } from '@lectern/speech';
import { STORAGE, type Storage } from '@lectern/storage';
import { WebinarRepository } from '@lectern/webinars';
import { Inject, Injectable } from '@nestjs/common';
import { createWriteStream } from 'node:fs';
import { rename } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { type ProcessResult, processResult } from './processing/process-result';
import { RecordingFolder } from './processing/recording-folder';
import { StepResults } from './processing/step-results';
import { StepRunner } from './processing/step-runner';
import { RecordingFolders } from './recording-folders';
import { type RecordingRow, wantedExtras } from './recording.entity';
import { TermsRepository } from './terms/terms.repository';

/** Runs steps of the media chain on a recording's folder, with this installation's ffmpeg and speech engines. */
@Injectable()
export class MediaProcessor {
  constructor(
    private readonly webinars: WebinarRepository,
    private readonly folders: RecordingFolders,
    private readonly speech: SpeechEngines,
    private readonly terms: TermsRepository,
    @Inject(STORAGE) private readonly storage: Storage,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async run(
    row: RecordingRow,
    step: ProcessStep,
    signal: AbortSignal,
    onProgress: (done: number) => void,
  ): Promise<void> {
    const { languages, title } = await this.webinars.get(row.webinarId);
    const { run, redo } = row;
    const runner = new StepRunner({
      ...{ dir: this.folders.of(row.id), run, redo, languages, title, signal },
      extras: wantedExtras(row),
      fetchMaterial: (materialId, name, folder) => this.fetchMaterial(materialId, name, folder),
      leftOut: await this.terms.leftOut(row.webinarId),
      speech: this.speech,
      ffmpegPath: this.config.ffmpeg,
    });
    await runner.run(step, onProgress);
  }

  /** What the steps have made. */
  result(row: RecordingRow): Promise<ProcessResult> {
    return processResult(new StepResults(this.folders.of(row.id), row.redo), wantedExtras(row));
  }

  /** Removes what was made on the way. */
  async tidy(recordingId: string): Promise<void> {
    await new RecordingFolder(this.folders.of(recordingId)).tidy();
  }

  private async fetchMaterial(materialId: string, name: string, folder: string): Promise<string | null> {
    const stored = await this.storage.open(materialFiles.key(materialId, name));
    if (!stored) return null;
    const file = join(folder, `${materialId}-${name}`);
    const temporary = join(folder, `${materialId}-${process.pid}.tmp-${name}`);
    await pipeline(stored.read(), createWriteStream(temporary));
    await rename(temporary, file);
    return file;
  }
}
