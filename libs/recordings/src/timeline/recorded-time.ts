import type { Interval } from '../tracks/presence';
import type { TimelineEvent } from './timeline-event';

/** What lies on the two clocks of a recording: its own, which runs on while it is paused, and that of its result. */
export class RecordedTime {
  /** @param pauses in order, none inside another; milliseconds from the recording's start */
  constructor(readonly pauses: readonly Interval[] = []) {}

  isPaused(ms: number): boolean {
    return this.pauses.some(({ start, end }) => start <= ms && ms < end);
  }

  /** Where a moment lies in the result; one of a pause lies where that was cut out. */
  of(ms: number): number {
    return this.pauses.reduce((rest, { start, end }) => rest - Math.max(0, Math.min(ms, end) - start), ms);
  }
}

/** When the recording was paused. A pause that was never ended lasts up to `endMs`, the recording's own end. */
export function pausesOf(events: TimelineEvent[], startedAt: number, endMs: number): Interval[] {
  const pauses: Interval[] = [];
  let since: number | null = null;
  for (const { type, at } of events) {
    if (type === 'recording-paused') since ??= Math.max(0, at - startedAt);
    if (type !== 'recording-resumed' || since === null) continue;
    pauses.push({ start: since, end: at - startedAt });
    since = null;
  }
  const all = since === null ? pauses : [...pauses, { start: since, end: endMs }];
  return all.filter(({ start, end }) => start < end);
}

/** Things that happened at one moment; the others say how things are from then on. */
const momentary: ReadonlySet<TimelineEvent['type']> = new Set([
  'question-asked',
  'question-taken-up',
  'question-answered',
  'poll-opened',
  'poll-closed',
]);

/**
 * The events as the result needs them: at its times, without what only happened in a pause. What was so when a pause
 * ended is so from there on, a video that played through it included.
 */
export function withoutPauses(
  events: TimelineEvent[],
  { startedAt, pauses = [] }: { startedAt: number; pauses?: Interval[] },
): TimelineEvent[] {
  if (pauses.length === 0) return events;
  const time = new RecordedTime(pauses);
  const all = [...events, ...pauses.flatMap(({ end }) => playingAt(events, startedAt + end))];
  return all
    .sort((a, b) => a.at - b.at)
    .filter(({ type, at }) => !(momentary.has(type) && time.isPaused(at - startedAt)))
    .map((event) => ({ ...event, at: startedAt + time.of(event.at - startedAt) }));
}

/** The video that plays at a moment, where it has come to by then. */
function playingAt(events: TimelineEvent[], at: number): TimelineEvent[] {
  const last = events.findLast((event) => event.type === 'presentation-changed' && event.at <= at);
  if (last?.type !== 'presentation-changed' || last.shown?.kind !== 'clip' || !last.shown.playing) return [];
  const position = last.shown.position + (at - last.at) / 1000;
  return [{ type: 'presentation-changed', at, shown: { ...last.shown, position } }];
}
