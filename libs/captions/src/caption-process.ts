import { CONFIG, type Config } from '@lectern/config';
import { Metrics } from '@lectern/observability';
import { openSpeech, type SpeechSetup } from '@lectern/speech';
import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { availableParallelism } from 'node:os';
import { CaptionClient } from './process/caption-client';

/** Voices recognised at once for each core: a small model takes a quarter of one, more when a phrase begins. */
const VOICES_A_CORE = 2;

/** The caption process of this server, and what it could understand. */
@Injectable()
export class CaptionProcess implements OnApplicationShutdown {
  readonly client: CaptionClient;
  private readonly setup: SpeechSetup;

  constructor(@Inject(CONFIG) { speech }: Config, metrics: Metrics) {
    this.setup = { ...speech, threads: 1 };
    this.client = new CaptionClient({ setup: this.setup, voices: availableParallelism() * VOICES_A_CORE });
    metrics.gauge('caption_tracks', 'Microphones that are listened to for captions', () => this.client.tracks);
  }

  /** Those of the languages that no model understands while people speak. Models may have come since the start. */
  missing(languages: string[]): string[] {
    const { engines } = openSpeech(this.setup);
    return languages.filter((language) => engines.for(language, 'live').engine === null);
  }

  async onApplicationShutdown(): Promise<void> {
    await this.client.close();
  }
}
