import { SpeechEngines } from '@lectern/speech';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { oggPackets } from '../../testing/ogg';
import { decodeErrors, probe, run } from '../../testing/run';
import { writeTrack } from '../../testing/simulation';
import { beepsIn, samplesOf, toneLevel } from '../../testing/tones';
import type { TrackInfo } from '../capture/track-info';
import { TimelineWriter } from '../timeline/timeline-writer';
import { makeFurtherFiles } from './further-files';
import { type ProcessOptions, processRecording } from './process-recording';
import type { ProcessResult } from './process-result';

const startedAt = 1_700_000_000_000;
const SECONDS = 18;
/** In Hz: what is heard in the room, what the interpreter says, and a beep in the room for the time. */
const [room, interpreter, beep] = [440, 880, 3000];
const BEEP_AT = 2;
/** When the interpreter's track was open, and when it was turned off; seconds. */
const [opened, muted, unmuted, closed] = [4, 7, 11, 14];
const PACKET_MS = 20;

/** Two tones; the interpreter's is soft, and is to be raised. */
describe('a recording with interpreters', () => {
  let dir: string;
  let options: ProcessOptions;
  let result: ProcessResult;
  const out = (name: string) => join(dir, 'out', name);

  beforeAll(async () => {
    dir = await mkdtemp(join(tmpdir(), 'lectern-'));
    await record(dir);
    options = { dir, speech: new SpeechEngines(), languages: ['en', 'de', 'fr'], extras: ['webm', 'grid'] };
    result = await processRecording(options);
  }, 240_000);

  afterAll(() => rm(dir, { recursive: true }));

  it('has a channel for each language in which something was sent', async () => {
    expect(result).toMatchObject({ channels: ['fr'], untranscribed: ['en', 'fr'] });
    for (const name of ['video.mp4', 'video.webm', 'grid.mp4']) {
      const [picture, floor, channel, ...more] = (await probe(out(name))).streams;
      expect([picture!.codec_type, floor!.codec_type, channel!.codec_type, more.length]).toEqual([
        'video',
        'audio',
        'audio',
        0,
      ]);
      expect([floor!.disposition!.default, channel!.disposition!.default]).toEqual([1, 0]);
      expect([floor!.tags!.language ?? 'und', channel!.tags!.language]).toEqual(['und', 'fra']);
      const { handler_name: handler, title, HANDLER_NAME: kept } = channel!.tags!;
      expect(title ?? handler ?? kept).toBe('français');
      expect(await decodeErrors(out(name))).toBe('');
    }
  }, 120_000);

  it('leaves the room as it is', () => {
    for (const file of ['video.mp4', 'hls-sound.m3u8']) {
      const floor = samplesOf(out(file));
      const loud = toneLevel(floor, room, 1, 1.9);
      for (const [from, to] of [
        [5, 6.5],
        [8, 10.5],
        [12, 13.5],
        [15, 17],
      ] as const) {
        expect(Math.abs(toneLevel(floor, room, from, to) - loud)).toBeLessThan(1);
        expect(toneLevel(floor, interpreter, from, to)).toBeLessThan(loud - 50);
      }
    }
  });

  it.each([
    ['video.mp4', 1],
    ['video.webm', 1],
    ['grid.mp4', 1],
    ['hls-sound-fr.m3u8', 0],
  ])('lowers the room under the interpreter by 20 dB, and only then, in %s', (file, index) => {
    const loud = toneLevel(samplesOf(out('video.mp4')), room, 1, 1.9);
    const channel = samplesOf(out(file), index);
    for (const [from, to] of [
      [1, 1.9],
      [7.4, 10.9],
      [14.4, 17],
    ] as const) {
      expect(Math.abs(toneLevel(channel, room, from, to) - loud)).toBeLessThan(1);
      expect(toneLevel(channel, interpreter, from, to)).toBeLessThan(loud - 40);
    }
    for (const [from, to] of [
      [4.5, 6.9],
      [11.5, 13.9],
    ] as const) {
      expect(Math.abs(toneLevel(channel, room, from, to) - loud + 20)).toBeLessThan(1);
      expect(Math.abs(toneLevel(channel, interpreter, from, to) - loud)).toBeLessThan(2);
    }
    expect(Math.abs(beepsIn(channel, beep)[0]! - 1000 * BEEP_AT - 30)).toBeLessThan(40);
  });

  it('has the channel at the common loudness', async () => {
    const { stderr } = await run('ffmpeg', [
      '-i',
      out('video.mp4'),
      '-map',
      '0:a:1',
      '-af',
      'ebur128',
      '-f',
      'null',
      '-',
    ]);
    const loudness = Number(/I:\s+(-[\d.]+) LUFS\s+Threshold/.exec(stderr.slice(stderr.lastIndexOf('Summary')))?.[1]);
    expect(Math.abs(loudness + 16)).toBeLessThan(1.5);
  });

  it('has each channel as a file of its own', async () => {
    const names = await makeFurtherFiles({ dir, result, slides: [], fetchPage: () => Promise.resolve(null) });
    expect(names).toEqual(expect.arrayContaining(['audio.m4a', 'audio.fr.m4a']));
    const level = (name: string) => toneLevel(samplesOf(out(name)), interpreter, 4.5, 6.9);
    expect(level('audio.fr.m4a')).toBeGreaterThan(-30);
    expect(level('audio.m4a')).toBeLessThan(-60);
  });

  it('forgets the channel of an interpreter who wants to be left out', async () => {
    const without = await processRecording({ ...options, extras: [], leftOut: new Set(['ben']), force: true });
    expect(without).toMatchObject({ channels: [], leftOut: ['ben'] });
    expect((await probe(out('video.mp4'))).streams).toHaveLength(2);
    await makeFurtherFiles({ dir, result: without, slides: [], fetchPage: () => Promise.resolve(null) });
    expect((await readdir(join(dir, 'out'))).filter((name) => /fr|only|channel/.test(name))).toEqual([]);
    expect(await readFile(out('hls.m3u8'), 'utf8')).not.toContain('EXT-X-MEDIA');
  }, 120_000);
});

