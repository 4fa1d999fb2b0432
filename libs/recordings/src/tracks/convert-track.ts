import { join } from 'node:path';
import type { TrackInfo } from '../capture/track-info';
import { writeAudioTrack } from './audio-track';
import type { Interval } from './presence';
import { emptyMedia, type TrackMedia } from './track-media';
import { TrackSource } from './track-source';
import { videoCodec, writeVideoTrack } from './video-track';

/** The span of the recording that tracks are laid out on. */
export interface RecordingSpan {
  /** Epoch milliseconds. */
  startedAt: number;
  /** Of the result: without the pauses. */
  durationMs: number;
  /** When it was paused, in milliseconds from the start on the recording's own clock; never by default. */
  pauses?: Interval[];
}

const sourceNames: Record<TrackInfo['source'], string> = {
  microphone: 'microphone',
  interpretation: 'interpretation',
  camera: 'camera',
  screen: 'screen',
  'screen-audio': 'shared sound',
};

/**
 * Makes `<output>/<trackId>.mkv` of a captured track, its times counted from the recording's start, whole whatever the
 * end of the capture was like. A codec that is not known leaves the track out, with a notice.
 */
export async function convertTrack(
  dir: string,
  info: TrackInfo,
  output: string,
  span: RecordingSpan,
): Promise<TrackMedia> {
  const codec = info.kind === 'video' ? videoCodec(info.mimeType) : null;
  const known = info.kind === 'video' ? codec !== null : info.mimeType.toLowerCase() === 'audio/opus';
  if (!known) return emptyMedia(info.trackId, unknownCodec(info));
  const source = await TrackSource.open(dir, info, span);
  if (!source) return emptyMedia(info.trackId);
  const file = join(output, `${info.trackId}.mkv`);
  return codec
    ? writeVideoTrack(source, info, codec, file, span.durationMs)
    : writeAudioTrack(source, info, file, span.durationMs);
}

function unknownCodec({ displayName, source, mimeType }: TrackInfo): string {
  const codec = mimeType.slice(mimeType.indexOf('/') + 1).toUpperCase();
  return `The ${sourceNames[source]} of ${displayName} was sent as ${codec}, which cannot be put into a video yet.`;
}
