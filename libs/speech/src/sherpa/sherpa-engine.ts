import { join } from 'node:path';
import { languageName } from '../languages';
import { verifyModel } from '../models/checksums';
import { chooseModel, languagesOf, type SpeechUse } from '../models/choose-model';
import type { InstalledModel } from '../models/model-folder';
import type { SpeechEngine, SpeechStream, TranscribeOptions, Utterance } from '../speech-engine';
import { transcribeWith } from '../transcription';
import { SherpaChild } from './sherpa-child';
import type { SherpaModel } from './sherpa-messages';
import { SherpaSpeech } from './sherpa-speech';

/** Options of {@link SherpaEngine}. */
export interface SherpaOptions {
  /** Those for sherpa-onnx among the models of the folder; of those that find speech, the first is used. */
  models: InstalledModel[];
  /** Of one recogniser. */
  threads?: number;
  /** The compiled entry of the speech process; by default the one beside this file. */
  entry?: string;
  /** Flags of its Node. */
  execArgv?: string[];
}

/**
 * Speech recognition by sherpa-onnx, in a process of its own that is started when it is first needed. A model's
 * checksums are looked at before it is loaded for the first time.
 */
export class SherpaEngine implements SpeechEngine {
  readonly name = 'sherpa-onnx';
  readonly #verified = new Map<string, Promise<void>>();
  #child: SherpaChild | null = null;
  #nextStream = 1;

  constructor(private readonly options: SherpaOptions) {}

  languages(): string[] {
    return languagesOf(this.options.models, 'recording');
  }

  liveLanguages(): string[] {
    return languagesOf(this.options.models, 'live');
  }

  punctuates(language: string): boolean {
    return chooseModel(this.options.models, language, 'recording')?.manifest.punctuates ?? false;
  }

  /** The process id of the speech process, when it runs. */
  get pid(): number | undefined {
    return this.#child?.alive ? this.#child.pid : undefined;
  }

  async *transcribe(pcm: AsyncIterable<Buffer>, options: TranscribeOptions): AsyncGenerator<Utterance> {
    options.signal?.throwIfAborted();
    const speech = await this.#open(options.language, 'recording');
    try {
      yield* transcribeWith(speech, pcm, options);
    } finally {
      await speech.close();
    }
  }

  async stream(language: string): Promise<SpeechStream> {
    const speech = await this.#open(language, 'live');
    return {
      write: (pcm) => speech.write(pcm),
      end: async () => {
        try {
          return await speech.finish();
        } finally {
          await speech.close();
        }
      },
    };
  }

  async close(): Promise<void> {
    const child = this.#child;
    this.#child = null;
    await child?.stop();
  }

  async #open(language: string, use: SpeechUse): Promise<SherpaSpeech> {
    const model = chooseModel(this.options.models, language, use);
    if (!model) throw new Error(`No speech model for ${languageName(language)} is installed.`);
    await this.#verify(model);
    const vad = this.options.models.find(({ manifest }) => manifest.kind === 'vad');
    if (vad) await this.#verify(vad);
    const stream = this.#nextStream++;
    const child = this.#running();
    const vadFile = vad ? modelOf(vad).files.model! : null;
    const { threads = 1 } = this.options;
    try {
      await child.ask({ type: 'open', stream, model: modelOf(model), language, vad: vadFile, threads });
    } catch (error) {
      const reason = (error as Error).message;
      throw new Error(`The speech model "${model.manifest.name}" cannot be loaded: ${reason}.`, { cause: error });
    }
    return new SherpaSpeech(child, stream, model.manifest.name);
  }

  /** Once for each model; a damaged one is looked at again by the next who asks, as it may have been fetched anew. */
  #verify(model: InstalledModel): Promise<void> {
    const { folder } = model;
    const verifying = this.#verified.get(folder) ?? verifyModel(model);
    this.#verified.set(folder, verifying);
    verifying.catch(() => this.#verified.delete(folder));
    return verifying;
  }

  /** What took the last process along does not concern the next one. */
  #running(): SherpaChild {
    if (this.#child?.alive) return this.#child;
    const { entry = join(__dirname, 'sherpa.process.js'), execArgv = [] } = this.options;
    this.#child = new SherpaChild(entry, execArgv);
    return this.#child;
  }
}

function modelOf({ manifest, folder }: InstalledModel): SherpaModel {
  const { name, kind, modelType, roles } = manifest;
  const files = Object.fromEntries(Object.entries(roles).map(([role, file]) => [role, join(folder, file)]));
  return { name, kind, modelType, files };
}
