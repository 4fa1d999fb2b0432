import { BYTES_PER_SECOND, SAMPLE_RATE, type Utterance } from '../speech-engine';
import type { Segment, Segmenter } from './segmenter';
import type { OfflineRecognizer, OnlineRecognizer, OnlineStream, Result } from './sherpa-library';
import type { Heard } from './sherpa-messages';
import { type SherpaResult, spokenWords } from './spoken-words';

/** One sound on its way through a recogniser, in the speech process. Times count the sound that was given. */
export interface SherpaStream {
  write(pcm: Uint8Array): Heard;
  flush(): Heard;
}

/** Recognises piece by piece, as the segmenter cuts them. */
export class OfflineSpeech implements SherpaStream {
  constructor(
    private readonly recognizer: () => OfflineRecognizer,
    private readonly segmenter: Segmenter,
  ) {}

  write(pcm: Uint8Array): Heard {
    return this.#recognise(this.segmenter.take(samplesOf(pcm)));
  }

  flush(): Heard {
    return this.#recognise(this.segmenter.flush());
  }

  #recognise(segments: Segment[]): Heard {
    const finished = segments.flatMap((segment) => this.#utterance(segment));
    return { finished, partial: '' };
  }

  #utterance({ samples, at }: Segment): Utterance[] {
    const recognizer = this.recognizer();
    const stream = recognizer.createStream();
    stream.acceptWaveform({ samples, sampleRate: SAMPLE_RATE });
    recognizer.decode(stream);
    const result = recognizer.getResult(stream);
    return utterances(spokenWords(resultOf(result, result.ys_log_probs), samples.length / SAMPLE_RATE, at));
  }
}

/** Streaming models look ahead: without silence after it, the last word would stay inside. */
const TAIL = new Float32Array(SAMPLE_RATE * 0.66);

/** Follows the sound as it comes. */
export class OnlineSpeech implements SherpaStream {
  #stream: OnlineStream;
  /** Seconds before the present stream's beginning. */
  #base = 0;
  #fed = 0;

  constructor(private readonly recognizer: OnlineRecognizer) {
    this.#stream = recognizer.createStream();
  }

  write(pcm: Uint8Array): Heard {
    this.#accept(samplesOf(pcm));
    this.#fed += pcm.length / BYTES_PER_SECOND;
    const result = this.recognizer.getResult(this.#stream);
    if (!this.recognizer.isEndpoint(this.#stream)) return { finished: [], partial: result.text.trim() };
    this.recognizer.reset(this.#stream);
    return { finished: this.#utterance(result), partial: '' };
  }

  flush(): Heard {
    this.#accept(TAIL);
    this.#stream.inputFinished();
    this.#decode();
    const finished = this.#utterance(this.recognizer.getResult(this.#stream));
    this.#stream = this.recognizer.createStream();
    this.#base += this.#fed;
    this.#fed = 0;
    return { finished, partial: '' };
  }

  #accept(samples: Float32Array): void {
    this.#stream.acceptWaveform({ samples, sampleRate: SAMPLE_RATE });
    this.#decode();
  }

  #decode(): void {
    while (this.recognizer.isReady(this.#stream)) this.recognizer.decode(this.#stream);
  }

  #utterance(result: Result): Utterance[] {
    const start = result.start_time ?? 0;
    return utterances(spokenWords(resultOf(result, result.ys_probs), this.#fed - start, this.#base + start));
  }
}

const utterances = (words: Utterance['words']): Utterance[] => (words.length > 0 ? [{ words }] : []);

function resultOf({ text, tokens = [], timestamps = [] }: Result, logProbabilities: number[] = []): SherpaResult {
  return { text, tokens, timestamps, logProbabilities };
}

/** 16-bit PCM → numbers from −1 to 1. */
function samplesOf(pcm: Uint8Array): Float32Array {
  const view = new DataView(pcm.buffer, pcm.byteOffset, pcm.byteLength);
  const samples = new Float32Array(pcm.byteLength >> 1);
  for (let i = 0; i < samples.length; i++) samples[i] = view.getInt16(i * 2, true) / 32_768;
  return samples;
}
