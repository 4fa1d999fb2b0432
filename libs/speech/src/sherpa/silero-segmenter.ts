import { SAMPLE_RATE } from '../speech-engine';
import { concatenated, type Segment, type Segmenter } from './segmenter';
import { LONGEST_SEGMENT, VAD_WINDOW, vadConfig } from './sherpa-config';
import { sherpa, type Vad } from './sherpa-library';

/** Cuts where Silero's voice detector hears that nobody speaks. */
export class SileroSegmenter implements Segmenter {
  readonly #vad: Vad;
  #rest: Float32Array = new Float32Array(0);
  /** Samples before the detector's present beginning: each flush makes it begin anew. */
  #base = 0;
  #fed = 0;

  constructor(model: string) {
    this.#vad = new sherpa.Vad(vadConfig(model), LONGEST_SEGMENT + 2);
  }

  take(samples: Float32Array): Segment[] {
    const all = concatenated(this.#rest, samples);
    let offset = 0;
    for (; offset + VAD_WINDOW <= all.length; offset += VAD_WINDOW)
      this.#feed(all.subarray(offset, offset + VAD_WINDOW));
    this.#rest = all.slice(offset);
    return this.#found();
  }

  flush(): Segment[] {
    const rest = this.#rest.length;
    if (rest > 0) this.#feed(concatenated(this.#rest, new Float32Array(VAD_WINDOW - rest)));
    this.#vad.flush();
    const segments = this.#found();
    this.#vad.reset();
    this.#base += this.#fed - (rest > 0 ? VAD_WINDOW - rest : 0);
    this.#fed = 0;
    this.#rest = new Float32Array(0);
    return segments;
  }

  #feed(window: Float32Array): void {
    this.#vad.acceptWaveform(window);
    this.#fed += window.length;
  }

  #found(): Segment[] {
    const segments: Segment[] = [];
    for (; !this.#vad.isEmpty(); this.#vad.pop()) {
      // Without a buffer outside of V8's heap: the samples are copied, and outlive the pop.
      const { start, samples } = this.#vad.front(false);
      segments.push({ samples, at: (this.#base + start) / SAMPLE_RATE });
    }
    return segments;
  }
}
