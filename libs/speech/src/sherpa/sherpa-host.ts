import { QuietCutter } from './segmenter';
import { offlineConfig, onlineConfig } from './sherpa-config';
import { type OfflineRecognizer, type OnlineRecognizer, sherpa } from './sherpa-library';
import type { Heard, SherpaModel, SherpaReply, SherpaRequest } from './sherpa-messages';
import { OfflineSpeech, OnlineSpeech, type SherpaStream } from './sherpa-streams';
import { SileroSegmenter } from './silero-segmenter';

type Open = Extract<SherpaRequest, { type: 'open' }>;

const silent: Heard = { finished: [], partial: '' };

/** The models and streams of the speech process. Everything here may take long: the process has nothing else to do. */
export class SherpaHost {
  readonly #streams = new Map<number, SherpaStream>();
  readonly #offline = new Map<string, OfflineRecognizer>();
  readonly #online = new Map<string, OnlineRecognizer>();

  /** Carries out one request; a refusal becomes a reply. */
  handle(message: SherpaRequest): SherpaReply {
    try {
      return { type: 'done', request: message.request, ...this.#do(message) };
    } catch (error) {
      return {
        type: 'refused',
        request: message.request,
        reason: error instanceof Error ? error.message : String(error),
      };
    }
  }

  #do(message: SherpaRequest): Heard {
    switch (message.type) {
      case 'open':
        this.#streams.set(message.stream, this.#open(message));
        return silent;
      case 'write':
        return this.#stream(message.stream).write(message.pcm);
      case 'flush':
        return this.#stream(message.stream).flush();
      case 'close':
        this.#streams.delete(message.stream);
        return silent;
    }
  }

  #stream(id: number): SherpaStream {
    const stream = this.#streams.get(id);
    if (!stream) throw new Error('No such stream is open.');
    return stream;
  }

  #open({ model, language, vad, threads }: Open): SherpaStream {
    if (model.kind === 'streaming-transducer') return new OnlineSpeech(this.#onlineRecognizer(model, threads));
    // Loaded at once, so that a broken model is refused before any sound is given.
    const load = () => this.#offlineRecognizer(model, language, threads);
    load();
    return new OfflineSpeech(load, vad ? new SileroSegmenter(vad) : new QuietCutter());
  }

  #onlineRecognizer(model: SherpaModel, threads: number): OnlineRecognizer {
    const recognizer = this.#online.get(model.name) ?? new sherpa.OnlineRecognizer(onlineConfig(model, threads));
    this.#online.set(model.name, recognizer);
    return recognizer;
  }

  /** A model is held once; one of several languages is told before each piece which is meant. */
  #offlineRecognizer(model: SherpaModel, language: string, threads: number): OfflineRecognizer {
    const config = offlineConfig(model, language, threads);
    const known = this.#offline.get(model.name);
    if (model.kind === 'sense-voice' || !known) return known ?? this.#load(model, config);
    if (model.kind === 'whisper') known.setConfig(config);
    return known;
  }

  #load(model: SherpaModel, config: object): OfflineRecognizer {
    const recognizer = new sherpa.OfflineRecognizer(config);
    this.#offline.set(model.name, recognizer);
    return recognizer;
  }
}
