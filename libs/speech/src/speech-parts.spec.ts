import { BYTES_PER_SECOND } from './speech-engine';
import { speechParts, type SpeechPart } from './speech-parts';

const silence = (seconds: number) => Buffer.alloc(seconds * BYTES_PER_SECOND);
const tone = (seconds: number) => {
  const samples = Buffer.alloc(seconds * BYTES_PER_SECOND);
  for (let i = 0; i < samples.length; i += 2) samples.writeInt16LE(Math.round(3000 * Math.sin(i / 20)), i);
  return samples;
};

async function partsOf(pcm: Buffer, chunk = 4096, onPosition?: (seconds: number) => void): Promise<SpeechPart[]> {
  async function* source() {
    for (let i = 0; i < pcm.length; i += chunk) yield pcm.subarray(i, i + chunk);
  }
  const parts: SpeechPart[] = [];
  for await (const part of speechParts(source(), onPosition)) parts.push(part);
  return parts;
}

const secondsIn = (parts: SpeechPart[]) => parts.reduce((sum, { pcm }) => sum + pcm.length, 0) / BYTES_PER_SECOND;

describe('speechParts', () => {
  it('leaves out long silences and says where the rest was', async () => {
    const parts = await partsOf(Buffer.concat([silence(10), tone(2), silence(20), tone(1), silence(5)]));
    const lasts = parts.flatMap(({ last }, i) => (last ? [i] : []));
    expect(lasts).toHaveLength(2);
    expect(parts[0]!.at).toBeCloseTo(10 - 0.3, 1);
    expect(parts[lasts[0]! + 1]!.at).toBeCloseTo(32 - 0.3, 1);
    expect(secondsIn(parts)).toBeLessThan(6);
  });

  it('keeps the short pauses of speech', async () => {
    const parts = await partsOf(Buffer.concat([tone(1), silence(0.8), tone(1)]));
    expect(parts.filter(({ last }) => last)).toHaveLength(1);
    expect(secondsIn(parts)).toBeCloseTo(2.8, 1);
  });

  it('gives the same parts however the sound is cut up, odd bytes included', async () => {
    const pcm = Buffer.concat([silence(1), tone(1.5), silence(3), tone(0.5)]);
    expect(await partsOf(pcm, 777)).toEqual(await partsOf(pcm, 65_536));
  });

  it('has nothing to say about silence, and goes through all of it', async () => {
    const positions: number[] = [];
    expect(await partsOf(silence(4), 4096, (seconds) => positions.push(seconds))).toEqual([]);
    expect(positions.at(-1)).toBe(4);
  });
});
