import type { TrackInfo } from '../capture/track-info';
import { MatroskaWriter } from './matroska-writer';
import {
  OPUS_SHORT_SILENCE,
  OPUS_SHORT_SILENCE_MS,
  OPUS_SILENCE,
  OPUS_SILENCE_MS,
  opusDuration,
  opusHead,
} from './opus';
import type { OrderedPacket } from './packet-order';
import { Presence } from './presence';
import { emptyMedia, type TrackMedia } from './track-media';
import type { TrackSource } from './track-source';

/** With DTX a silent sender still sends a packet every 400 ms (RFC 7587 §3.1.3). */
const DTX_GAP_MS = 1000;
const CHANNELS = 2;

/**
 * Writes an Opus track (RFC 7587) that goes on from the recording's start to its end: where nothing was sent, packets
 * of silence stand. So whoever decodes it needs neither to know of gaps nor memory for them.
 */
export async function writeAudioTrack(
  source: TrackSource,
  info: TrackInfo,
  file: string,
  durationMs: number,
): Promise<TrackMedia> {
  const track = {
    codecId: 'A_OPUS',
    codecPrivate: opusHead(CHANNELS),
    audio: { channels: CHANNELS, sampleRate: 48_000 },
  };
  const writer = await MatroskaWriter.create(file, track);
  const line = new SoundLine(writer, durationMs);
  const media = { ...emptyMedia(info.trackId), file };
  try {
    for await (const packet of source.packets()) {
      media.lostPackets += packet.missing;
      await line.add(packet, source.time(packet));
    }
    await line.fill(durationMs);
  } finally {
    await writer.close(durationMs);
  }
  return { ...media, frames: line.frames, intervals: line.presence.intervals, file: line.frames > 0 ? file : null };
}

/** Sound without gaps: knows up to where it has come. */
class SoundLine {
  readonly presence = new Presence(DTX_GAP_MS);
  frames = 0;
  #end = 0;

  constructor(
    private readonly writer: MatroskaWriter,
    private readonly durationMs: number,
  ) {}

  async add({ payload }: OrderedPacket, time: number): Promise<void> {
    const duration = opusDuration(payload);
    // What lies before what is written already can only come from a clock that was set back.
    if (duration === 0 || time < 0 || time >= this.durationMs || time < this.#end - OPUS_SILENCE_MS) return;
    await this.fill(time);
    const start = Math.max(time, this.#end - OPUS_SILENCE_MS / 2);
    await this.writer.write(payload, Math.round(start), true);
    this.#end = start + duration;
    this.frames++;
    this.presence.see(start, this.#end);
  }

  /**
   * Puts silence up to a moment, as far as whole packets fit. The last of them are short: what is left open the mixer
   * closes by stretching what comes next, and a rest of 20 ms would be heard as a pitch that glides for a second.
   */
  async fill(time: number): Promise<void> {
    await this.#put(OPUS_SILENCE, OPUS_SILENCE_MS, time);
    await this.#put(OPUS_SHORT_SILENCE, OPUS_SHORT_SILENCE_MS, time);
  }

  async #put(packet: Buffer, duration: number, to: number): Promise<void> {
    for (; to - this.#end >= duration; this.#end += duration) {
      await this.writer.write(packet, Math.round(this.#end), true);
    }
  }
}
