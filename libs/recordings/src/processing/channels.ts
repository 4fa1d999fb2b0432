import type { Channel } from '../composition/channel-sound';
import type { TimelineEvent } from '../timeline/timeline-event';
import { RecordedTime } from '../timeline/recorded-time';
import type { RecordingSpan } from '../tracks/convert-track';
import type { Interval } from '../tracks/presence';
import { pausesOf, type ReadTrack, untilClosed, without } from './visibility';

/** Who turns the microphone off to cough has not handed over: in so short a gap the room is not heard louder. */
const SHORTEST_GAP_MS = 2000;

/**
 * The interpreters' languages of which there is sound, each with when somebody interprets into it.
 *
 * @param languages the event's: their order is that of the channels, others follow
 */
export function interpretersChannels(
  tracks: readonly ReadTrack[],
  events: TimelineEvent[],
  span: RecordingSpan,
  languages: readonly string[],
): Channel[] {
  const heard = tracks.flatMap(({ info, media }) => {
    const { source, language } = info;
    if (source !== 'interpretation' || language === null || media.file === null) return [];
    return [{ language, voice: media.file, onAir: timesOnAir({ info, media }, events, span) }];
  });
  const known = new Set(heard.map(({ language }) => language));
  const ordered = new Set([...languages.filter((language) => known.has(language)), ...known]);
  return [...ordered].map((language) => {
    const own = heard.filter((each) => each.language === language);
    return {
      language,
      voices: own.map(({ voice }) => voice),
      onAir: united(
        own.flatMap(({ onAir }) => onAir),
        SHORTEST_GAP_MS,
      ),
    };
  });
}

/** From the opening of the track to its end, less the times when it was turned off. */
function timesOnAir({ info, media }: ReadTrack, events: TimelineEvent[], span: RecordingSpan): Interval[] {
  const opened = new RecordedTime(span.pauses).of(info.startedAt - span.startedAt);
  const whole = { start: Math.max(0, opened), end: media.intervals.at(-1)!.end };
  const open = untilClosed([whole], info.trackId, events, span);
  return without(open, pausesOf(info.trackId, events, span));
}

/** In order, none inside another, and none closer to the next than `gapMs`. */
export function united(intervals: readonly Interval[], gapMs: number): Interval[] {
  const whole: Interval[] = [];
  const inOrder = intervals.filter(({ start, end }) => start < end).sort((a, b) => a.start - b.start);
  for (const { start, end } of inOrder) {
    const last = whole.at(-1);
    if (last && start - last.end < gapMs) last.end = Math.max(last.end, end);
    else whole.push({ start, end });
  }
  return whole;
}
