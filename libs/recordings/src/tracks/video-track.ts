import type { TrackInfo } from '../capture/track-info';
import { av1 } from './av1';
import { h264 } from './h264';
import { MatroskaWriter } from './matroska-writer';
import type { Picture, VideoCodec } from './picture';
import { PictureReader, type TimedPicture } from './picture-reader';
import { Presence } from './presence';
import { emptyMedia, type TrackMedia } from './track-media';
import type { TrackSource } from './track-source';
import { vp8 } from './vp8';
import { vp9 } from './vp9';

const codecs: Record<string, () => VideoCodec> = {
  'video/vp8': vp8,
  'video/vp9': vp9,
  'video/av1': av1,
  'video/h264': h264,
};

/** A camera sends many pictures a second; without one for this long it shows nothing any more. */
const CAMERA_GAP_MS = 3000;

/** Null when this version cannot read the codec. */
export function videoCodec(mimeType: string): VideoCodec | null {
  return codecs[mimeType.toLowerCase()]?.() ?? null;
}

/** Writes the pictures of a track from its first key frame on. */
export async function writeVideoTrack(
  source: TrackSource,
  info: TrackInfo,
  codec: VideoCodec,
  file: string,
  durationMs: number,
): Promise<TrackMedia> {
  const reader = new PictureReader(codec);
  // A shared screen that does not move sends next to nothing, and yet is shown: it has no gaps.
  const strip = new PictureStrip(file, codec, info.source === 'camera' ? CAMERA_GAP_MS : Infinity);
  let lostPackets = 0;
  try {
    for await (const packet of source.packets()) {
      lostPackets += packet.missing;
      for (const picture of reader.push(packet)) await addPicture(strip, picture, source.time(picture), durationMs);
    }
  } finally {
    await strip.close(durationMs);
  }
  const { frames, presence } = strip;
  const intervals = presence.intervals;
  const found = { file: frames > 0 ? file : null, frames, intervals, droppedFrames: reader.dropped, lostPackets };
  return { ...emptyMedia(info.trackId), ...found };
}

async function addPicture(strip: PictureStrip, picture: TimedPicture, time: number, durationMs: number): Promise<void> {
  // Pictures from before the start are kept, at its first moment: later ones refer to them.
  if (time < durationMs) await strip.add(picture.picture, Math.max(0, Math.round(time)));
}

/** The file, which can only be begun when the first key frame has said what it holds. */
class PictureStrip {
  readonly presence: Presence;
  frames = 0;
  #writer: MatroskaWriter | null = null;
  #last = -1;

  constructor(
    private readonly file: string,
    private readonly codec: VideoCodec,
    gapMs: number,
  ) {
    this.presence = new Presence(gapMs);
  }

  async add({ data, keyframe, size, codecPrivate }: Picture, time: number): Promise<void> {
    const video = size ?? { width: 1280, height: 720 };
    this.#writer ??= await MatroskaWriter.create(this.file, { codecId: this.codec.codecId, codecPrivate, video });
    this.#last = Math.max(time, this.#last + 1);
    await this.#writer.write(data, this.#last, keyframe);
    this.frames++;
    this.presence.see(this.#last);
  }

  async close(durationMs: number): Promise<void> {
    await this.#writer?.close(durationMs);
  }
}
