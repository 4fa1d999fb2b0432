import { SAMPLE_RATE } from '@lectern/speech';
import type { OpusDecoder } from 'opus-decoder';
import { readOpusPacket } from './opus-packet';

const CLOCK = 48_000;
/** A pause in the packets (Opus sends few while nobody speaks) is filled with silence up to this: enough to end a phrase. */
const LONGEST_FILL = 2 * SAMPLE_RATE;

/** Sound of one track. `at`: seconds from the first packet to its first sample. */
export interface Sound {
  pcm: Buffer;
  at: number;
}

/**
 * Packets → 16 kHz mono PCM on the sender's clock. What is missing becomes silence; what comes late is left out, as
 * captions cannot wait for it.
 */
export class OpusSound {
  #first: number | null = null;
  #lastTimestamp = 0;
  #lastSequence = 0;
  /** Ticks of 48 kHz from the first packet to the latest one. */
  #elapsed = 0;
  /** Samples that have come out, silence and skipped time included. */
  #position = 0;

  constructor(private readonly decoder: OpusDecoder<16_000>) {}

  /** Seconds of sound that have come in. */
  get seconds(): number {
    return this.#position / SAMPLE_RATE;
  }

  take(data: Buffer): Sound[] {
    const packet = readOpusPacket(data);
    if (!packet || !this.#advance(packet.timestamp, packet.sequence)) return [];
    const { channelData, samplesDecoded } = this.decoder.decodeFrame(packet.frame);
    const target = Math.round((this.#elapsed * SAMPLE_RATE) / CLOCK);
    const sounds = this.#fill(target);
    if (samplesDecoded > 0 && channelData[0]) sounds.push(this.#out(pcmOf(channelData[0])));
    return sounds;
  }

  /** Whether the packet is newer than the last one. */
  #advance(timestamp: number, sequence: number): boolean {
    if (this.#first === null) {
      this.#first = timestamp;
    } else {
      const step = (timestamp - this.#lastTimestamp) | 0;
      if (step <= 0 || ((sequence - this.#lastSequence) << 16) >> 16 <= 0) return false;
      this.#elapsed += step;
    }
    this.#lastTimestamp = timestamp;
    this.#lastSequence = sequence;
    return true;
  }

  #fill(target: number): Sound[] {
    const missing = target - this.#position;
    if (missing <= 0) return [];
    const length = Math.min(missing, LONGEST_FILL);
    const sound = this.#out(Buffer.alloc(length * 2));
    this.#position = target;
    return [sound];
  }

  #out(pcm: Buffer): Sound {
    const at = this.seconds;
    this.#position += pcm.length / 2;
    return { pcm, at };
  }
}

function pcmOf(samples: Float32Array): Buffer {
  const pcm = Buffer.alloc(samples.length * 2);
  for (const [i, sample] of samples.entries())
    pcm.writeInt16LE(Math.max(-32_768, Math.min(32_767, Math.round(sample * 32_767))), i * 2);
  return pcm;
}

/** The decoder is WebAssembly in an ES module: it comes by a dynamic import. */
export async function openOpusDecoder(): Promise<OpusDecoder<16_000>> {
  const { OpusDecoder: Decoder } = await import('opus-decoder');
  const decoder = new Decoder({ sampleRate: SAMPLE_RATE, channels: 1, streamCount: 1, coupledStreamCount: 0 });
  await decoder.ready;
  return decoder;
}
