import { chunksOf, frameCount } from './chunks';
import type { Scene } from './scene';

const scene = (start: number, end: number): Scene => ({ start, end, main: `t${start}`, side: [] });
const edges = (scenes: Scene[]) => chunksOf(scenes).map(({ start, end }) => [start, end]);

describe('chunksOf', () => {
  it('keeps a short recording in one piece', () => {
    expect(edges([scene(0, 40_000), scene(40_000, 149_000)])).toEqual([[0, 149_000]]);
  });

  it('cuts a long scene every two minutes', () => {
    const chunks = chunksOf([scene(0, 500_000)]);
    expect(chunks.map(({ end }) => end)).toEqual([120_000, 240_000, 360_000, 500_000]);
    expect(chunks.map(({ scenes }) => scenes)).toEqual(
      chunks.map(({ start, end }) => [{ ...scene(0, 0), start, end }]),
    );
  });

  it('cuts where a scene ends when that is near', () => {
    expect(edges([scene(0, 100_000), scene(100_000, 400_000)])).toEqual([
      [0, 100_000],
      [100_000, 220_000],
      [220_000, 340_000],
      [340_000, 400_000],
    ]);
  });

  it('counts frames', () => {
    expect(frameCount({ start: 40, end: 1040 })).toBe(25);
    expect(chunksOf([])).toEqual([]);
  });
});
