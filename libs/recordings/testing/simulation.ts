import { mkdir, open } from 'node:fs/promises';
import { join } from 'node:path';
import { fileHeader } from '../src/capture/rtpdump';
import { trackPaths, writeTrackInfo } from '../src/capture/track-file';
import type { TrackInfo } from '../src/capture/track-info';
import { newTrack } from './send';
import { record } from './record';

/** What a source sends: `media` is its own clock's milliseconds, `sent` those of true time. */
export interface Sending {
  media: number;
  sent: number;
  payload: Buffer;
  /** More of the same picture follows. */
  more?: boolean;
}

/** Milliseconds that the way takes at least. */
export const LEAST_DELAY = 30;

/** Exponential, and reproducible: 8 ms on average. */
export function jitter(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2 ** 31;
    return -8 * Math.log(1 - state / 2 ** 31);
  };
}

/**
 * Writes a track as the capture process would have, had the packets come over a network that delays and never overtakes.
 * @param fields whose track it is, and how its packets are to be read
 */
export async function writeTrack(
  dir: string,
  fields: Pick<
    TrackInfo,
    'participantId' | 'source' | 'kind' | 'mimeType' | 'payloadType' | 'clockRate' | 'startedAt'
  > &
    Partial<Pick<TrackInfo, 'language'>>,
  packets: Iterable<Sending>,
  seed: number,
): Promise<TrackInfo> {
  await mkdir(join(dir, 'tracks'), { recursive: true });
  const info: TrackInfo = { ...newTrack(), language: null, ssrc: seed, ...fields };
  await writeTrackInfo(dir, info);
  const file = await open(trackPaths(dir, info.trackId).dump, 'wx');
  try {
    let buffers = [fileHeader(info.startedAt, 0)];
    for (const record of records(info, packets, seed)) {
      buffers.push(record);
      if (buffers.length < 10_000) continue;
      await file.appendFile(Buffer.concat(buffers));
      buffers = [];
    }
    await file.appendFile(Buffer.concat(buffers));
  } finally {
    await file.close();
  }
  return info;
}

function* records({ clockRate, payloadType, ssrc }: TrackInfo, packets: Iterable<Sending>, seed: number) {
  const delay = jitter(seed);
  const [first, base] = [seed & 0xffff, seed * 100_000];
  let sequence = first;
  let arrival = 0;
  for (const { media, sent, payload, more } of packets) {
    arrival = Math.max(arrival, sent + LEAST_DELAY + delay());
    const packet = Buffer.alloc(12 + payload.length);
    packet.writeUInt16BE((more ? 0x8000 : 0x8080) | payloadType, 0);
    packet.writeUInt16BE(sequence++ & 0xffff, 2);
    packet.writeUInt32BE((base + Math.round((media * clockRate) / 1_000)) % 2 ** 32, 4);
    packet.writeUInt32BE(ssrc, 8);
    payload.copy(packet, 12);
    yield record(packet, Math.round(arrival));
  }
}
