import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { run } from '../../testing/run';
import { audioArgs } from './audio-graph';
import { runFfmpeg } from './ffmpeg';
import { gainFor, loudnessOf } from './loudness';

/** Noise as loud as said, with a pause from 4 to 6 s. */
async function speech(file: string, volume: string): Promise<string> {
  const voice = `volume=${volume},volume=enable='between(t,4,6)':volume=0.0001`;
  const source = 'anoisesrc=d=10:c=pink:seed=7';
  await run('ffmpeg', ['-v', 'error', '-y', '-f', 'lavfi', '-i', source, '-af', voice, '-c:a', 'libopus', file]);
  return file;
}

describe('loudness', () => {
  let dir: string;
  let loud: string;
  let soft: string;
  beforeAll(async () => {
    dir = await mkdtemp(join(tmpdir(), 'lectern-'));
    loud = await speech(join(dir, 'loud.mkv'), '0dB');
    soft = await speech(join(dir, 'soft.mkv'), '-18dB');
  }, 60_000);

  it('measures a file, and knows silence', async () => {
    const silence = join(dir, 'silence.mkv');
    await run('ffmpeg', [
      '-v',
      'error',
      '-f',
      'lavfi',
      '-i',
      'anullsrc=r=48000',
      '-t',
      '3',
      '-c:a',
      'libopus',
      silence,
    ]);
    expect((await loudnessOf(loud, {})) - (await loudnessOf(soft, {}))).toBeCloseTo(18, 0);
    expect(await loudnessOf(silence, {})).toBe(-Infinity);
  }, 60_000);

  it.each([
    [-16, 0],
    [-10, -6],
    [-30, 14],
    [-45, 20],
    [-60, 0],
    [-Infinity, 0],
  ])('at %d LUFS is changed by %d dB', (loudness, gain) => expect(gainFor(loudness)).toBe(gain));

  it('is the same for all, and the pauses stay quiet', async () => {
    const mixed: number[] = [];
    for (const file of [loud, soft]) {
      const output = `${file}.m4a`;
      await runFfmpeg({ args: audioArgs([{ file, gain: gainFor(await loudnessOf(file, {})) }], 10_000, output) });
      mixed.push(await loudnessOf(output, {}));
      const detect = ['-i', output, '-af', 'silencedetect=n=-45dB:d=1', '-f', 'null', '-'];
      const pauses = [...(await run('ffmpeg', detect)).stderr.matchAll(/silence_(?:start|end): ([\d.]+)/g)];
      expect(pauses.map(([, at]) => Math.round(Number(at)))).toEqual([4, 6]);
    }
    for (const loudness of mixed) expect(Math.abs(loudness + 16)).toBeLessThan(1);
  }, 60_000);
});
