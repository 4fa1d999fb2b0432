import { sileroVad } from '../../testing/native';
import { speakPcm } from '../../testing/voice';
import { SAMPLE_RATE } from '../speech-engine';
import { QuietCutter, type Segment, type Segmenter } from './segmenter';
import { SileroSegmenter } from './silero-segmenter';

const silence = (seconds: number) => new Float32Array(Math.round(seconds * SAMPLE_RATE));
const tone = (seconds: number) => silence(seconds).map((_, i) => 0.2 * Math.sin(i / 20));

function cut(segmenter: Segmenter, ...sounds: Float32Array[]): Segment[] {
  const segments: Segment[] = [];
  for (const sound of sounds)
    for (let i = 0; i < sound.length; i += 3_200) segments.push(...segmenter.take(sound.subarray(i, i + 3_200)));
  return [...segments, ...segmenter.flush()];
}

const lengths = (segments: Segment[]) => segments.map(({ samples }) => samples.length / SAMPLE_RATE);

describe('QuietCutter', () => {
  it('gives everything up to a flush, and nothing twice', () => {
    const cutter = new QuietCutter();
    expect(lengths(cut(cutter, tone(3)))).toEqual([3]);
    const [second] = cut(cutter, tone(2));
    expect(second!.at).toBe(3);
    expect(cutter.flush()).toEqual([]);
  });

  it('cuts long speech where it is quietest', () => {
    const segments = cut(new QuietCutter(), tone(22), silence(0.4), tone(20));
    expect(segments).toHaveLength(2);
    expect(segments[1]!.at).toBeGreaterThan(22);
    expect(segments[1]!.at).toBeLessThan(22.4);
    expect(lengths(segments).reduce((sum, one) => sum + one)).toBeCloseTo(42.4);
  });
});

const withSilero = sileroVad ? describe : describe.skip;

withSilero('SileroSegmenter', () => {
  const pcm = speakPcm('The teacher has seven students.');
  const voice = Float32Array.from({ length: pcm.length / 2 }, (_, i) => pcm.readInt16LE(i * 2) / 32_768);

  it('finds where somebody speaks, and leaves out noise that is no voice', () => {
    const hum = tone(3).map((sample) => sample / 10);
    const segments = cut(new SileroSegmenter(sileroVad!), silence(2), voice, hum, voice, silence(1));
    const second = 2 + voice.length / SAMPLE_RATE + 3;
    expect(segments).toHaveLength(2);
    expect(Math.abs(segments[0]!.at - 2)).toBeLessThan(0.3);
    expect(Math.abs(segments[1]!.at - second)).toBeLessThan(0.3);
  });

  it('counts on over a flush in mid-speech', () => {
    const segmenter = new SileroSegmenter(sileroVad!);
    const [first] = cut(segmenter, silence(1), voice);
    const [second] = cut(segmenter, silence(1), voice);
    expect(second!.at - first!.at).toBeCloseTo(1 + voice.length / SAMPLE_RATE, 1);
  });
});
