import type { TrackInfo } from '../capture/track-info';
import type { SpeakerChange, VisibleTrack } from '../composition/scene';
import type { TimelineEvent } from '../timeline/timeline-event';
import type { RecordingSpan } from '../tracks/convert-track';
import type { Interval } from '../tracks/presence';
import type { TrackMedia } from '../tracks/track-media';

/** A track and what was found in it. */
export interface ReadTrack {
  info: TrackInfo;
  media: TrackMedia;
}

/** When each camera and screen has something to show: its pictures, less the times when it was paused. */
export function visibleTracks(tracks: ReadTrack[], events: TimelineEvent[], span: RecordingSpan): VisibleTrack[] {
  return tracks.flatMap(({ info, media }) => {
    const { trackId, participantId, source } = info;
    if (media.file === null || (source !== 'camera' && source !== 'screen')) return [];
    const shown = source === 'screen' ? untilClosed(media.intervals, trackId, events, span) : media.intervals;
    const visible = without(shown, pausesOf(trackId, events, span));
    return visible.length > 0 ? [{ trackId, participantId, source, visible }] : [];
  });
}

/** Changes of the active speaker, in milliseconds from the start. */
export function speakerChanges(events: TimelineEvent[], { startedAt }: RecordingSpan): SpeakerChange[] {
  return events.flatMap((event) =>
    event.type === 'speaker-changed' ? [{ at: event.at - startedAt, participantId: event.participantId }] : [],
  );
}

/**
 * The last stretch goes on until the track is closed, or the server died and began anew: a screen that does not move sends
 * nothing, nor does who says nothing.
 */
export function untilClosed(
  intervals: Interval[],
  trackId: string,
  events: TimelineEvent[],
  { startedAt, durationMs }: RecordingSpan,
): Interval[] {
  const begun = events.findIndex((e) => e.type === 'track-opened' && e.trackId === trackId);
  const ends = events.find(
    (e, i) =>
      ((e.type === 'track-closed' || e.type === 'track-lost') && e.trackId === trackId) ||
      (e.type === 'recording-started' && begun >= 0 && i > begun),
  );
  const end = Math.min(durationMs, ends ? ends.at - startedAt : durationMs);
  return intervals.map((interval, i) =>
    i === intervals.length - 1 ? { ...interval, end: Math.max(interval.end, end) } : interval,
  );
}

/** When a track was turned off; one that was not turned on again, to the end. */
export function pausesOf(
  trackId: string,
  events: TimelineEvent[],
  { startedAt, durationMs }: RecordingSpan,
): Interval[] {
  const pauses: Interval[] = [];
  let since: number | null = null;
  for (const event of events) {
    if (event.type === 'track-paused' && event.trackId === trackId) since ??= event.at - startedAt;
    if (event.type !== 'track-resumed' || event.trackId !== trackId || since === null) continue;
    pauses.push({ start: since, end: event.at - startedAt });
    since = null;
  }
  return since === null ? pauses : [...pauses, { start: since, end: durationMs }];
}

export function without(intervals: Interval[], holes: Interval[]): Interval[] {
  return holes.reduce((rest, hole) => rest.flatMap((interval) => cut(interval, hole)), intervals);
}

function cut(interval: Interval, hole: Interval): Interval[] {
  const before = { start: interval.start, end: Math.min(interval.end, hole.start) };
  const after = { start: Math.max(interval.start, hole.end), end: interval.end };
  return [before, after].filter(({ start, end }) => start < end);
}
