import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { Lectern } from '../support/lectern';
import { type Person, refusal } from '../support/person';
import { entered, firstHost, scheduled } from '../support/stage';
import { topologies } from '../support/topology';

jest.setTimeout(120_000);

describe.each(topologies)('a practice run, on $name', (topology) => {
  let lectern: Lectern;
  let host: Person, presenter: Person, attendee: Person;
  let webinarId: string;

  beforeAll(async () => {
    lectern = await topology.start();
    host = await firstHost(lectern);
    const { webinarId: id, links } = await scheduled(host);
    webinarId = id;
    await host.enter(webinarId);
    presenter = await entered(lectern, links.presenter, 'Pia');
    attendee = await entered(lectern, links.attendee, 'Ada');
  });

  afterAll(() => {
    for (const person of [host, presenter, attendee]) person?.leave();
  });
  afterAll(() => lectern?.remove());

  const folder = () => join(lectern.data, 'recordings', 'practice');
  const kept = () => (existsSync(folder()) ? readdirSync(folder()).length : 0);
  const recordings = async () =>
    (await host.api('GET /api/webinars/:webinarId/recordings', { params: { webinarId } })).recordings;

  it('is the hosts’ to begin and to end', async () => {
    expect(await refusal(presenter.call('practice:start', {}))).toBe('FORBIDDEN');
    expect(await refusal(presenter.call('practice:stop', {}))).toBe('FORBIDDEN');
    expect(await refusal(host.call('practice:stop', {}))).toBe('WRONG_STATE');
    expect(await refusal(host.call('recording:start', {}))).toBe('WRONG_STATE');
  });

  it('is recorded as a real one, told in the green room alone, and thrown away', async () => {
    const practice = await host.call('practice:start', {});
    expect(await host.call('practice:start', {})).toEqual(practice);
    expect(kept()).toBe(1);
    await presenter.hears('practice:changed', (told) => told.practice?.startedAt === practice.startedAt);
    presenter.leave();
    expect((await presenter.enter(webinarId)).practice).toEqual(practice);
    attendee.leave();
    expect((await attendee.enter(webinarId)).practice).toBeNull();
    expect(await refusal(host.call('recording:stop', {}))).toBe('WRONG_STATE');
    expect(await host.call('practice:stop', {})).toMatchObject({ tracks: [] });
    await presenter.hears('practice:changed', (told) => told.practice === null);
    expect(attendee.told('practice:changed')).toEqual([]);
    expect(kept()).toBe(0);
    expect(await recordings()).toEqual([]);
  });

  it('leaves nothing behind when the server dies in the middle of it', async () => {
    await host.call('practice:start', {});
    expect(kept()).toBe(1);
    await lectern.end('SIGKILL');
    await lectern.launch();
    for (const person of [host, presenter, attendee]) await person.enter(webinarId);
    expect(kept()).toBe(0);
    expect(await recordings()).toEqual([]);
  });

  it('ends by itself when the webinar begins, and then there is none any more', async () => {
    await host.call('practice:start', {});
    await host.call('webinar:start', {});
    expect(kept()).toBe(0);
    expect(await refusal(host.call('practice:start', {}))).toBe('WRONG_STATE');
    expect(await refusal(host.call('recording:start', {}))).toBe('done');
    await host.call('recording:stop', {});
    expect(await recordings()).toHaveLength(1);
  });
});
