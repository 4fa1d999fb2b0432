import { SpeechEngines, VoskEngine } from '@lectern/speech';
import { appendFile, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { once } from 'node:events';
import { vosk as found } from '../../../speech/testing/native';
import { speak } from '../../../speech/testing/voice';
import { decodeErrors, probe } from '../../testing/run';
import { newTrack, send } from '../../testing/send';
import { captured, firstPacketAt, Session } from '../../testing/session';
import { processRecording } from './process-recording';

const vosk = found ?? { library: '', model: '' };
const withVosk = found ? it : it.skip;

const picture = (size: string, seconds: number) => ['-f', 'lavfi', '-i', `testsrc=s=${size}:r=25:d=${seconds}`];
const none = new SpeechEngines();

describe('processRecording', () => {
  let voice: string;
  beforeAll(async () => {
    voice = join(await mkdtemp(join(tmpdir(), 'lectern-')), 'voice.wav');
    speak('The teacher has seven students.', voice);
  });

  withVosk(
    'makes a video with captions of two speakers',
    async () => {
      const session = await Session.start();
      const ada = { participantId: 'ada', displayName: 'Ada <Lovelace>' };
      const grace = { participantId: 'grace', displayName: 'Grace' };
      const adasVoice = newTrack({ ...ada, source: 'microphone' });
      const gracesVoice = newTrack({ ...grace, source: 'microphone' });
      await session.timeline.append({ type: 'speaker-changed', participantId: 'ada' });
      await Promise.all([
        session.share(adasVoice, 'opus', ['-i', voice]).then(() => session.share(gracesVoice, 'opus', ['-i', voice])),
        session.share(newTrack({ ...ada }), 'vp8', picture('640x360', 5)),
        session.share(newTrack({ ...grace }), 'h264', picture('320x240', 4)),
      ]);
      const seconds = await session.stop();
      const engines = new SpeechEngines([
        new VoskEngine({ library: vosk.library, models: [{ language: 'en', path: vosk.model }] }),
      ]);
      const progress: number[] = [];
      const onProgress = (_: string, percent: number) => progress.push(percent);
      const options = { dir: session.dir, speech: engines, languages: ['en', 'fr'], onProgress };
      const result = await processRecording(options);
      await expectVideo(session.dir, seconds);
      expect(Math.abs(result.durationSeconds - seconds)).toBeLessThan(0.01);
      expect(result).toMatchObject({ captionsLanguages: ['en'], notice: null });
      const words = JSON.parse(await readFile(join(session.dir, 'out/transcript.json'), 'utf8')) as SpokenWords;
      const heard = words.speeches.map(({ speaker, words }) => [
        speaker,
        words.find(({ text }) => text === 'teacher')?.start,
      ]);
      expect(heard).toEqual([
        ['Ada <Lovelace>', near(await firstPacketAt(session, adasVoice))],
        ['Grace', near(await firstPacketAt(session, gracesVoice))],
      ]);
      const vtt = await readFile(join(session.dir, 'out/captions.en.vtt'), 'utf8');
      expect(vtt).toContain('<v Ada &lt;Lovelace&gt;>');
      expect(vtt).toContain('<v Grace>');
      expect(progress).toEqual([...progress].sort((a, b) => a - b));
      expect(progress.at(-1)).toBe(100);
      expect((await readdir(session.dir)).sort()).toEqual(['out', 'steps', 'timeline.jsonl', 'tracks']);
      expect(await processRecording(options)).toEqual(result);
      await engines.close();
    },
    180_000,
  );

  it('survives the death of the capture process, of the server, and of the run itself', async () => {
    const session = await Session.start();
    const mic = newTrack({ source: 'microphone' });
    const first = send(['-i', voice], 'opus', await session.open(mic, 'opus'));
    await captured(session, mic, 5000);
    const lost = once(session.capture, 'lost');
    process.kill(session.capture.pid!, 'SIGKILL');
    await lost;
    await session.timeline.append({ type: 'track-lost', trackId: mic.trackId, reason: 'died' });
    // The old port is gone, so the rest of the first voice goes nowhere.
    await first.catch(() => undefined);
    const again = newTrack({ source: 'microphone', participantId: mic.participantId });
    await session.share(again, 'opus', ['-t', '1', '-i', voice]);
    const seconds = (session.capture.clock.now() - session.startedAt) / 1000;
    // The server dies as well: no recording-stopped, and a torn line.
    await session.close();
    await appendFile(join(session.dir, 'timeline.jsonl'), '{"type":"recording-sto');
    const abort = new AbortController();
    const reason = new Error('killed');
    const onProgress = (step: string) => step === 'compose' && abort.abort(reason);
    const options = { dir: session.dir, speech: none, languages: ['fr'] };
    await expect(processRecording({ ...options, signal: abort.signal, onProgress })).rejects.toBe(reason);
    const result = await processRecording(options);
    // The sender's last packet may lie a little before its end.
    expect(Math.abs(result.durationSeconds - seconds)).toBeLessThan(2);
    expect(result.notice).toBe(
      'No speech model for French is installed. So what was said in French has no transcript.',
    );
    expect(result).toMatchObject({ cues: [], captionsLanguages: [], untranscribed: ['fr'] });
    await expectVideo(session.dir, result.durationSeconds);
  }, 120_000);

  it('makes more when it is asked for, and nothing anew for that', async () => {
    const session = await Session.start();
    await Promise.all([
      ...['ada', 'grace'].map((id) => session.share(newTrack({ participantId: id }), 'vp8', picture('320x240', 1))),
      session.share(newTrack({ source: 'microphone', language: 'fr' }), 'opus', [
        '-f',
        'lavfi',
        '-i',
        'sine=d=1:r=48000',
      ]),
    ]);
    const seconds = await session.stop();
    const options = { dir: session.dir, speech: none, languages: ['en'] };
    const plain = await processRecording(options);
    // In whose language there is no model is said of each track.
    expect(plain.untranscribed).toEqual(['fr']);
    const steps = new Set<string>();
    const extras = ['webm', 'grid'] as const;
    const onProgress = (step: string) => steps.add(step);
    const more = await processRecording({ ...options, extras, onProgress });
    expect(more).toEqual({ ...plain, files: { ...plain.files, extras: ['video.webm', 'grid.mp4'] } });
    // The tracks had been cleared away, and the grid is made of them.
    expect([...steps]).toEqual(['tracks', 'webm', 'grid']);
    for (const [file, codec] of [
      ['video.webm', 'vp9'],
      ['grid.mp4', 'h264'],
    ] as const) {
      const { streams, format } = await probe(join(session.dir, 'out', file));
      expect(streams[0]!.codec_name).toBe(codec);
      expect(Math.abs(Number(format.duration) - seconds)).toBeLessThan(0.3);
      expect(await decodeErrors(join(session.dir, 'out', file))).toBe('');
    }
    steps.clear();
    expect(await processRecording({ ...options, extras, onProgress })).toEqual(more);
    expect(steps.size).toBe(0);
  }, 120_000);

  it('makes a silent video of pictures without sound, and none of nothing', async () => {
    const session = await Session.start();
    await session.share(newTrack(), 'vp8', picture('320x240', 1));
    const seconds = await session.stop();
    const options = { dir: session.dir, speech: none, languages: ['en'] };
    const result = await processRecording(options);
    expect(result).toMatchObject({ cues: [], notice: null });
    await expectVideo(session.dir, seconds);
    expect(await processRecording({ ...options, force: true })).toEqual(result);
    await rm(join(session.dir, 'tracks'), { recursive: true });
    await expect(processRecording({ ...options, force: true })).rejects.toMatchObject({
      code: 'WRONG_STATE',
      message: 'Nobody sent sound or picture while the recording ran.',
    });
    await rm(join(session.dir, 'timeline.jsonl'));
    await expect(processRecording({ ...options, force: true })).rejects.toThrow('Nothing was recorded.');
  }, 120_000);
});

/** The word begins 0.2 s into the voice; half a second of room. */
const near = (seconds: number): unknown => expect.closeTo(seconds + 0.2, 0);

interface SpokenWords {
  speeches: { speaker: string; words: { text: string; start: number }[] }[];
}

async function expectVideo(dir: string, seconds: number): Promise<void> {
  const video = join(dir, 'out/video.mp4');
  const { streams, format } = await probe(video);
  expect(streams.map(({ codec_name }) => codec_name)).toEqual(['h264', 'aac']);
  expect(streams[0]).toMatchObject({ width: 1280, height: 720 });
  expect(Math.abs(Number(format.duration) - seconds)).toBeLessThan(0.3);
  for (const { duration } of streams) expect(Math.abs(Number(duration) - seconds)).toBeLessThan(0.3);
  expect(await decodeErrors(video)).toBe('');
  expect((await probe(join(dir, 'out/poster.jpg'))).streams[0]).toMatchObject({ width: 1280, height: 720 });
}
