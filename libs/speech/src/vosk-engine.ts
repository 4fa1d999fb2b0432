import { existsSync } from 'node:fs';
import { access } from 'node:fs/promises';
import { join } from 'node:path';
import { baseLanguage, languageName } from './languages';
import type { SpeechUse } from './models/choose-model';
import type { SpeechEngine, SpeechStream, TranscribeOptions, Utterance } from './speech-engine';
import { shifted, transcribeWith } from './transcription';
import { IdleRecognizers } from './idle-recognizers';
import { loadVosk, type Handle, type VoskLibrary } from './vosk-library';
import { VoskRecognizer } from './vosk-recognizer';

/** A model folder of libvosk, and the language that it understands, BCP 47. */
export interface VoskModel {
  language: string;
  path: string;
  /** Looks before the model is loaded whether it is whole. @throws Error with a sentence */
  verify?: () => Promise<void>;
}

/** Options of {@link VoskEngine}. */
export interface VoskOptions {
  /** Path of libvosk. */
  library: string;
  models: VoskModel[];
}

/**
 * Speech recognition by libvosk, called through koffi on libuv's threads. Models are loaded when first needed. Where a
 * model's folder has one named `live`, that is the model for streams: the same with a narrower, faster search.
 */
export class VoskEngine implements SpeechEngine {
  readonly name = 'vosk';
  readonly #models = new Map<string, Promise<Handle>>();
  readonly #idle = new IdleRecognizers<VoskRecognizer>();
  #library: VoskLibrary | null = null;

  constructor(private readonly options: VoskOptions) {}

  languages(): string[] {
    return this.options.models.map(({ language }) => language);
  }

  liveLanguages(): string[] {
    return this.languages();
  }

  punctuates(): boolean {
    return false;
  }

  async *transcribe(pcm: AsyncIterable<Buffer>, options: TranscribeOptions): AsyncGenerator<Utterance> {
    options.signal?.throwIfAborted();
    const { library, model } = await this.#load(options.language, 'recording');
    const recognizer = await VoskRecognizer.open(library, model);
    try {
      yield* transcribeWith(recognizer, pcm, options);
    } finally {
      recognizer.close();
    }
  }

  async stream(language: string): Promise<SpeechStream> {
    const { library, model } = await this.#load(language, 'live');
    const recognizer = this.#idle.take(model) ?? (await VoskRecognizer.open(library, model));
    // One that is used again counts on from its first sound.
    const before = recognizer.fedSeconds;
    const since = (utterances: Utterance[]) => utterances.map((utterance) => shifted(utterance, -before));
    return {
      write: async (pcm) => {
        const finished = since(await recognizer.accept(pcm));
        return { finished, partial: finished.length > 0 ? '' : await recognizer.partial() };
      },
      end: async () => {
        try {
          const last = since(await recognizer.finish());
          this.#idle.give(model, recognizer);
          return last;
        } catch (error) {
          recognizer.close();
          throw error;
        }
      },
    };
  }

  async close(): Promise<void> {
    const models = [...this.#models.values()];
    this.#models.clear();
    this.#idle.close();
    for (const loaded of await Promise.allSettled(models)) {
      if (loaded.status === 'fulfilled') this.#library?.freeModel(loaded.value);
    }
  }

  async #load(language: string, use: SpeechUse): Promise<{ library: VoskLibrary; model: Handle }> {
    const library = (this.#library ??= loadVosk(this.options.library));
    return { library, model: await this.#model(library, language, use) };
  }

  #model(library: VoskLibrary, language: string, use: SpeechUse): Promise<Handle> {
    const find = (tag: string) => this.options.models.find((model) => model.language === tag);
    const model = find(language) ?? find(baseLanguage(language));
    if (!model) throw new Error(`No speech model for ${languageName(language)} is installed.`);
    const live = join(model.path, 'live');
    const path = use === 'live' && existsSync(live) ? live : model.path;
    const loading = this.#models.get(path) ?? loadModel(library, { ...model, path });
    this.#models.set(path, loading);
    // A model that could not be loaded is tried again by the next who asks.
    loading.catch(() => this.#models.delete(path));
    return loading;
  }
}

async function loadModel(library: VoskLibrary, { path, verify }: VoskModel): Promise<Handle> {
  await verify?.();
  // libvosk ends the whole process on some broken models; looking for the acoustic model first catches the common case.
  const places = ['am/final.mdl', 'final.mdl'].map((file) => access(join(path, file)));
  await Promise.any(places).catch((cause: Error) => {
    throw new Error(`${path} holds no speech model (am/final.mdl is not there).`, { cause });
  });
  const model = await library.newModel(path);
  if (!model) throw new Error(`The speech model in ${path} cannot be loaded.`);
  return model;
}
