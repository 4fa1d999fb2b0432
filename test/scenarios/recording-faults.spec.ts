import type { Recording } from '@lectern/contracts';
import { resourceFiles } from '@lectern/contracts';
import {
  chmodSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { endWebRtc } from '../../libs/sfu/testing/webrtc-client';
import { Lectern, until } from '../support/lectern';
import type { Person } from '../support/person';
import { processesOn } from '../support/processes';
import { entered, firstHost, scheduled } from '../support/stage';
import { missingIn, originOf, picturesOf, soundOf, type Stretch, type Told } from '../support/timed-result';
import { timedSource } from '../support/timed-source';
import { TimedSpeaker } from '../support/timed-speaker';

jest.setTimeout(240_000);

/** The bar is 20 s; how much of it a busy machine needs to start a worker says nothing about the code. */
const TAKEN_UP_WITHIN = 60_000;
/** What may be missing before a kill. */
const BEFORE = 1;
/** A new file begins with a key frame; this source has one every half second, whoever asks for it. */
const KEY_FRAME = 0.6;

/** One recording, to which everything happens that may happen to it; its source says in each second which one it is. */
describe('a recording cannot be lost', () => {
  const scratch = mkdtempSync(join(tmpdir(), 'lectern-faults-'));
  const log = join(scratch, 'ffmpeg.log');
  const figures: string[] = [];
  let lectern: Lectern;
  let host: Person;
  let speaker: TimedSpeaker;
  let webinarId: string;
  let recordingId: string;
  /** What nobody sent, or nobody can have received. */
  const unheard: Stretch[] = [];
  const unseen: Stretch[] = [];
  let recorded: [from: number, to: number];

  beforeAll(async () => {
    const source = await timedSource(60);
    lectern = await Lectern.start({ LECTERN_MEDIA_WORKERS: '1', FFMPEG_PATH: loggingFfmpeg(scratch, log) });
    host = await firstHost(lectern);
    const planned = await scheduled(host);
    ({ webinarId } = planned);
    await host.enter(webinarId);
    await host.call('webinar:start', {});
    speaker = new TimedSpeaker(await entered(lectern, planned.links.presenter, 'Pia Presenter'), source);
    await speaker.connect();
  });

  afterAll(async () => {
    process.stdout.write(`\nFaults of a recording:\n${figures.map((figure) => `  ${figure}\n`).join('')}`);
    speaker?.close();
    host?.leave();
    await lectern?.remove();
    rmSync(scratch, { recursive: true });
    endWebRtc();
  });

  const recording = async (): Promise<Recording> =>
    (await host.api('GET /api/webinars/:webinarId/recordings', { params: { webinarId } })).recordings[0]!;

  const process_ = (part: string) => processesOn(lectern.data).find(({ command }) => command.includes(part));

  /** @returns its process id */
  function kill(part: string): number {
    const { pid } = process_(part)!;
    process.kill(pid, 'SIGKILL');
    return pid;
  }

  /** The files of packets so far. */
  function tracks(): { size: number }[] {
    const folder = join(lectern.data, 'recordings', recordingId, 'tracks');
    return readdirSync(folder)
      .filter((name) => name.endsWith('.rtpdump'))
      .map((name) => statSync(join(folder, name)));
  }

  const flows = (seconds: number) => {
    const end = speaker.position + seconds;
    return until(() => speaker.position >= end, 20_000);
  };

  /** Everything that is sent from here to the end of `fault` may be missing. */
  async function interrupted(fault: () => Promise<unknown>, before = BEFORE): Promise<void> {
    const from = speaker.position - before;
    await fault();
    const to = speaker.position;
    unheard.push([from, to + 0.3]);
    unseen.push([from, to + KEY_FRAME]);
  }

  it('goes on when the capture process is killed', async () => {
    ({ id: recordingId } = await host.call('recording:start', {}));
    recorded = [speaker.position + KEY_FRAME, 0];
    await flows(2.5);
    await interrupted(async () => {
      const old = kill('capture.process');
      await until(() => (process_('capture.process')?.pid ?? old) !== old);
      await until(() => tracks().filter(({ size }) => size > 1_000).length === 2 + 2);
    });
    await flows(2);
  });

  it('has what was not muted, and every size of picture', async () => {
    speaker.resize('large');
    const from = speaker.position;
    await speaker.mute(true);
    await flows(1);
    await speaker.mute(false);
    unheard.push([from - 0.1, speaker.position + 0.1]);
    await flows(1);
  });

  it('does not notice when Redis is killed', async () => {
    const old = kill('redis-server');
    await until(() => (process_('redis-server')?.pid ?? old) !== old);
    await flows(1);
  });

  it('goes on in new files when the media worker is killed', async () => {
    await interrupted(async () => {
      kill('mediasoup-worker');
      await speaker.person.hears('media:reset');
      await speaker.connect();
    });
    await flows(1.5);
  });

  it('goes on with a speaker who comes back five times', async () => {
    for (let time = 0; time < 5; time += 1) {
      await interrupted(async () => {
        speaker.disconnect();
        speaker.person.leave();
        await speaker.person.enter(webinarId);
        await speaker.connect();
      }, 0.1);
      await flows(1.5);
    }
    speaker.resize('small');
  });

  it('goes on as the same recording when the server is killed and its people come back', async () => {
    const { id } = await recording();
    await interrupted(async () => {
      await lectern.end('SIGKILL');
      speaker.disconnect();
      await lectern.launch();
      expect((await host.enter(webinarId)).recording).toMatchObject({ id, status: 'recording' });
      await speaker.person.enter(webinarId);
      await speaker.connect();
    });
    await flows(2);
    recorded[1] = speaker.position - 0.2;
    await host.call('recording:stop', {});
    expect(await recording()).toMatchObject({ id, stopCause: null });
  });

  it('is taken up again when the queue’s worker is killed in the middle of it, and does not mind Redis', async () => {
    await until(() => commands(log).some((command) => command.includes('chunk-0')), 100_000);
    kill('worker/src/main.js');
    const [killed, before] = [performance.now(), commands(log).length];
    await until(() => commands(log).length > before, TAKEN_UP_WITHIN);
    figures.push(`worker killed, taken up again after ${((performance.now() - killed) / 1_000).toFixed(1)} s`);
    kill('redis-server');
    await until(async () => (await recording()).status !== 'processing', 100_000);
    expect(await recording()).toMatchObject({ status: 'ready', failure: null });
  });

  it('was composed once, into one resource', async () => {
    expect(commands(log).filter((command) => /\/video\.\d+\.tmp\.mp4$/.test(command))).toHaveLength(1);
    const { resources } = await host.api('GET /api/resources', { query: { scope: 'drafts' } });
    expect(resources).toMatchObject([{ id: (await recording()).resourceId }]);
  });

  it('has every second that was received, in its time', async () => {
    const video = join(lectern.data, 'files', resourceFiles.key((await recording()).resourceId!, resourceFiles.video));
    const [sound, pictures] = await Promise.all([soundOf(video), picturesOf(video)]);
    const report = (what: string, told: Told[], allowed: Stretch[]) => {
      const missing = missingIn(told, recorded);
      figures.push(`${what} from ${timesOf([recorded])}, missing: ${timesOf(missing)}; excused: ${timesOf(allowed)}`);
      return missing.filter(([from, to]) => !allowed.some(([start, end]) => from >= start - 0.1 && to <= end + 0.1));
    };
    expect(report('sound', sound, unheard)).toEqual([]);
    expect(report('pictures', pictures, unseen)).toEqual([]);
    expect(Math.abs(originOf(sound) - originOf(pictures))).toBeLessThan(0.1);
  });
});

const timesOf = (stretches: readonly Stretch[]): string =>
  stretches.map(([from, to]) => `${from.toFixed(2)}–${to.toFixed(2)}`).join(', ') || 'nothing';

/** An ffmpeg that writes down how it was called. */
function loggingFfmpeg(folder: string, log: string): string {
  const path = join(folder, 'ffmpeg');
  writeFileSync(path, `#!/bin/sh\necho "$*" >> '${log}'\nexec ffmpeg "$@"\n`);
  chmodSync(path, 0o755);
  return path;
}

function commands(log: string): string[] {
  return existsSync(log) ? readFileSync(log, 'utf8').trim().split('\n') : [];
}
