import { materialFiles } from '@lectern/contracts';
import { mkdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { vp8Frames } from '../../../libs/recordings/testing/ivf';
import { oggPackets } from '../../../libs/recordings/testing/ogg';
import { run } from '../../../libs/recordings/testing/run';
import { type Sending, writeTrack } from '../../../libs/recordings/testing/simulation';
import { TimelineWriter } from '../../../libs/recordings/src/timeline/timeline-writer';

/** The same session twice: as it was captured, and in files that ffmpeg reads. */
export interface BenchSession {
  /** The recording's folder. */
  dir: string;
  slides: string;
  seconds: number;
  pages: string[];
  cameras: string[];
  voices: string[];
}

/** Seconds that a slide stays. */
export const SLIDE_SECONDS = 20;
export const FRAME_RATE = 25;
const SLIDE_SIZE = '1920x1080';
const PACKET_MS = 20;
const MOST_BYTES = 1_150;
const startedAt = 1_700_000_000_000;

const people = [
  { name: 'ada', picture: 'testsrc2', hertz: 220 },
  { name: 'grace', picture: 'mandelbrot', hertz: 330 },
] as const;

export async function makeSession(folder: string, seconds: number): Promise<BenchSession> {
  const dir = join(folder, 'recording');
  const slides = join(folder, 'slides');
  await mkdir(dir);
  const pages = await makePages(slides, Math.ceil(seconds / SLIDE_SECONDS));
  const session = { dir, slides, seconds, pages, cameras: [] as string[], voices: [] as string[] };
  for (const [i, { name, picture, hertz }] of people.entries()) {
    const camera = join(folder, `${name}.ivf`);
    const size = picture === 'testsrc2' ? 's=1280x720:r=25' : 's=1280x720:r=25:maxiter=256';
    const frames = await vp8Frames(
      ['-f', 'lavfi', '-i', `${picture}=${size}`, '-t', String(seconds), ...QUICK],
      camera,
    );
    const voice = await makeVoice(join(folder, `${name}.ogg`), hertz, seconds);
    session.cameras.push(camera);
    session.voices.push(voice);
    const about = { participantId: name, startedAt, payloadType: 100 };
    const sound = { source: 'microphone', kind: 'audio', mimeType: 'audio/opus', clockRate: 48_000 } as const;
    const video = { source: 'camera', kind: 'video', mimeType: 'video/VP8', clockRate: 90_000 } as const;
    const packets = oggPackets(await readFile(voice)).slice(2);
    await writeTrack(dir, { ...about, ...sound }, packetsOfSound(packets), 2 * i + 1);
    await writeTrack(dir, { ...about, ...video }, packetsOfPictures(frames), 2 * i + 2);
  }
  await writeTimeline(dir, seconds);
  return session;
}

const QUICK = ['-deadline', 'realtime', '-cpu-used', '8', '-threads', '2'];

async function makePages(slides: string, count: number): Promise<string[]> {
  const pages = Array.from({ length: count }, (_, i) => join(slides, materialFiles.page(i + 1)));
  await mkdir(dirname(pages[0]!), { recursive: true });
  for (const [i, page] of pages.entries()) {
    const source = `testsrc=s=${SLIDE_SIZE}:r=1,hue=h=${i * 40}`;
    await run('ffmpeg', ['-v', 'error', '-f', 'lavfi', '-i', source, '-frames:v', '1', page]);
  }
  return pages;
}

async function makeVoice(file: string, hertz: number, seconds: number): Promise<string> {
  const source = `sine=f=${hertz}:r=48000,tremolo=f=0.5:d=0.9`;
  const encode = ['-c:a', 'libopus', '-b:a', '32k', '-frame_duration', String(PACKET_MS)];
  await run('ffmpeg', ['-v', 'error', '-f', 'lavfi', '-i', source, '-t', String(seconds), ...encode, file]);
  return file;
}

function* packetsOfSound(packets: Buffer[]): Generator<Sending> {
  for (const [n, payload] of packets.entries()) yield { media: n * PACKET_MS, sent: n * PACKET_MS, payload };
}

function* packetsOfPictures(frames: Buffer[]): Generator<Sending> {
  for (const [n, frame] of frames.entries()) {
    const at = (n * 1_000) / FRAME_RATE;
    for (let from = 0; from < frame.length; from += MOST_BYTES) {
      // A payload descriptor of one byte (RFC 7741 §4.2): whether a partition begins here.
      const payload = Buffer.concat([Buffer.from([from === 0 ? 0x10 : 0]), frame.subarray(from, from + MOST_BYTES)]);
      yield { media: at, sent: at, payload, more: from + MOST_BYTES < frame.length };
    }
  }
}

async function writeTimeline(dir: string, seconds: number): Promise<void> {
  const timeline = await TimelineWriter.open(dir);
  await timeline.append({ type: 'recording-started', recordingId: 'bench', at: startedAt });
  for (let at = 0; at < seconds; at += SLIDE_SECONDS) {
    const shown = { kind: 'deck', materialId: 'deck', page: at / SLIDE_SECONDS + 1 } as const;
    await timeline.append({ type: 'presentation-changed', at: startedAt + at * 1_000, shown });
  }
  await timeline.append({ type: 'recording-stopped', at: startedAt + seconds * 1_000 });
  await timeline.close();
}
