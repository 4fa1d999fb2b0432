import { Progress } from './progress';

const steps = [
  { name: 'tracks', share: 1 },
  { name: 'compose', share: 9 },
  { name: 'transcribe', share: 8 },
  { name: 'thumbnail', share: 2 },
] as const;

describe('Progress', () => {
  it('never falls, names each step, and ends at 100', () => {
    const seen: [string, number][] = [];
    const progress = new Progress(steps, (step, percent) => seen.push([step, percent]));
    progress.at('tracks', 0);
    progress.at('tracks', 0.5);
    progress.at('compose', 0);
    for (const done of [0.1, 0.1001, 0.5, 0.3, 2]) progress.at('compose', done);
    progress.at('transcribe', 0);
    progress.at('thumbnail', 0);
    progress.at('thumbnail', 1);
    expect(seen).toEqual([
      ['tracks', 0],
      ['tracks', 2],
      ['compose', 5],
      ['compose', 9],
      ['compose', 27],
      ['compose', 50],
      ['transcribe', 50],
      ['thumbnail', 90],
      ['thumbnail', 100],
    ]);
  });
});
