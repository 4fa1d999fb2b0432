import type { Scene } from './scene';
import { videoArgs } from './video-graph';

const scenes: Scene[] = [
  { start: 120_000, end: 130_000, main: null, side: [] },
  { start: 130_000, end: 140_000, main: 'a', side: ['b'] },
  { start: 140_000, end: 150_000, main: 'b', side: ['a'] },
  { start: 150_000, end: 160_000, main: 'a', side: ['b'] },
];
const chunk = { start: 120_000, end: 160_000, scenes };
const inputs = [
  { trackId: 'a', file: 'a.mkv', firstMs: 1000 },
  { trackId: 'b', file: 'b.mkv', firstMs: 130_000 },
  { trackId: 'unused', file: 'c.mkv', firstMs: 0 },
];

describe('videoArgs', () => {
  const args = videoArgs(chunk, inputs, 'card.png', 'out.mp4');
  const graph = args[args.indexOf('-filter_complex') + 1]!.split(';');

  it('reads each track that is seen once, from where the chunk begins', () => {
    const line = args.join(' ');
    expect(line).toContain('-ss 120.000 -noaccurate_seek -i a.mkv');
    expect(line).toContain('-itsoffset -120.000 -i b.mkv');
    expect(line).not.toContain('c.mkv');
    expect(line).toContain('-frames:v 1000');
  });

  it('reads images as they are, and what is played in from its own place', () => {
    const shown = [
      { trackId: 'a', file: 'page.webp', firstMs: 0, still: true },
      { trackId: 'b', file: 'clip.mp4', firstMs: 0, shiftMs: -125_000 },
    ];
    const line = videoArgs(chunk, shown, 'card.png', 'out.mp4').join(' ');
    expect(line).toMatch(/^-i page\.webp -threads/);
    // It was begun 5 s into the chunk.
    expect(line).toContain('-itsoffset 5.000 -i clip.mp4');
    const later = [shown[0]!, { ...shown[1]!, shiftMs: -100_000 }];
    expect(videoArgs(chunk, later, 'card.png', 'out.mp4').join(' ')).toContain(
      '-ss 20.000 -noaccurate_seek -i clip.mp4',
    );
  });

  it('shows each place during its scenes, and the card when there is nothing', () => {
    const shown = graph.flatMap((filter) => /overlay=.*enable='(.*)'/.exec(filter)?.[1] ?? []);
    expect(shown).toEqual([
      'between(t,-0.020,9.980)',
      'between(t,9.980,19.980)+between(t,29.980,39.980)',
      'between(t,9.980,19.980)+between(t,29.980,39.980)',
      'between(t,19.980,29.980)',
      'between(t,19.980,29.980)',
    ]);
  });

  it('does without the card when there is always a picture', () => {
    expect(videoArgs({ ...chunk, scenes: scenes.slice(1) }, inputs, 'card.png', 'o').join(' ')).not.toContain('card');
  });
});
