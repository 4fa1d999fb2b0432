import { z } from 'zod';
import { ClockAnchor } from '../timeline/recording-clock';
import { NewTrack, TrackRtp } from './track-info';

const request = z.number().int().nonnegative();

/** The descriptor of the channel in the capture process: what stands fourth in its `stdio`. */
export const CHANNEL_DESCRIPTOR = 3;

/** What the server asks of the capture process. */
export const CaptureRequest = z.discriminatedUnion('type', [
  /** First of all: the time base, so that a restarted process agrees with its predecessor. */
  z.object({ type: z.literal('start'), clock: ClockAnchor }),
  z.object({ type: z.literal('open'), request, dir: z.string().min(1), track: NewTrack }),
  z.object({ type: z.literal('describe'), request, trackId: z.string(), rtp: TrackRtp }),
  z.object({ type: z.literal('close'), request, trackId: z.string() }),
]);
export type CaptureRequest = z.input<typeof CaptureRequest>;

/** What became of a track's file. `lost`: packets that came while the disk was too slow for them. */
export const TrackReport = z.object({ packets: z.number(), bytes: z.number(), lost: z.number() });
export type TrackReport = z.infer<typeof TrackReport>;

/**
 * What has failed: the disk, full or not to be written, and with it all tracks; or this track's file or socket alone, so
 * that the track can go on in a new file.
 */
export const CaptureFault = z.enum(['disk-full', 'disk-error', 'track']);
export type CaptureFault = z.infer<typeof CaptureFault>;

/** A track that has come to its end before its source did; `reason` is a sentence. */
export const TrackFailure = z.object({ trackId: z.string(), fault: CaptureFault, reason: z.string() });
export type TrackFailure = z.infer<typeof TrackFailure>;

/** What the capture process answers or tells by itself. */
export const CaptureReply = z.discriminatedUnion('type', [
  z.object({ type: z.literal('ready') }),
  z.object({ type: z.literal('opened'), request, port: z.number().int(), startedAt: z.number() }),
  z.object({ type: z.literal('described'), request }),
  z.object({ type: z.literal('closed'), request, report: TrackReport }),
  z.object({ type: z.literal('refused'), request, reason: z.string() }),
  z.object({ type: z.literal('track-failed'), ...TrackFailure.shape }),
]);
export type CaptureReply = z.infer<typeof CaptureReply>;
