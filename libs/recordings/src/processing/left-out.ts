import type { TrackInfo } from '../capture/track-info';
import type { TimelineEvent } from '../timeline/timeline-event';

/** Those who are left out of what was recorded of them. */
export function recordedOf(tracks: TrackInfo[], leftOut: ReadonlySet<string> = new Set()): ReadonlySet<string> {
  return new Set(tracks.flatMap(({ participantId }) => (leftOut.has(participantId) ? participantId : [])));
}

/** The tracks of all but those who are left out: nothing later in the chain ever sees theirs. */
export const tracksWithout = (tracks: TrackInfo[], leftOut: ReadonlySet<string>): TrackInfo[] =>
  tracks.filter(({ participantId }) => !leftOut.has(participantId));

/** Nobody is shown because somebody speaks who is not to be heard. */
export const eventsWithout = (events: TimelineEvent[], leftOut: ReadonlySet<string>): TimelineEvent[] =>
  events.filter((event) => event.type !== 'speaker-changed' || !leftOut.has(event.participantId ?? ''));
