import { access } from 'node:fs/promises';
import { join } from 'node:path';
import { baseLanguage, languageName } from './languages';
import type { SpeechEngine, SpeechStream, TranscribeOptions, Utterance } from './speech-engine';
import { transcribeWith } from './transcription';
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

/** Speech recognition by libvosk, called through koffi on threads of its own. Models are loaded when first needed. */
export class VoskEngine implements SpeechEngine {
  readonly name = 'vosk';
  readonly #models = new Map<string, Promise<Handle>>();
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
    const recognizer = await this.#open(options.language);
    try {
      yield* transcribeWith(recognizer, pcm, options);
    } finally {
      recognizer.close();
    }
  }

  async stream(language: string): Promise<SpeechStream> {
    const recognizer = await this.#open(language);
    return {
      write: async (pcm) => {
        const finished = await recognizer.accept(pcm);
        return { finished, partial: finished.length > 0 ? '' : await recognizer.partial() };
      },
      end: async () => {
        try {
          return await recognizer.finish();
        } finally {
          recognizer.close();
        }
      },
    };
  }

  async close(): Promise<void> {
    const models = [...this.#models.values()];
    this.#models.clear();
    for (const loaded of await Promise.allSettled(models)) {
      if (loaded.status === 'fulfilled') this.#library?.freeModel(loaded.value);
    }
  }

  async #open(language: string): Promise<VoskRecognizer> {
    this.#library ??= loadVosk(this.options.library);
    return VoskRecognizer.open(this.#library, await this.#model(this.#library, language));
  }

  #model(library: VoskLibrary, language: string): Promise<Handle> {
    const find = (tag: string) => this.options.models.find((model) => model.language === tag);
    const model = find(language) ?? find(baseLanguage(language));
    if (!model) throw new Error(`No speech model for ${languageName(language)} is installed.`);
    const loading = this.#models.get(model.language) ?? loadModel(library, model);
    this.#models.set(model.language, loading);
    // A model that could not be loaded is tried again by the next who asks.
    loading.catch(() => this.#models.delete(model.language));
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
