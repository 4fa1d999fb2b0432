import { trackPaths } from '../capture/track-file';
import type { TrackInfo } from '../capture/track-info';
import { pausesOf, RecordedTime } from '../timeline/recorded-time';
import type { Timeline } from '../timeline/timeline-reader';
import type { RecordingSpan } from '../tracks/convert-track';
import { readRtpdump } from '../tracks/rtpdump-reader';

/**
 * From when to when the recording goes: as the timeline says. One that was cut off ends with its last event or its last
 * packet. Its pauses take no time. Null when there is neither a timeline nor a track.
 */
export async function recordingSpan(
  dir: string,
  { events }: Timeline,
  tracks: TrackInfo[],
): Promise<RecordingSpan | null> {
  const started = events.find(({ type }) => type === 'recording-started')?.at ?? tracks[0]?.startedAt ?? events[0]?.at;
  if (started === undefined) return null;
  const stopped =
    events.findLast(({ type }) => type === 'recording-stopped')?.at ?? (await lastSign(dir, events, tracks));
  const pauses = pausesOf(events, started, stopped - started);
  const durationMs = Math.max(0, Math.round(new RecordedTime(pauses).of(stopped - started)));
  return { startedAt: started, durationMs, pauses };
}

async function lastSign(dir: string, events: Timeline['events'], tracks: TrackInfo[]): Promise<number> {
  const packets = await Promise.all(tracks.map((track) => lastPacket(dir, track)));
  return Math.max(...events.map(({ at }) => at), ...packets);
}

async function lastPacket(dir: string, { trackId, startedAt }: TrackInfo): Promise<number> {
  let last = 0;
  for await (const { offset } of readRtpdump(trackPaths(dir, trackId).dump)) last = Math.max(last, offset);
  return startedAt + last;
}
