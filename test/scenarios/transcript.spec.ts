import type { EditableCue, RestResponse } from '@lectern/contracts';
import { newId } from '@lectern/kernel';
import type { Lectern } from '../support/lectern';
import { until } from '../support/lectern';
import { importResource } from '../support/library';
import { Person, refusal } from '../support/person';
import { firstHost } from '../support/stage';
import { topologies } from '../support/topology';

jest.setTimeout(90_000);

const heard = [
  { start: 1.5, end: 4, speaker: 'Amina', text: 'Solar sells light the night.', language: 'en' },
  { start: 5, end: 7, speaker: 'Amina', text: 'Every school has one.', language: 'en' },
  { start: 8, end: 9, speaker: 'Benoît', text: 'Uh.', language: 'en' },
];

describe.each(topologies)('the transcript editor, on $name', (topology) => {
  let lectern: Lectern;
  let host: Person, reader: Person;
  let resourceId: string;
  let recognised: EditableCue[];

  const params = () => ({ params: { resourceId } });
  const load = (person = host) => person.api('GET /api/resources/:resourceId/transcript', params());
  const save = (revision: number, changed: EditableCue[], removed: string[] = [], person = host) =>
    person.api('PATCH /api/resources/:resourceId/transcript', { ...params(), body: { revision, changed, removed } });
  const versions = async () =>
    (await host.api('GET /api/resources/:resourceId/transcript/versions', params())).versions;
  const file = async (name: string, person = reader) => {
    const response = await person.fetch('GET /api/resources/:resourceId/files/:name', { params: { resourceId, name } });
    return { status: response.status, type: response.headers.get('content-type'), text: await response.text() };
  };
  const spoken = async (q: string) => {
    const { hits }: RestResponse<'GET /api/search'> = await reader.api('GET /api/search', { query: { q } });
    return hits.flatMap((hit) => hit.matches).map(({ at }) => at);
  };

  beforeAll(async () => {
    lectern = await topology.shared();
    host = await firstHost(lectern);
    reader = new Person(lectern.url, 'Rita Reader');
    const { me } = await host.api('GET /api/me', {});
    resourceId = await importResource(lectern, me!.id, { title: 'A talk', authors: [], cues: heard });
    const arrived = async () => (await refusal(host.api('GET /api/resources/:resourceId', params()))) === 'done';
    await until(arrived, 20_000);
    await host.api('POST /api/resources/:resourceId/publish', params());
    recognised = (await load()).cues;
  });

  afterAll(() => lectern?.remove());

  it('opens to who may edit the resource', async () => {
    expect(recognised.map(({ id: _, ...cue }) => cue)).toEqual(heard);
    expect(await refusal(load(reader))).toBe('UNAUTHENTICATED');
    const { invitations } = await (async () => {
      const { id: webinarId } = await host.api('POST /api/webinars', {
        body: {
          title: 'Another',
          description: '',
          languages: ['en'],
          startsAt: '2030-05-06T09:00:00+02:00',
          timeZone: 'Europe/Paris',
          durationMinutes: 60,
        },
      });
      return host.api('GET /api/webinars/:webinarId/invitations', { params: { webinarId } });
    })();
    const guest = new Person(lectern.url, 'Gus Guest');
    await guest.accept(invitations.find(({ role }) => role === 'moderator')!.url);
    expect(await refusal(load(guest))).toBe('FORBIDDEN');
    expect(await refusal(save(0, [recognised[0]!], [], guest))).toBe('FORBIDDEN');
  });

  it('changes captions, text and search with the save that is acknowledged', async () => {
    const [first, , last] = recognised;
    expect(await spoken('cells')).toEqual([]);
    const better = { ...first!, text: 'Solar cells light the night.', end: 4.25 };
    const added = { id: newId(), start: 7.1, end: 7.9, speaker: 'Amina', text: '学校里的太阳能' };
    expect(await save(0, [better, added], [last!.id])).toEqual({ revision: 1 });

    expect(await spoken('cells')).toEqual([1.5]);
    expect(await spoken('太阳')).toEqual([7.1]);
    expect([await spoken('sells'), await spoken('uh')]).toEqual([[], []]);
    const captions = await file('captions.en.vtt');
    expect(captions).toMatchObject({ status: 200, type: 'text/vtt; charset=utf-8' });
    expect(captions.text).toContain('00:00:01.500 --> 00:00:04.250\n<v Amina>Solar cells light the night.');
    expect(captions.text).not.toContain('Uh');
    expect((await file('captions.en.srt')).text).toContain('3\n00:00:07,100 --> 00:00:07,900\nAmina: 学校里的太阳能');
    expect((await file('transcript.txt')).text).toBe(
      'Amina: Solar cells light the night. Every school has one. 学校里的太阳能\n',
    );
    const shown = await reader.api('GET /api/resources/:resourceId', params());
    expect(shown.transcript.map(({ text }) => text)).toEqual([better.text, heard[1]!.text, added.text]);
  });

  it('refuses a save that has not seen the last one, and changes nothing', async () => {
    const before = await load();
    expect(await refusal(save(0, [{ ...recognised[1]!, text: 'Lost?' }]))).toBe('CONFLICT');
    const outcomes = await Promise.all(
      ['one', 'two'].map((text) => refusal(save(before.revision, [{ ...recognised[1]!, text }]))),
    );
    expect(outcomes.sort()).toEqual(['CONFLICT', 'done']);
    expect((await load()).revision).toBe(before.revision + 1);
  });

  it.each([
    ['an end before its start', { end: 1 }],
    ['no text', { text: ' ' }],
    ['no speaker', { speaker: '' }],
    ['a time that is none', { start: -1 }],
    ['an endless text', { text: 'x'.repeat(2_001) }],
  ])('refuses %s', async (_, change) => {
    const { revision } = await load();
    expect(await refusal(save(revision, [{ ...recognised[1]!, ...change }]))).toBe('VALIDATION_FAILED');
  });

  it("keeps away from another resource's cues", async () => {
    const { me } = await host.api('GET /api/me', {});
    const other = await importResource(lectern, me!.id, { title: 'Another talk', cues: heard });
    const theirs = { params: { resourceId: other } };
    await until(async () => (await refusal(host.api('GET /api/resources/:resourceId', theirs))) === 'done', 20_000);
    const { cues } = await host.api('GET /api/resources/:resourceId/transcript', theirs);
    const { revision } = await load();
    expect(await refusal(save(revision, [{ ...cues[0]!, text: 'Mine' }]))).toBe('VALIDATION_FAILED');
    await save(revision, [], [cues[0]!.id]).catch(() => undefined);
    expect((await host.api('GET /api/resources/:resourceId/transcript', theirs)).cues).toEqual(cues);
  });

  it('knows who changed it, and brings back what was recognised', async () => {
    const list = await versions();
    expect(list).toMatchObject([
      { number: 2, author: 'Amina Host', current: true },
      { number: 1, author: null, changes: 0, current: false },
    ]);
    const version = { params: { resourceId, number: '1' } };
    const old = await host.api('GET /api/resources/:resourceId/transcript/versions/:number', version);
    expect(old.cues).toEqual(recognised);
    const { revision, cues } = await load();
    const body = { revision };
    await host.api('POST /api/resources/:resourceId/transcript/versions/:number/restore', { ...version, body });
    expect((await load()).cues.map(({ id: _, ...cue }) => cue)).toEqual(heard);
    expect([await spoken('sells'), await spoken('cells')]).toEqual([[1.5], []]);
    expect(cues).not.toEqual(recognised);
    const outdated = host.api('POST /api/resources/:resourceId/transcript/versions/:number/restore', {
      ...version,
      body,
    });
    expect(await refusal(outdated)).toBe('CONFLICT');
  });

  it('can undo a restore as well', async () => {
    expect((await versions()).map(({ number }) => number)).toEqual([3, 2, 1]);
    const { revision } = await load();
    await host.api('POST /api/resources/:resourceId/transcript/versions/:number/restore', {
      params: { resourceId, number: '2' },
      body: { revision },
    });
    expect((await load()).cues.map(({ text }) => text)).toContain('Solar cells light the night.');
    expect(await spoken('cells')).toEqual([1.5]);
  });
});
