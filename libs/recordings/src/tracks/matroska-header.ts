import { element, float, openElement, text, uint } from './ebml';

/** What a file with one track says of it. */
export interface MatroskaTrack {
  codecId: string;
  codecPrivate?: Buffer;
  /** Exactly one of the two. */
  video?: { width: number; height: number };
  audio?: { channels: number; sampleRate: number };
}

/** Element ids of RFC 9559. */
const Id = {
  Ebml: 0x1a45dfa3,
  Segment: 0x18538067,
  Info: 0x1549a966,
  Tracks: 0x1654ae6b,
  Cues: 0x1c53bb6b,
  SeekHead: 0x114d9b74,
} as const;

/** The EBML header and the open head of the segment. */
export function fileHead(): Buffer {
  const ebml = element(
    Id.Ebml,
    uint(0x4286, 1),
    uint(0x42f7, 1),
    uint(0x42f2, 4),
    uint(0x42f3, 8),
    text(0x4282, 'matroska'),
    uint(0x4287, 4),
    uint(0x4285, 2),
  );
  return Buffer.concat([ebml, openElement(Id.Segment)]);
}

/** Where the cues are. Of the same size whatever the position, so that it can be rewritten. */
export function seekHead(cuesPosition: number): Buffer {
  const id = Buffer.alloc(4);
  id.writeUInt32BE(Id.Cues);
  return element(Id.SeekHead, element(0x4dbb, element(0x53ab, id), uint(0x53ac, cuesPosition, 8)));
}

/** Times are in milliseconds. Of the same size whatever the duration. */
export function segmentInfo(durationMs: number): Buffer {
  const app = 'Lectern';
  return element(Id.Info, uint(0x2ad7b1, 1_000_000), text(0x4d80, app), text(0x5741, app), float(0x4489, durationMs));
}

/** Track number 1. */
export function trackEntry(track: MatroskaTrack): Buffer {
  const { codecId, codecPrivate, video, audio } = track;
  const kind = video
    ? element(0xe0, uint(0xb0, video.width), uint(0xba, video.height))
    : element(0xe1, float(0xb5, audio?.sampleRate ?? 48_000), uint(0x9f, audio?.channels ?? 2));
  const fields = [uint(0xd7, 1), uint(0x73c5, 1), uint(0x83, video ? 1 : 2), uint(0x9c, 0), text(0x86, codecId)];
  if (codecPrivate) fields.push(element(0x63a2, codecPrivate));
  return element(Id.Tracks, element(0xae, ...fields, kind));
}

/** A moment at which decoding can begin, and the offset of its cluster in the segment. */
export interface CuePoint {
  time: number;
  position: number;
}

export function cues(points: CuePoint[]): Buffer {
  const cue = ({ time, position }: CuePoint) =>
    element(0xbb, uint(0xb3, time), element(0xb7, uint(0xf7, 1), uint(0xf1, position)));
  return element(Id.Cues, ...points.map(cue));
}
