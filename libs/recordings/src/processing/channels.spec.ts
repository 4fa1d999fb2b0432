import type { TrackInfo } from '../capture/track-info';
import type { TimelineEvent } from '../timeline/timeline-event';
import { interpretersChannels, united } from './channels';
import type { ReadTrack } from './visibility';

const span = { startedAt: 10_000, durationMs: 60_000 };

/** A track of interpretation that was opened at a second, and of which there is sound up to another one. */
function track(trackId: string, language: string | null, opened: number, last: number, file: string | null = trackId) {
  const info = { trackId, source: 'interpretation', language, startedAt: span.startedAt + opened * 1000 };
  const media = { file, intervals: [{ start: opened * 1000 + 500, end: last * 1000 }] };
  return { info, media } as ReadTrack;
}

const at = (second: number) => span.startedAt + second * 1000;
const closed = (trackId: string, second: number): TimelineEvent => ({ type: 'track-closed', trackId, at: at(second) });
const muted = (trackId: string, from: number, to: number): TimelineEvent[] => [
  { type: 'track-paused', trackId, at: at(from) },
  { type: 'track-resumed', trackId, at: at(to) },
];
const channels = (tracks: ReadTrack[], events: TimelineEvent[] = [], its: object = span) =>
  interpretersChannels(tracks, events, { ...span, ...its }, ['en', 'es', 'fr']).map(({ language, voices, onAir }) => [
    language,
    voices.join(),
    ...onAir.map(({ start, end }) => [start / 1000, end / 1000]),
  ]);

describe('channels', () => {
  it('are on air from the opening of the track to its end', () => {
    expect(channels([track('a', 'fr', 10, 12)], [closed('a', 20)])).toEqual([['fr', 'a', [10, 20]]]);
    expect(channels([track('a', 'fr', 10, 12)])).toEqual([['fr', 'a', [10, 60]]]);
    expect(channels([track('a', 'fr', -3, 12)], [closed('a', 20)])).toEqual([['fr', 'a', [0, 20]]]);
  });

  it('are not on air while the interpreter is muted, unless it is for a moment', () => {
    const events = [...muted('a', 20, 21.9), ...muted('a', 30, 32), closed('a', 40)];
    expect(channels([track('a', 'fr', 10, 40)], events)).toEqual([['fr', 'a', [10, 30], [32, 40]]]);
  });

  it('are on air while one of two interpreters is', () => {
    const events = [...muted('a', 20, 40), closed('a', 50), ...muted('b', 10, 19), closed('b', 41)];
    const both = [track('a', 'fr', 10, 50), track('b', 'fr', 10, 41)];
    expect(channels(both, events)).toEqual([['fr', 'a,b', [10, 50]]]);
  });

  it('come in the order of the event’s languages, then others', () => {
    const tracks = [track('a', 'km', 0, 9), track('b', 'fr', 0, 9), track('c', 'es', 0, 9)];
    expect(channels(tracks).map(([language]) => language)).toEqual(['es', 'fr', 'km']);
  });

  it('are none where nothing was sent, and none of microphones', () => {
    const microphone = track('c', 'es', 0, 9);
    const others = { ...microphone, info: { ...microphone.info, source: 'microphone' } as TrackInfo };
    expect(channels([track('a', 'fr', 0, 9, null), others])).toEqual([]);
  });

  it('count the time of the result, without the pauses of the recording', () => {
    const pauses = [{ start: 5000, end: 15_000 }];
    expect(channels([track('a', 'fr', 20, 12)], [closed('a', 30)], { pauses })).toEqual([['fr', 'a', [10, 30]]]);
  });
});

it('united: stretches in order, none inside another, none empty', () => {
  const stretches = [
    { start: 9, end: 12 },
    { start: 0, end: 8 },
    { start: 2, end: 3 },
    { start: 20, end: 20 },
    { start: 14, end: 15 },
  ];
  expect(united(stretches, 2)).toEqual([
    { start: 0, end: 12 },
    { start: 14, end: 15 },
  ]);
});