/** What the capture process would have of a speaker and two interpreters, of whom one has sent nothing. */
async function record(dir: string): Promise<void> {
  const timeline = await TimelineWriter.open(dir);
  const at = (second: number) => startedAt + second * 1000;
  await timeline.append({ type: 'recording-started', recordingId: 'r', at: at(0) });
  const noise = `if(between(t,${BEEP_AT},${BEEP_AT + 0.2}),0.2*sin(2*PI*${beep}*t),0)`;
  await track(dir, { participantId: 'ada', source: 'microphone' }, 0, `0.3*sin(2*PI*${room}*t)+${noise}`, SECONDS);
  const said = `if(between(t,${muted - opened},${unmuted - opened}),0,0.03*sin(2*PI*${interpreter}*t))`;
  const about = { participantId: 'ben', source: 'interpretation', language: 'fr' } as const;
  const { trackId } = await track(dir, about, opened, said, closed - opened);
  await track(dir, { participantId: 'cleo', source: 'interpretation', language: 'de' }, opened, '0', 0);
  await timeline.append({ type: 'track-paused', trackId, at: at(muted) });
  await timeline.append({ type: 'track-resumed', trackId, at: at(unmuted) });
  await timeline.append({ type: 'track-closed', trackId, at: at(closed) });
  await timeline.append({ type: 'recording-stopped', at: at(SECONDS) });
  await timeline.close();
}

/** A track that begins at a second and sounds as an expression of ffmpeg says. */
async function track(
  dir: string,
  about: Pick<TrackInfo, 'participantId' | 'source'> & { language?: string },
  second: number,
  sound: string,
  seconds: number,
): Promise<TrackInfo> {
  const packets = seconds > 0 ? await opusPackets(dir, sound, seconds) : [];
  const rtp = { kind: 'audio', mimeType: 'audio/opus', payloadType: 100, clockRate: 48_000 } as const;
  const sent = packets.map((payload, i) => ({ media: i * PACKET_MS, sent: i * PACKET_MS, payload }));
  return writeTrack(dir, { ...about, ...rtp, startedAt: startedAt + second * 1000 }, sent, 5 + second);
}

async function opusPackets(dir: string, sound: string, seconds: number): Promise<Buffer[]> {
  const file = join(dir, 'sound.ogg');
  const input = ['-f', 'lavfi', '-i', `aevalsrc='${sound}':s=48000:d=${seconds}`];
  const encode = ['-c:a', 'libopus', '-b:a', '64k', '-frame_duration', String(PACKET_MS)];
  await run('ffmpeg', ['-v', 'error', '-y', ...input, ...encode, file]);
  // The first two are heads.
  return oggPackets(await readFile(file)).slice(2);
}
