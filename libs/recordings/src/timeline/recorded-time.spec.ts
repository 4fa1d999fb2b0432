import { pausesOf, RecordedTime, withoutPauses } from './recorded-time';
import type { TimelineEvent } from './timeline-event';

const START = 1_000_000;
const at = (ms: number) => START + ms;
const paused = (ms: number): TimelineEvent => ({ type: 'recording-paused', at: at(ms) });
const resumed = (ms: number): TimelineEvent => ({ type: 'recording-resumed', at: at(ms) });

describe('pauses of a recording', () => {
  it.each<[string, TimelineEvent[], { start: number; end: number }[]]>([
    ['none', [], []],
    ['one', [paused(1000), resumed(3000)], [{ start: 1000, end: 3000 }]],
    ['one told twice', [paused(1000), paused(2000), resumed(3000), resumed(4000)], [{ start: 1000, end: 3000 }]],
    ['one that nobody ended', [paused(1000)], [{ start: 1000, end: 9000 }]],
    ['one without length', [paused(1000), resumed(1000)], []],
    [
      'two',
      [paused(1000), resumed(2000), paused(4000), resumed(5000)],
      [
        { start: 1000, end: 2000 },
        { start: 4000, end: 5000 },
      ],
    ],
  ])('%s', (_, events, pauses) => {
    expect(pausesOf(events, START, 9000)).toEqual(pauses);
  });

  it.each([
    [-50, -50, false],
    [500, 500, false],
    [1000, 1000, true],
    [1999, 1000, true],
    [2000, 1000, false],
    [4500, 3000, true],
    [6000, 4000, false],
  ])('put %d at %d', (own, result, isPaused) => {
    const pauses = [
      { start: 1000, end: 2000 },
      { start: 4000, end: 5000 },
    ];
    const time = new RecordedTime(pauses);
    expect([time.of(own), time.isPaused(own)]).toEqual([result, isPaused]);
  });
});

describe('events without pauses', () => {
  const pauses = [{ start: 1000, end: 3000 }];
  const cut = (...events: TimelineEvent[]) =>
    withoutPauses(events, { startedAt: START, pauses }).map((event) => ({ ...event, at: event.at - START }));

  it('leave out what only happened then, and keep what is so from then on', () => {
    const events = cut(
      { type: 'question-taken-up', at: at(500), questionId: 'before' },
      paused(1000),
      { type: 'question-taken-up', at: at(2000), questionId: 'within' },
      { type: 'speaker-changed', at: at(2500), participantId: 'ada' },
      resumed(3000),
      { type: 'question-taken-up', at: at(3500), questionId: 'after' },
    );
    expect(events).toEqual([
      { type: 'question-taken-up', at: 500, questionId: 'before' },
      { type: 'recording-paused', at: 1000 },
      { type: 'speaker-changed', at: 1000, participantId: 'ada' },
      { type: 'recording-resumed', at: 1000 },
      { type: 'question-taken-up', at: 1500, questionId: 'after' },
    ]);
  });

  const clip = { kind: 'clip', materialId: 'm', playing: true, position: 10, hasVideo: true, hasAudio: true } as const;
  it.each([
    ['begun before', 0, 13],
    ['begun within', 2000, 11],
  ])('let a video that was %s the pause go on where it has come to', (_, began, position) => {
    const events = cut({ type: 'presentation-changed', at: at(began), shown: clip }, paused(1000), resumed(3000));
    const last = events.findLast(({ type }) => type === 'presentation-changed');
    expect(last).toEqual({ type: 'presentation-changed', at: 1000, shown: { ...clip, position } });
  });

  it('leave a page and a video that stands as they are', () => {
    const deck = { kind: 'deck', materialId: 'm', page: 2 } as const;
    for (const shown of [deck, { ...clip, playing: false }])
      expect(cut({ type: 'presentation-changed', at: at(2000), shown })).toEqual([
        { type: 'presentation-changed', at: 1000, shown },
      ]);
  });
});
