import type { Interval } from '../tracks/presence';
import type { VisibleTrack } from './scene';
import { planScenes, type PlanInput } from './scene-plan';

const track = (trackId: string, source: VisibleTrack['source'], ...visible: [number, number][]): VisibleTrack => ({
  trackId,
  participantId: trackId.slice(0, 1),
  source,
  visible: visible.map(([start, end]): Interval => ({ start, end })),
});

/** Scenes as `start-end main|side,side`. */
function plan(input: Partial<PlanInput>): string[] {
  const scenes = planScenes({ durationMs: 60_000, tracks: [], speakers: [], ...input });
  return scenes.map(({ start, end, main, side }) => `${start}-${end} ${main ?? '-'}|${side.join()}`);
}

const says = (at: number, participantId: string | null) => ({ at, participantId });

describe('planScenes', () => {
  it('shows the card when there is no picture', () => {
    expect(plan({ durationMs: 5010 })).toEqual(['0-5040 -|']);
  });

  it('shows a lone camera while it is on', () => {
    expect(plan({ tracks: [track('a', 'camera', [5000, 20_000])] })).toEqual([
      '0-5000 -|',
      '5000-20000 a|',
      '20000-60000 -|',
    ]);
  });

  it('gives the large picture to who speaks, and keeps it while nobody does', () => {
    const tracks = [track('a', 'camera', [0, 60_000]), track('b', 'camera', [0, 60_000])];
    const speakers = [says(1000, 'a'), says(10_000, 'b'), says(15_000, null), says(30_000, 'a')];
    expect(plan({ tracks, speakers })).toEqual(['0-10000 a|b', '10000-30000 b|a', '30000-60000 a|b']);
  });

  it('is not impressed by a short remark', () => {
    const tracks = [track('a', 'camera', [0, 60_000]), track('b', 'camera', [0, 60_000])];
    const speakers = [says(0, 'a'), says(10_000, 'b'), says(11_000, 'a')];
    expect(plan({ tracks, speakers })).toEqual(['0-60000 a|b']);
  });

  it('stays with a picture when one without a camera speaks', () => {
    const tracks = [track('a', 'camera', [0, 60_000]), track('b', 'camera', [0, 60_000])];
    expect(plan({ tracks, speakers: [says(0, 'b'), says(10_000, 'c')] })).toEqual(['0-60000 b|a']);
  });

  it('puts a shared screen before people, the newest before older ones', () => {
    const tracks = [
      track('a', 'camera', [0, 60_000]),
      track('x', 'screen', [10_000, 40_000]),
      track('y', 'screen', [20_000, 30_000]),
    ];
    expect(plan({ tracks })).toEqual([
      '0-10000 a|',
      '10000-20000 x|a',
      '20000-30000 y|a',
      '30000-40000 x|a',
      '40000-60000 a|',
    ]);
  });

  it('puts what was shown to everyone before a shared screen, which then stands beside it', () => {
    const tracks = [
      track('a', 'camera', [0, 60_000]),
      track('page 1', 'shown', [10_000, 20_000]),
      track('page 2', 'shown', [20_000, 20_400], [30_000, 40_000]),
      track('x', 'screen', [35_000, 50_000]),
    ];
    expect(plan({ tracks })).toEqual([
      '0-10000 a|',
      '10000-20400 page 1|a',
      '20400-30000 a|',
      '30000-35000 page 2|a',
      '35000-40000 page 2|x,a',
      '40000-50000 x|a',
      '50000-60000 a|',
    ]);
  });

  it('shows four small pictures at most, the speaker among them', () => {
    const cameras = ['a', 'b', 'c', 'd', 'e'].map((id) => track(id, 'camera', [0, 60_000]));
    const tracks = [track('s', 'screen', [0, 60_000]), ...cameras];
    expect(plan({ tracks })).toEqual(['0-60000 s|a,b,c,d']);
    expect(plan({ tracks, speakers: [says(0, 'e')] })).toEqual(['0-60000 s|a,b,c,e']);
  });

  it('does not flicker', () => {
    const tracks = [track('a', 'camera', [0, 20_000], [20_300, 60_000]), track('b', 'camera', [100, 60_000])];
    expect(plan({ tracks })).toEqual(['0-60000 a|b']);
  });

  it('keeps to whole frames and has no gaps', () => {
    const tracks = [track('a', 'camera', [1234.5, 7777.7]), track('b', 'camera', [4321.9, 33_333.3])];
    const scenes = planScenes({ durationMs: 34_567, tracks, speakers: [] });
    expect(scenes.every(({ start, end }) => start % 40 === 0 && end % 40 === 0)).toBe(true);
    expect(scenes.map(({ start }) => start)).toEqual([0, ...scenes.slice(0, -1).map(({ end }) => end)]);
    expect(scenes.at(-1)!.end).toBe(34_600);
  });

  it('gives all cameras the same size in a grid, and slides the large place', () => {
    const tracks = [
      track('a', 'camera', [0, 60_000]),
      track('b', 'camera', [0, 60_000]),
      track('c', 'camera', [30_000, 60_000]),
      track('s', 'shown', [10_000, 20_000]),
    ];
    const input = { durationMs: 60_000, tracks, speakers: [says(0, 'b'), says(40_000, 'a')], view: 'grid' as const };
    expect(planScenes(input)).toEqual([
      { start: 0, end: 10_000, main: 'a', side: ['b'], equal: true },
      { start: 10_000, end: 20_000, main: 's', side: ['a', 'b'] },
      { start: 20_000, end: 30_000, main: 'a', side: ['b'], equal: true },
      { start: 30_000, end: 60_000, main: 'a', side: ['b', 'c'], equal: true },
    ]);
  });

  it('has who speaks in a grid that is full', () => {
    const tracks = Array.from({ length: 20 }, (_, i) => track(String.fromCharCode(97 + i), 'camera', [0, 60_000]));
    const [scene] = planScenes({ durationMs: 60_000, tracks, speakers: [says(0, 't')], view: 'grid' });
    expect(scene).toMatchObject({ main: 'a', side: [...'bcdefghijklmno', 't'] });
  });
});
