import { SpeechGate } from '@lectern/speech';
import type { OpusDecoder } from 'opus-decoder';
import { createSocket, type Socket } from 'node:dgram';
import { once } from 'node:events';
import { openOpusDecoder, OpusSound, type Sound } from './opus-sound';
import type { Voice } from './voice';

/** Twenty seconds of a voice: recognition may hold this thread for a moment, the kernel keeps what comes meanwhile. */
const RECEIVE_BUFFER_BYTES = 256 * 1024;

/** No packet for so long means that the microphone is off: what is being said has ended. */
const SILENT_MS = 1_200;

/** One microphone: a UDP socket on the loopback address → sound → the gate that lets speech through → the voice. */
export class VoiceTap {
  readonly #gate = new SpeechGate();
  readonly #sound: OpusSound;
  #rest: Buffer = Buffer.alloc(0);
  /** Seconds by which the gate's count of frames is behind the track's time: skipped silence. */
  #skipped = 0;
  #given = 0;
  #closed = false;
  #silence?: NodeJS.Timeout;

  private constructor(
    private readonly socket: Socket,
    private readonly decoder: OpusDecoder<16_000>,
    private readonly voice: Voice,
  ) {
    this.#sound = new OpusSound(decoder);
    socket.on('message', (packet, sender) => {
      if (sender.address === '127.0.0.1' && !this.#closed) this.#take(packet);
    });
  }

  /** Rejects when no port can be had. */
  static async open(voice: Voice): Promise<VoiceTap> {
    const decoder = await openOpusDecoder();
    const socket = createSocket({ type: 'udp4', recvBufferSize: RECEIVE_BUFFER_BYTES });
    try {
      socket.bind(0, '127.0.0.1');
      await once(socket, 'listening');
    } catch (error) {
      decoder.free();
      throw error;
    }
    // A socket that fails hears nothing more; the track ends with its tap.
    socket.on('error', () => undefined);
    return new VoiceTap(socket, decoder, voice);
  }

  get port(): number {
    return this.socket.address().port;
  }

  /** Seconds of sound that have come in. */
  get receivedTo(): number {
    return this.#sound.seconds;
  }

  /** Safe to call again. */
  async close(): Promise<void> {
    if (this.#closed) return;
    this.#closed = true;
    clearTimeout(this.#silence);
    this.socket.close();
    this.decoder.free();
    await this.voice.close();
  }

  #take(packet: Buffer): void {
    for (const sound of this.#sound.take(packet)) this.#hear(sound);
    clearTimeout(this.#silence);
    this.#silence = setTimeout(() => this.#pause(), SILENT_MS);
  }

  #pause(): void {
    const rest = this.#gate.end();
    if (rest) this.voice.feed({ ...rest, at: rest.at + this.#skipped });
  }

  #hear({ pcm, at }: Sound): void {
    if (this.#rest.length === 0) this.#skipped = at - this.#given;
    const data = this.#rest.length > 0 ? Buffer.concat([this.#rest, pcm]) : pcm;
    let offset = 0;
    for (; offset + SpeechGate.frameBytes <= data.length; offset += SpeechGate.frameBytes) {
      const part = this.#gate.take(data.subarray(offset, offset + SpeechGate.frameBytes));
      this.#given += SpeechGate.frameSeconds;
      if (part) this.voice.feed({ ...part, at: part.at + this.#skipped });
    }
    this.#rest = data.subarray(offset);
  }
}
