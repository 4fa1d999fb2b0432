import { SpeechEngines } from '@lectern/speech';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { spotColours } from '../../testing/pixels';
import { decodeErrors, probe, run } from '../../testing/run';
import { encoded, newTrack } from '../../testing/send';
import { firstPacketAt, Session } from '../../testing/session';
import { processRecording } from './process-recording';

const isRed = ([r, g, b]: number[]) => r! > 150 && g! < 90 && b! < 90;
const isGreen = ([r, g, b]: number[]) => r! < 90 && g! > 90 && b! < 90;
const isBlue = ([r, g, b]: number[]) => r! < 90 && g! < 90 && b! > 150;

/** Seconds of each part: before the pause, in it, and after it. */
const PART = 2.5;
/** What is heard in them, in Hz. */
const tones = [500, 3000, 1200];

const parts = (sources: string[], join: string) => [
  ...['-f', 'lavfi', '-i'],
  [...sources.map((source, i) => `${source}[p${i}]`), `${sources.map((_, i) => `[p${i}]`).join('')}${join}`].join(';'),
];
const sound = parts(
  tones.map((tone) => `sine=f=${tone}:r=48000:d=${PART}`),
  'concat=n=3:v=0:a=1',
);
const picture = parts(
  ['red', 'green', 'blue'].map((name) => `color=${name}:s=160x120:r=25:d=${PART}`),
  'concat=n=3',
);

describe('a recording that was paused', () => {
  it('has nothing of the pause in picture and sound, and what comes after follows at once', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'lectern-'));
    const voice = await encoded(sound, 'opus', join(folder, 'voice.mkv'));
    const seen = await encoded(picture, 'vp8', join(folder, 'picture.mkv'));
    const session = await Session.start();
    const microphone = newTrack({ source: 'microphone', displayName: 'Ada' });
    const camera = newTrack({ participantId: microphone.participantId });
    // The worst case: all of the pause has been captured.
    await Promise.all([session.play(microphone, 'opus', voice), session.play(camera, 'vp8', seen)]);
    const starts = [await firstPacketAt(session, microphone), await firstPacketAt(session, camera)];
    const pause = { start: Math.min(...starts) + PART - 0.2, end: Math.max(...starts) + 2 * PART + 0.2 };
    const at = (second: number) => session.startedAt + second * 1000;
    await session.timeline.append({ type: 'recording-paused', at: at(pause.start) });
    await session.timeline.append({ type: 'recording-resumed', at: at(pause.end) });
    const seconds = (await session.stop()) - (pause.end - pause.start);
    const result = await processRecording({ dir: session.dir, speech: new SpeechEngines(), languages: ['en'] });

    const video = join(session.dir, 'out/video.mp4');
    const { format } = await probe(video);
    expect(Math.abs(Number(format.duration) - seconds)).toBeLessThan(0.3);
    expect(Math.abs(result.durationSeconds - seconds)).toBeLessThan(0.05);
    expect(await decodeErrors(video)).toBe('');
    const colours = spotColours(video, 640, 360);
    expect(colours.some(isGreen)).toBe(false);
    expect(colours.some(isBlue)).toBe(true);
    expect(colours.findLastIndex(isRed)).toBeLessThan(colours.findIndex(isBlue));
    const [before, within, after] = tones.map((tone) => loudness(video, tone, 0, 60));
    expect(await before).toBeGreaterThan(-40);
    expect(await within).toBeLessThan(-45);
    expect(await after).toBeGreaterThan(-40);
    // What followed the pause is heard right after it, not where it was on the clock.
    expect(await loudness(video, tones[2]!, pause.start + 0.3, 0.5)).toBeGreaterThan(-40);
  }, 280_000);
});

/** How loud one tone is at its loudest in a stretch of a file, in dBFS. */
async function loudness(file: string, tone: number, from: number, seconds: number): Promise<number> {
  const narrow = `bandpass=f=${tone}:width_type=h:w=60`;
  const filter = `${narrow},${narrow},${narrow},volumedetect`;
  const stretch = ['-ss', from.toFixed(2), '-t', String(seconds), '-i', file];
  const { stderr } = await run('ffmpeg', [...stretch, '-vn', '-af', filter, '-f', 'null', '-']);
  return Number(/mean_volume: (-?[\d.]+) dB/.exec(stderr)?.[1] ?? '-91');
}
