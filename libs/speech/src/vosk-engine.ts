import { access } from 'node:fs/promises';
import { join } from 'node:path';
import {
  BYTES_PER_SECOND,
  type SpeechEngine,
  type SpeechStream,
  type TranscribeOptions,
  type Utterance,
} from './speech-engine';
import { baseLanguage, languageName } from './speech-engines';
import { speechParts, type SpeechPart } from './speech-parts';
import { loadVosk, type Handle, type VoskLibrary } from './vosk-library';
import { VoskRecognizer } from './vosk-recognizer';

/** Options of {@link VoskEngine}. */
export interface VoskOptions {
  /** Path of libvosk. */
  library: string;
  /** Model folders (those that hold `am/`, `conf/`, `graph/`) and the language of each, BCP 47. */
  models: { language: string; path: string }[];
}

/** Speech recognition by libvosk, called through koffi on threads of its own. Models are loaded when first needed. */
export class VoskEngine implements SpeechEngine {
  readonly name = 'vosk';
  readonly punctuates = false;
  readonly #models = new Map<string, Promise<Handle>>();
  #library: VoskLibrary | null = null;

  constructor(private readonly options: VoskOptions) {}

  languages(): string[] {
    return this.options.models.map(({ language }) => language);
  }

  async *transcribe(pcm: AsyncIterable<Buffer>, options: TranscribeOptions): AsyncGenerator<Utterance> {
    options.signal?.throwIfAborted();
    const recognizer = await this.#open(options.language);
    const run = new Transcription(recognizer);
    try {
      for await (const part of speechParts(pcm, options.onProgress)) {
        options.signal?.throwIfAborted();
        yield* await run.feed(part);
      }
      options.signal?.throwIfAborted();
    } finally {
      recognizer.close();
    }
  }

  async stream(language: string): Promise<SpeechStream> {
    const recognizer = await this.#open(language);
    return {
      write: async (pcm) => {
        const utterance = await recognizer.accept(pcm);
        return utterance
          ? { finished: [utterance], partial: '' }
          : { finished: [], partial: await recognizer.partial() };
      },
      end: async () => {
        const utterance = await recognizer.finish();
        recognizer.close();
        return utterance ? [utterance] : [];
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
    const loading = this.#models.get(model.language) ?? loadModel(library, model.path);
    this.#models.set(model.language, loading);
    // A model that could not be loaded is tried again by the next who asks.
    loading.catch(() => this.#models.delete(model.language));
    return loading;
  }
}

/** Feeds the parts of one sound, and puts the times of the words back to where they were in the whole. */
class Transcription {
  #fedSeconds = 0;
  /** What to add to the recogniser's times; null between two parts. */
  #shift: number | null = null;

  constructor(private readonly recognizer: VoskRecognizer) {}

  async feed(part: SpeechPart): Promise<Utterance[]> {
    this.#shift ??= part.at - this.#fedSeconds;
    const shift = this.#shift;
    const utterances = [await this.recognizer.accept(part.pcm)];
    this.#fedSeconds += part.pcm.length / BYTES_PER_SECOND;
    if (part.last) {
      utterances.push(await this.recognizer.finish());
      this.#shift = null;
    }
    return utterances.filter((utterance) => utterance !== null).map((utterance) => shifted(utterance, shift));
  }
}

function shifted({ words }: Utterance, seconds: number): Utterance {
  return { words: words.map((word) => ({ ...word, start: word.start + seconds, end: word.end + seconds })) };
}

async function loadModel(library: VoskLibrary, path: string): Promise<Handle> {
  // libvosk ends the whole process on some broken models; looking for the acoustic model first catches the common case.
  await access(join(path, 'am', 'final.mdl')).catch((cause: Error) => {
    throw new Error(`${path} holds no speech model (am/final.mdl is not there).`, { cause });
  });
  const model = await library.newModel(path);
  if (!model) throw new Error(`The speech model in ${path} cannot be loaded.`);
  return model;
}
