import { CONFIG, type Config } from '@lectern/config';
import { wrongState } from '@lectern/kernel';
import { openSpeech, type SpeechEngines } from '@lectern/speech';
import { Inject, Injectable } from '@nestjs/common';
import { ProcessingService } from './processing.service';
import type { RecordingRow } from './recording.entity';

/** Writes down later what could not be when it was recorded, for want of a speech model. */
@Injectable()
export class TranscribingService {
  private engines?: SpeechEngines;

  constructor(
    private readonly processing: ProcessingService,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** @throws DomainError WRONG_STATE when nothing is missing, or there is still no model */
  async transcribe(row: RecordingRow): Promise<RecordingRow> {
    if (row.untranscribed.length === 0) throw wrongState('All that was said in it has been written down.');
    if (this.transcribable(row).length === 0)
      throw wrongState('There is still no speech model for it: ask the operator to install one.');
    return this.processing.rerun(row, 'transcribe');
  }

  /**
   * Languages of it without a transcript for which there is a model by now. Known since the server started, as in the
   * worker that uses them; no model is loaded for that.
   */
  transcribable({ untranscribed }: RecordingRow): string[] {
    if (untranscribed.length === 0) return [];
    this.engines ??= openSpeech(this.config.speech).engines;
    return untranscribed.filter((language) => this.engines?.for(language).engine);
  }
}
