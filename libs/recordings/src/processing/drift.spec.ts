import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { vp8Frames } from '../../testing/ivf';
import { oggPackets } from '../../testing/ogg';
import { spotColours } from '../../testing/pixels';
import { run } from '../../testing/run';
import { type Sending, writeTrack } from '../../testing/simulation';
import { beepsIn, samplesOf } from '../../testing/tones';
import { audioArgs } from '../composition/audio-graph';
import { chunksOf } from '../composition/chunks';
import { runFfmpeg } from '../composition/ffmpeg';
import { planScenes } from '../composition/scene-plan';
import { FRAME_RATE } from '../composition/scene';
import { videoArgs } from '../composition/video-graph';
import { convertTrack } from '../tracks/convert-track';
import { OPUS_SILENCE } from '../tracks/opus';
import { visibleTracks, type ReadTrack } from './visibility';

const HOURS = 2;
const durationMs = HOURS * 3_600_000;
const startedAt = 1_700_000_000_000;
const span = { startedAt, durationMs };
/** What is composed: the end, where drift has had its time. */
const TAIL_MS = 12_000;
const EVERY_MS = 5_000;
const PACKET_MS = 20;
const FLASH_MS = 200;
const DTX_PACKETS = 20;

interface Simulated {
  name: string;
  /** How much the clock is off, parts in a million. */
  ppm: number;
  hertz: number;
  seed: number;
  /** Sends next to nothing while silent (RFC 7587 §3.1.3). */
  pauses: boolean;
  /** A spot of the result where this person is. */
  spot: [x: number, y: number];
}

const people: [Simulated, Simulated] = [
  { name: 'ada', ppm: 50, hertz: 1_000, seed: 7, pauses: false, spot: [500, 360] },
  { name: 'grace', ppm: -30, hertz: 2_500, seed: 11, pauses: true, spot: [1_150, 360] },
];

/** Two hours in simulated time: each second person flashes and beeps at once, by a clock of their own that is off. */
describe('a recording of two hours', () => {
  let dir: string;
  const tracks: ReadTrack[] = [];

  beforeAll(async () => {
    dir = await mkdtemp(join(tmpdir(), 'lectern-drift-'));
    const [dark, bright] = await flashFrames(dir);
    for (const person of people) {
      const beep = await beepPackets(person.hertz, dir);
      const about = { participantId: person.name, startedAt, payloadType: 100 };
      const sound = {
        ...about,
        source: 'microphone',
        kind: 'audio',
        mimeType: 'audio/opus',
        clockRate: 48_000,
      } as const;
      const camera = { ...about, source: 'camera', kind: 'video', mimeType: 'video/VP8', clockRate: 90_000 } as const;
      const infos = [
        await writeTrack(dir, sound, soundOf(person, beep), person.seed),
        await writeTrack(dir, camera, picturesOf(person, dark, bright), person.seed + 1),
      ];
      for (const info of infos) tracks.push({ info, media: await convertTrack(dir, info, dir, span) });
    }
  }, 120_000);

  afterAll(() => rm(dir, { recursive: true }));

  it('has sound and picture of each person, and both people, together at its end', async () => {
    const [video, sound] = await Promise.all([composeTail(), mixTail()]);
    const offsets = people.map((person) => {
      const events = eventsOf(person).filter((at) => at > durationMs - TAIL_MS && at < durationMs - 1_000);
      const seen = flashesIn(video, person.spot);
      const heard = beepsIn(sound, person.hertz);
      expect([seen.length, heard.length]).toEqual([events.length, events.length]);
      const delays = (found: number[]) => found.map((at, i) => at + durationMs - TAIL_MS - events[i]!);
      return { seen: delays(seen), heard: delays(heard) };
    });
    for (const { seen, heard } of offsets) seen.forEach((at, i) => expect(Math.abs(at - heard[i]!)).toBeLessThan(40));
    const [ada, grace] = offsets as [(typeof offsets)[0], (typeof offsets)[0]];
    for (const one of [...ada.seen, ...ada.heard])
      for (const other of [...grace.seen, ...grace.heard]) expect(Math.abs(one - other)).toBeLessThan(80);
  }, 180_000);

  async function composeTail(): Promise<string> {
    const speakers = [{ at: 0, participantId: people[0].name }];
    const scenes = planScenes({ durationMs, tracks: visibleTracks(tracks, [], span), speakers });
    const chunk = chunksOf(scenes, TAIL_MS).at(-1)!;
    expect(chunk).toMatchObject({ start: durationMs - TAIL_MS, end: durationMs });
    const inputs = tracks.flatMap(({ info: { kind, trackId }, media: { file, intervals } }) =>
      kind === 'video' ? [{ trackId, file: file!, firstMs: intervals[0]!.start }] : [],
    );
    const output = join(dir, 'tail.mp4');
    await runFfmpeg({ args: videoArgs(chunk, inputs, '', output) });
    return output;
  }

  /** All of the two hours is decoded and mixed, and the end of it kept. */
  async function mixTail(): Promise<Int16Array> {
    const inputs = tracks.flatMap(({ info, media }) => (info.kind === 'audio' ? [{ file: media.file!, gain: 0 }] : []));
    const output = join(dir, 'tail.wav');
    const args = audioArgs(inputs, durationMs, output);
    const keep = ['-ss', String((durationMs - TAIL_MS) / 1_000), '-t', String(TAIL_MS / 1_000), '-c:a', 'pcm_s16le'];
    await runFfmpeg({ args: [...args.slice(0, -1), ...keep, output] });
    return samplesOf(output);
  }
});

