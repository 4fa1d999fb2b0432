import { LanguageTag, MediaKind, MediaSource } from '@lectern/contracts';
import { z } from 'zod';

/** Whose track it is and what it shows: known when it is tapped. */
export const NewTrack = z.object({
  /** Names the track's files, so it holds nothing that means something in a path. */
  trackId: z.string().regex(/^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$/),
  producerId: z.string().min(1).max(256),
  participantId: z.string().min(1).max(64),
  displayName: z.string().max(320),
  source: MediaSource,
  kind: MediaKind,
  /** The language spoken on this track; without it, the event's first. */
  language: LanguageTag.nullish().transform((tag) => tag ?? null),
});
export type NewTrack = z.input<typeof NewTrack>;

/** How its packets are to be read: known once the SFU has made the tap, before the first packet. */
export const TrackRtp = z.object({
  mimeType: z.string().regex(/^(audio|video)\/[A-Za-z0-9.+-]{1,40}$/),
  payloadType: z.number().int().min(0).max(127),
  clockRate: z.number().int().min(1).max(1_000_000),
  channels: z.number().int().min(1).max(8).optional(),
  ssrc: z.number().int().min(0).max(0xffffffff),
});
export type TrackRtp = z.infer<typeof TrackRtp>;

/** The content of `<trackId>.json`. `startedAt`: epoch milliseconds on the recording's clock. */
export const TrackInfo = z.object({ ...NewTrack.shape, ...TrackRtp.shape, startedAt: z.number() });
export type TrackInfo = z.infer<typeof TrackInfo>;
