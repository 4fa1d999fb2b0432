import type { JobState, Recording, RecordingStatus } from '@lectern/contracts';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { startCapture } from '../../libs/recordings/testing/capture';
import { newTrack, openTrack, send } from '../../libs/recordings/testing/send';
import { vosk } from '../../libs/speech/testing/native';
import { speak } from '../../libs/speech/testing/voice';
import { Lectern, until } from '../support/lectern';
import { Person, refusal } from '../support/person';
import { firstHost, joinedMember, scheduled } from '../support/stage';
import { TamedFfmpeg } from '../support/tamed-ffmpeg';
import { topologies } from '../support/topology';

jest.setTimeout(180_000);

describe.each(topologies)('processing a recording, on $name', (topology) => {
  const ffmpeg = new TamedFfmpeg();
  let lectern: Lectern;
  let admin: Person, host: Person, librarian: Person, stranger: Person;
  let webinarId: string;
  let recordingId: string;

  const folder = (...names: string[]) => join(lectern.data, 'recordings', recordingId, ...names);
  const recording = async (): Promise<Recording> => {
    const { recordings } = await host.api('GET /api/webinars/:webinarId/recordings', { params: { webinarId } });
    return recordings.find(({ id }) => id === recordingId)!;
  };
  const comesTo = (status: RecordingStatus) => {
    let last: Recording;
    return until(
      async () => (last = await recording()).status === status,
      150_000,
      () => JSON.stringify(last),
    );
  };
  const params = () => ({ params: { recordingId } });
  const jobs = (query: { state?: JobState; limit?: number; cursor?: string } = {}) =>
    admin.api('GET /api/jobs', { query });
  const step = (name: string) => JSON.parse(readFileSync(folder('steps', `${name}.json`), 'utf8')) as { run: number };
  const draft = async () => (await recording()).resourceId!;
  const transcript = async (person = host) =>
    person.api('GET /api/resources/:resourceId/transcript', { params: { resourceId: await draft() } });

  /** Somebody speaks before a camera for some seconds; what arrives is written as the server's own capture writes it. */
  const captureSpeaker = async () => {
    const voice = join(lectern.data, 'voice.wav');
    speak('The teacher has seven students.', voice);
    const capture = await startCapture();
    const ada = { participantId: 'ada', displayName: 'Ada' };
    const share = async (source: 'microphone' | 'camera', input: string[]) => {
      const encoding = source === 'camera' ? 'vp8' : 'opus';
      const { port } = await openTrack(capture, folder(), newTrack({ ...ada, source }), encoding);
      await send(input, encoding, port);
    };
    await Promise.all([
      share('microphone', ['-i', voice]),
      share('camera', ['-f', 'lavfi', '-i', 'testsrc=s=320x240:r=25:d=3']),
    ]);
    await capture.close();
  };

  beforeAll(async () => {
    lectern = await topology.start({ FFMPEG_PATH: ffmpeg.path });
    admin = await firstHost(lectern);
    host = await joinedMember(lectern, admin, 'Hanna Host');
    librarian = await joinedMember(lectern, admin, 'Lea Librarian', 'librarian');
    stranger = await joinedMember(lectern, admin, 'Stan Stranger');
    webinarId = (await scheduled(host)).webinarId;
    await host.enter(webinarId);
    await host.call('webinar:start', {});
    recordingId = (await host.call('recording:start', {})).id;
    await captureSpeaker();
  });

  afterAll(() => {
    host?.leave();
    ffmpeg.remove();
  });
  afterAll(() => lectern?.remove());

  it('shows its host and the admins how far it is', async () => {
    ffmpeg.set('endless');
    await host.call('recording:stop', {});
    await until(async () => (await recording()).step === 'compose' && ffmpeg.running > 0, 150_000);
    const { status, percent, inLibrary, failure } = await recording();
    expect({ status, inLibrary, failure }).toEqual({ status: 'processing', inLibrary: false, failure: null });
    expect(percent).toBeGreaterThan(0);
    expect(percent).toBeLessThan(60);
    const { jobs: listed, counts, nextCursor } = await jobs();
    expect(listed).toMatchObject([
      {
        ...{ id: recordingId, kind: 'recording', webinarId, title: null, webinar: 'Teaching with little bandwidth' },
        ...{ state: 'running', step: 'compose', attempts: 1, failure: null, detail: null },
        repeatable: true,
      },
    ]);
    expect(nextCursor).toBeNull();
    expect(counts).toEqual({ waiting: 0, running: 1, failed: 0, cancelled: 0, done: 0 });
    expect((await jobs({ state: 'failed' })).jobs).toEqual([]);
  });

  it('is nobody else’s', async () => {
    expect(await refusal(host.api('GET /api/jobs', { query: {} }))).toBe('FORBIDDEN');
    expect(await refusal(new Person(lectern.url, 'Nobody').api('GET /api/jobs', { query: {} }))).toBe(
      'UNAUTHENTICATED',
    );
    for (const command of ['cancel', 'retry'] as const)
      expect(await refusal(stranger.api(`POST /api/recordings/:recordingId/${command}`, params()))).toBe('NOT_FOUND');
    const rerun = { ...params(), body: { step: 'compose' as const } };
    expect(await refusal(stranger.api('POST /api/recordings/:recordingId/rerun', rerun))).toBe('NOT_FOUND');
    expect(await refusal(host.api('POST /api/recordings/:recordingId/rerun', rerun))).toBe('WRONG_STATE');
    expect(await refusal(host.api('POST /api/recordings/:recordingId/retry', params()))).toBe('WRONG_STATE');
  });

  it('is cancelled in the middle of composing: ffmpeg ends, and nothing is left of the work', async () => {
    const { status } = await host.api('POST /api/recordings/:recordingId/cancel', params());
    expect(status).toBe('cancelled');
    await until(() => ffmpeg.running === 0);
    await until(() => !existsSync(folder('work')));
    expect((await recording()).status).toBe('cancelled');
    expect(await refusal(host.api('POST /api/recordings/:recordingId/cancel', params()))).toBe('WRONG_STATE');
    expect((await jobs({ state: 'cancelled' })).jobs).toMatchObject([{ id: recordingId }]);
  });

  it('says in words why it failed, and to admins in the words of the program', async () => {
    ffmpeg.set('full');
    await host.api('POST /api/recordings/:recordingId/retry', params());
    await comesTo('failed');
    const words = 'The video could not be composed. The disk is full. Free some space, then try again.';
    expect((await recording()).failure).toBe(words);
    const [job] = (await jobs({ state: 'failed' })).jobs;
    expect(job).toMatchObject({ id: recordingId, failure: words, step: 'compose', attempts: 3 });
    expect(job!.detail).toContain('No space left on device');
    expect(existsSync(folder('work'))).toBe(false);
  });

  it('comes out well when it is tried again, by an admin as well', async () => {
    ffmpeg.set(null);
    await admin.api('POST /api/recordings/:recordingId/retry', params());
    await comesTo('ready');
    expect(await recording()).toMatchObject({ percent: 100, step: 'done', failure: null, inLibrary: true });
    expect((await jobs()).counts).toMatchObject({ done: 1, failed: 0 });
    expect(existsSync(folder('work'))).toBe(false);
    const resource = await host.api('GET /api/resources/:resourceId', { params: { resourceId: await draft() } });
    expect(resource).toMatchObject({ status: 'draft', kind: 'recording' });
    expect(statSync(folder('out', 'video.mp4')).size).toBeGreaterThan(1000);
    if (vosk) expect(resource.transcript.map(({ text }) => text).join(' ')).toContain('teacher');
  });

  it('writes down anew what was said, and touches neither the video nor what people have corrected', async () => {
    const resourceId = await draft();
    const { revision, cues } = await transcript();
    const corrected = cues.slice(0, 1).map((cue) => ({ ...cue, text: 'The teacher has seven good students.' }));
    if (vosk)
      await host.api('PATCH /api/resources/:resourceId/transcript', {
        ...{ params: { resourceId }, body: { revision, changed: corrected, removed: [] } },
      });
    const before = { video: statSync(folder('out', 'video.mp4')).mtimeMs, compose: step('compose').run };
    const spoken = step('transcribe').run;
    await host.api('POST /api/recordings/:recordingId/rerun', { ...params(), body: { step: 'transcribe' } });
    await comesTo('ready');
    expect({ video: statSync(folder('out', 'video.mp4')).mtimeMs, compose: step('compose').run }).toEqual(before);
    expect(step('transcribe').run).toBe(spoken + 1);
    expect(step('captions').run).toBe(spoken + 1);
    expect(await draft()).toBe(resourceId);
    if (vosk) expect((await transcript()).cues[0]!.text).toBe('The teacher has seven good students.');
    expect(existsSync(folder('work'))).toBe(false);
  });

  it('makes a WebM and a grid view for who asks for it, and is as ready as before when that fails', async () => {
    const ask = (person: Person, format: 'webm' | 'grid') =>
      person.api('POST /api/recordings/:recordingId/extras', { ...params(), body: { format } });
    const show = (person: Person) => person.api('GET /api/recordings/:recordingId', params());
    expect(await refusal(ask(stranger, 'webm'))).toBe('NOT_FOUND');
    expect(await refusal(show(stranger))).toBe('NOT_FOUND');
    ffmpeg.set('endless');
    expect(await ask(librarian, 'webm')).toMatchObject({ status: 'processing', extra: 'webm', extras: [] });
    expect(await refusal(ask(host, 'grid'))).toBe('WRONG_STATE');
    await until(async () => (await recording()).step === 'webm' && ffmpeg.running > 0, 30_000);
    expect((await jobs({ state: 'running' })).jobs).toMatchObject([{ id: recordingId, step: 'webm' }]);
    await host.api('POST /api/recordings/:recordingId/cancel', params());
    expect(await show(librarian)).toMatchObject({ status: 'ready', extra: null, extras: [], inLibrary: true });
    await until(() => ffmpeg.running === 0);
    ffmpeg.set('full');
    await ask(host, 'webm');
    await until(async () => (await recording()).failure !== null && (await recording()).status === 'ready', 60_000);
    expect((await recording()).failure).toMatch(/^The WebM could not be made\. The disk is full/);
    ffmpeg.set(null);
    const before = { video: statSync(folder('out', 'video.mp4')).mtimeMs, compose: step('compose').run };
    for (const format of ['webm', 'grid'] as const) {
      await ask(host, format);
      await comesTo('ready');
    }
    expect(await recording()).toMatchObject({ extras: ['webm', 'grid'], failure: null });
    expect({ video: statSync(folder('out', 'video.mp4')).mtimeMs, compose: step('compose').run }).toEqual(before);
    expect((await ask(host, 'grid')).status).toBe('ready');
    const { media } = await host.api('GET /api/resources/:resourceId', { params: { resourceId: await draft() } });
    expect(media.map(({ format }) => format)).toEqual(expect.arrayContaining(['mp4', 'webm', 'grid']));
    for (const { url, bytes } of media) {
      const file = await fetch(`${lectern.url}${url}`, { headers: host.headers });
      expect([file.status, (await file.arrayBuffer()).byteLength]).toEqual([200, bytes]);
    }
  });

  it('stands page by page in the admins’ list', async () => {
    const second = (await host.call('recording:start', {})).id;
    await host.call('recording:stop', {});
    const failed = async () => (await jobs({ state: 'failed' })).jobs.map(({ id }) => id);
    await until(async () => (await failed()).includes(second), 30_000);
    const first = await jobs({ limit: 1 });
    expect(first.jobs).toMatchObject([{ id: second, state: 'failed' }]);
    expect(first.jobs[0]!.failure).toMatch(/^(Nobody sent|Nothing was)/);
    const next = await jobs({ limit: 1, cursor: first.nextCursor! });
    expect(next.jobs).toMatchObject([{ id: recordingId, state: 'done' }]);
    expect(next.nextCursor).toBeNull();
  });

  it('is written down later, once there is a model for its language', async () => {
    const transcribe = (person: Person) => person.api('POST /api/recordings/:recordingId/transcribe', params());
    expect(await refusal(transcribe(host))).toBe('WRONG_STATE');
    await host.api('PATCH /api/webinars/:webinarId', { params: { webinarId }, body: { languages: ['eo'] } });
    await host.api('POST /api/recordings/:recordingId/rerun', { ...params(), body: { step: 'transcribe' } });
    await comesTo('ready');
    expect(await recording()).toMatchObject({ untranscribed: ['eo'], transcribable: [] });
    expect((await recording()).notice).toContain('No speech model for Esperanto is installed.');
    expect(await refusal(transcribe(host))).toBe('WRONG_STATE');
    if (!vosk) return;
    // The English model, under another name.
    const model = join(lectern.data, 'models', 'esperanto');
    mkdirSync(model, { recursive: true });
    for (const name of readdirSync(vosk.model)) symlinkSync(join(vosk.model, name), join(model, name));
    const manifest = { version: 1, name: 'esperanto', kind: 'vosk', languages: ['eo'], files: {} };
    writeFileSync(join(model, 'manifest.json'), JSON.stringify(manifest));
    host.leave();
    await lectern.end();
    await lectern.launch();
    expect(await recording()).toMatchObject({ untranscribed: ['eo'], transcribable: ['eo'] });
    expect(await refusal(transcribe(stranger))).toBe('NOT_FOUND');
    await transcribe(librarian);
    await comesTo('ready');
    expect(await recording()).toMatchObject({ untranscribed: [], notice: null });
    const resource = await host.api('GET /api/resources/:resourceId', { params: { resourceId: await draft() } });
    // Beside what somebody has corrected in another language.
    expect(resource.captions.map(({ language }) => language)).toEqual(['en', 'eo']);
    expect(readFileSync(folder('out', 'captions.eo.vtt'), 'utf8')).toContain('teacher');
  });

  it('is made nothing more of once the library has removed what it was made of', async () => {
    const resource = { params: { resourceId: await draft() } };
    await librarian.api('POST /api/resources/:resourceId/trash', { ...resource, body: { reason: 'A test' } });
    await admin.api('POST /api/resources/:resourceId/purge', resource);
    await until(async () => !(await recording()).hasTracks, 30_000);
    expect(existsSync(folder())).toBe(false);
    const rerun = host.api('POST /api/recordings/:recordingId/rerun', { ...params(), body: { step: 'compose' } });
    expect(await refusal(rerun)).toBe('WRONG_STATE');
    expect((await recording()).status).toBe('ready');
    const job = (await jobs()).jobs.find(({ id }) => id === recordingId);
    expect(job).toMatchObject({ state: 'done', repeatable: false });
  });
});