/** A person's clock at a moment of true time. */
const clock = ({ ppm }: Simulated, at: number): number => at * (1 + ppm / 1e6);

/** When it beeps and flashes, in true time: where a packet of sound begins, for a beep begins with it. */
function eventsOf(person: Simulated): number[] {
  return Array.from({ length: durationMs / EVERY_MS }, (_, i) => {
    const packet = Math.round(clock(person, i * EVERY_MS + 2_500) / PACKET_MS);
    return (packet * PACKET_MS) / (1 + person.ppm / 1e6);
  });
}

function* soundOf(person: Simulated, beep: Buffer[]): Generator<Sending> {
  const starts = eventsOf(person).map((at) => Math.round(clock(person, at) / PACKET_MS));
  let next = 0;
  for (let n = 0; ; n += 1) {
    const sent = (n * PACKET_MS) / (1 + person.ppm / 1e6);
    if (sent > durationMs) return;
    if (next < starts.length - 1 && n >= starts[next]! + beep.length) next += 1;
    const payload = beep[n - starts[next]!];
    // Between two words one sends all the time, the other next to nothing.
    if (payload || !person.pauses || n % DTX_PACKETS === 0)
      yield { media: n * PACKET_MS, sent, payload: payload ?? OPUS_SILENCE };
  }
}

/** One picture a second, and two for each flash. */
function* picturesOf(person: Simulated, dark: Buffer, bright: Buffer): Generator<Sending> {
  const picture = (sent: number, frame: Buffer) => ({
    media: clock(person, sent),
    sent,
    payload: Buffer.concat([Buffer.from([0x10]), frame]),
  });
  for (const at of eventsOf(person)) {
    for (let before = at - 2_500; before < at - 500; before += 1_000) if (before >= 0) yield picture(before, dark);
    yield picture(at, bright);
    for (let after = at + FLASH_MS; after < at + 2_400; after += 1_000) yield picture(after, dark);
  }
}

async function flashFrames(dir: string): Promise<[dark: Buffer, bright: Buffer]> {
  const frame = async (colour: string) =>
    (await vp8Frames(['-f', 'lavfi', '-i', `color=c=${colour}:s=64x36:r=1:d=1`], join(dir, `${colour}.ivf`)))[0]!;
  return [await frame('black'), await frame('white')];
}

/** A beep that begins with its first packet; without lookahead but for 2.5 ms. */
async function beepPackets(hertz: number, dir: string): Promise<Buffer[]> {
  const file = join(dir, 'beep.ogg');
  const beep = `aevalsrc='if(between(t,0.5,0.6),0.5*sin(2*PI*${hertz}*t),0)':s=48000:d=1`;
  const encode = ['-c:a', 'libopus', '-application', 'lowdelay', '-b:a', '64k', '-frame_duration', '20'];
  await run('ffmpeg', ['-v', 'error', '-y', '-f', 'lavfi', '-i', beep, ...encode, file]);
  // The first packets are heads; the beep begins half a second later.
  return oggPackets(await readFile(file)).slice(2 + 500 / PACKET_MS, 2 + 700 / PACKET_MS);
}

/** When a spot turns bright, in milliseconds of the file. */
function flashesIn(file: string, [x, y]: [number, number]): number[] {
  const bright = spotColours(file, x, y).map(([red]) => red > 128);
  return bright.flatMap((now, i) => (now && !bright[i - 1] ? [(i * 1_000) / FRAME_RATE] : []));
}
