import { z } from 'zod';
import { TrackInfo } from '../../capture/track-info';
import type { Scene } from '../../composition/scene';
import { planScenes } from '../../composition/scene-plan';

const Interval = z.object({ start: z.number(), end: z.number() });

const TrackMedia = z.object({
  trackId: z.string(),
  file: z.string().nullable(),
  intervals: z.array(Interval),
  frames: z.number(),
  droppedFrames: z.number(),
  lostPackets: z.number(),
  notice: z.string().nullable(),
});

const VideoInput = z.object({
  trackId: z.string(),
  file: z.string(),
  firstMs: z.number(),
  still: z.boolean().optional(),
  shiftMs: z.number().optional(),
});

/** What every composition is made of: the tracks, what was shown, and who was to be seen when. Times in milliseconds. */
export const TracksResult = z.object({
  /** From when (epoch milliseconds), and for how long. */
  span: z.object({ startedAt: z.number(), durationMs: z.number(), pauses: z.array(Interval).optional() }),
  /** Participants who were recorded, and are not in it. */
  leftOut: z.array(z.string()).default([]),
  tracks: z.array(z.object({ info: TrackInfo, media: TrackMedia })),
  shown: z.object({ video: z.array(VideoInput), audio: z.array(z.string()), notices: z.array(z.string()) }),
  visible: z.array(
    z.object({
      trackId: z.string(),
      participantId: z.string(),
      source: z.enum(['camera', 'screen', 'shown']),
      visible: z.array(Interval),
    }),
  ),
  speakers: z.array(z.object({ at: z.number(), participantId: z.string().nullable() })),
  /** What interpreters say, by language. */
  channels: z
    .array(z.object({ language: z.string(), voices: z.array(z.string()), onAir: z.array(Interval) }))
    .default([]),
});
export type TracksResult = z.infer<typeof TracksResult>;

/** The speaker view: what is large, and who is beside it. */
export const speakerScenes = ({ span, visible, speakers }: TracksResult): Scene[] =>
  planScenes({ durationMs: span.durationMs, tracks: visible, speakers });

/** The grid view: everybody at the same size. */
export const gridScenes = ({ span, visible, speakers }: TracksResult): Scene[] =>
  planScenes({ durationMs: span.durationMs, tracks: visible, speakers, view: 'grid' });

/** The files of all pictures, of all that is heard in the room, and of what interpreters say. */
export function inputsOf({ tracks, shown, channels }: TracksResult) {
  const usable = tracks.flatMap(({ info: { kind, source, trackId }, media: { file, intervals } }) =>
    file === null || source === 'interpretation' ? [] : [{ kind, trackId, file, firstMs: intervals[0]?.start ?? 0 }],
  );
  return {
    video: [...usable.filter(({ kind }) => kind === 'video'), ...shown.video],
    audio: [...usable.filter(({ kind }) => kind === 'audio').map(({ file }) => file), ...shown.audio],
    channels,
  };
}

/** Sentences for the host about what is missing. */
export const tracksNotices = ({ tracks, leftOut, shown }: TracksResult): string[] => [
  ...(leftOut.length > 0 && tracks.length === 0 ? ['Everybody who was recorded is left out.'] : []),
  ...tracks.flatMap(({ media }) => media.notice ?? []),
  ...shown.notices,
];
