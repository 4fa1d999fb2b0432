import { newId } from '@lectern/kernel';
import type { Lectern } from '../support/lectern';
import { Person, refusal } from '../support/person';
import { firstHost, joinedMember } from '../support/stage';
import { topologies } from '../support/topology';
import { upload } from '../support/upload';

jest.setTimeout(90_000);

describe.each(topologies)('contributions and their review, on $name', (topology) => {
  let lectern: Lectern;
  let admin: Person, librarian: Person, partner: Person, rival: Person, reader: Person;

  const begin = async (person: Person, title: string) => {
    const body = { kind: 'document' as const, title, languages: ['en'], licence: 'CC-BY-4.0' as const };
    const { id } = await person.api('POST /api/resources', { body });
    return { resourceId: id };
  };
  type Params = Awaited<ReturnType<typeof begin>>;
  const show = (person: Person, params: Params) => person.api('GET /api/resources/:resourceId', { params });
  const submit = (person: Person, params: Params, agreement = 1, comment = '') =>
    person.api('POST /api/resources/:resourceId/submit', { params, body: { agreement, comment } });
  const thread = (person: Person, params: Params) => person.api('GET /api/resources/:resourceId/review', { params });
  const publish = (person: Person, params: Params) => person.api('POST /api/resources/:resourceId/publish', { params });
  const edit = (person: Person, params: Params, title: string) =>
    person.api('PATCH /api/resources/:resourceId', { params, body: { title } });
  const decide = async (person: Person, params: Params, decision: 'approve' | 'return' | 'decline', comment = '') => {
    const { submittedAt } = await thread(librarian, params);
    const body = { decision, comment, submittedAt: submittedAt! };
    return person.api('POST /api/resources/:resourceId/review', { params, body });
  };
  const list = async (person: Person, scope: 'mine' | 'queue' | 'returned' | 'commented' | 'closed', limit = 20) =>
    (await person.api('GET /api/contributions', { query: { scope, limit } })).contributions;
  const titles = async (...of: Parameters<typeof list>) => (await list(...of)).map(({ resource }) => resource.title);

  beforeAll(async () => {
    lectern = await topology.start();
    admin = await firstHost(lectern);
    librarian = await joinedMember(lectern, admin, 'Lea Librarian', 'librarian');
    partner = await joinedMember(lectern, admin, 'Paula Partner');
    rival = await joinedMember(lectern, admin, 'Rolf Rival');
    reader = new Person(lectern.url, 'Rita Reader');
  });

  afterAll(() => lectern?.remove());

  it('submits with an agreement that was read, is sent back, submitted again, and published', async () => {
    const params = await begin(partner, 'Worksheets on fractions');
    expect((await show(partner, params)).may).toEqual(['view', 'edit', 'correct', 'submit', 'comment', 'trash']);
    expect(await refusal(publish(partner, params))).toBe('FORBIDDEN');
    expect(await refusal(submit(rival, params))).toBe('NOT_FOUND');
    expect(await refusal(submit(librarian, params))).toBe('FORBIDDEN');
    expect(await refusal(submit(partner, params, 7))).toBe('CONFLICT');
    expect((await thread(partner, params)).acceptance).toBeNull();
    expect((await submit(partner, params, 1, 'For grade 5.')).status).toBe('submitted');
    const { hash } = await reader.api('GET /api/library/agreement', {});
    expect((await thread(partner, params)).acceptance).toMatchObject({ version: 1, hash, by: 'Paula Partner' });
    expect(await refusal(submit(partner, params))).toBe('WRONG_STATE');

    // What a librarian looks at stays as it is.
    expect(await refusal(edit(partner, params, 'Something else'))).toBe('FORBIDDEN');
    expect((await upload(partner, 'attachment', params.resourceId, Buffer.from('%PDF-1.7\n'))).answer.status).toBe(403);
    expect(await refusal(decide(partner, params, 'approve'))).toBe('FORBIDDEN');
    expect(await refusal(decide(rival, params, 'approve'))).toBe('NOT_FOUND');
    expect(await refusal(decide(librarian, params, 'return'))).toBe('VALIDATION_FAILED');
    expect((await decide(librarian, params, 'return', 'Whose are the pictures?')).status).toBe('returned');

    await edit(partner, params, 'Worksheets on fractions, 2nd try');
    await submit(partner, params, 1, 'They are ours.');
    expect((await decide(librarian, params, 'approve')).status).toBe('published');
    expect(await show(reader, params)).toMatchObject({ title: 'Worksheets on fractions, 2nd try', may: ['view'] });
    const { notes } = await thread(partner, params);
    expect(notes.map(({ kind, author, text }) => [kind, author.split(' ')[0], text])).toEqual([
      ['submitted', 'Paula', 'For grade 5.'],
      ['returned', 'Lea', 'Whose are the pictures?'],
      ['submitted', 'Paula', 'They are ours.'],
      ['approved', 'Lea', ''],
    ]);
    expect(await refusal(edit(partner, params, 'Advertising'))).toBe('FORBIDDEN');
    expect((await edit(librarian, params, 'Worksheets on fractions')).title).toBe('Worksheets on fractions');
  });

  it('refuses to approve what was taken back and changed in the meantime', async () => {
    const params = await begin(partner, 'Bait');
    await submit(partner, params);
    const { submittedAt } = await thread(librarian, params);
    await partner.api('POST /api/resources/:resourceId/take-back', { params });
    await edit(partner, params, 'Switch');
    await submit(partner, params);
    const body = { decision: 'approve' as const, submittedAt: submittedAt! };
    const approve = librarian.api('POST /api/resources/:resourceId/review', { params, body });
    expect(await refusal(approve)).toBe('CONFLICT');
    expect((await decide(librarian, params, 'decline', 'Not for a library.')).status).toBe('declined');
    expect(await refusal(submit(partner, params))).toBe('WRONG_STATE');
  });

  it('has a queue, the longest waiting first, that says what is new', async () => {
    const [first, second] = [await begin(partner, 'First'), await begin(rival, 'Second')];
    await submit(rival, second);
    await submit(partner, first);
    expect(await titles(librarian, 'queue')).toEqual(['Second', 'First']);
    expect(await titles(librarian, 'queue', 1)).toEqual(['Second']);
    const { nextCursor } = await librarian.api('GET /api/contributions', { query: { scope: 'queue', limit: 1 } });
    const next = await librarian.api('GET /api/contributions', { query: { scope: 'queue', cursor: nextCursor! } });
    expect(next.contributions.map(({ resource }) => resource.title)).toEqual(['First']);
    expect(await refusal(list(partner, 'queue'))).toBe('FORBIDDEN');
    expect((await list(librarian, 'queue'))[0]).toMatchObject({ contributor: 'Rolf Rival', news: 1, comments: 0 });
    expect(await librarian.api('GET /api/contributions/news', {})).toMatchObject({ waiting: 2 });
    await librarian.api('POST /api/resources/:resourceId/review/seen', { params: second });
    expect((await list(librarian, 'queue'))[0]).toMatchObject({ news: 0 });

    const note = { params: second, body: { id: newId(), text: 'Which grade is it for?' } };
    for (const _ of [1, 2]) await librarian.api('POST /api/resources/:resourceId/review/notes', note);
    expect(await titles(librarian, 'commented')).toContain('Second');
    expect(await titles(admin, 'commented')).toEqual([]);
    expect((await list(rival, 'mine'))[0]).toMatchObject({ comments: 1, news: 1 });
    expect(await rival.api('GET /api/contributions/news', {})).toEqual({ waiting: 0, unread: 1 });
    expect((await thread(rival, second)).notes.at(-1)).toMatchObject({ mine: false, isNew: true });
    const stranger = partner.api('POST /api/resources/:resourceId/review/notes', note);
    expect(await refusal(stranger)).toBe('NOT_FOUND');
    const stolen = { params: first, body: note.body };
    expect(await refusal(partner.api('POST /api/resources/:resourceId/review/notes', stolen))).toBe('CONFLICT');
  });

  it('leaves a tombstone of what is withdrawn, and brings it back at its address', async () => {
    const params = await begin(librarian, 'A film with a child in it');
    expect((await publish(librarian, params)).status).toBe('published');
    const { publishedAt } = await show(reader, params);
    const body = { reason: 'The parents have asked for it.' };
    const withdraw = (person: Person) => person.api('POST /api/resources/:resourceId/unpublish', { params, body });
    expect(await refusal(withdraw(partner))).toBe('FORBIDDEN');
    expect((await withdraw(librarian)).status).toBe('withdrawn');
    expect(await refusal(withdraw(librarian))).toBe('WRONG_STATE');
    const gone = await fetch(`${lectern.url}/api/resources/${params.resourceId}`);
    expect([gone.status, await gone.json()]).toEqual([410, expect.objectContaining({ code: 'GONE' })]);
    const tombstone = await reader.api('GET /api/resources/:resourceId/tombstone', { params });
    expect(tombstone).toMatchObject({ title: 'A film with a child in it', ...body });
    for (const place of ['library', 'embed']) {
      const address = `${lectern.url}/${place}/${params.resourceId}`;
      const page = await fetch(address, { headers: { Accept: 'text/html' } });
      expect(page.status).toBe(410);
      expect(await page.text()).toContain('noindex');
    }
    expect(await titles(librarian, 'closed')).toContain('A film with a child in it');
    await publish(librarian, params);
    expect((await show(reader, params)).publishedAt).toBe(publishedAt);
    expect(await refusal(reader.api('GET /api/resources/:resourceId/tombstone', { params }))).toBe('NOT_FOUND');
  });

  it('keeps every version of the agreement, and who has accepted which', async () => {
    const write = (person: Person, text: string) => person.api('PUT /api/library/agreement', { body: { text } });
    expect(await refusal(write(librarian, 'Mine'))).toBe('FORBIDDEN');
    const params = await begin(partner, 'Under the old agreement');
    expect(await write(admin, 'Share what is yours.')).toMatchObject({ version: 2, text: 'Share what is yours.' });
    expect((await write(admin, 'Share what is yours.')).version).toBe(2);
    expect(await refusal(submit(partner, params, 1))).toBe('CONFLICT');
    await submit(partner, params, 2);
    expect((await thread(librarian, params)).acceptance?.version).toBe(2);
  });

  it('lets members publish for themselves where the installation says so', async () => {
    const set = (person: Person, review: 'all' | 'none') =>
      person.api('PUT /api/library/settings', { body: { review, trashDays: 30 } });
    expect(await refusal(set(librarian, 'none'))).toBe('FORBIDDEN');
    expect(await refusal(partner.api('GET /api/library/settings', {}))).toBe('FORBIDDEN');
    await set(admin, 'none');
    expect(await librarian.api('GET /api/library/settings', {})).toMatchObject({ review: 'none' });
    const params = await begin(partner, 'On my own word');
    expect((await publish(partner, params)).status).toBe('published');
    expect((await edit(partner, params, 'On my own')).title).toBe('On my own');
    await set(admin, 'all');
    expect(await refusal(edit(partner, params, 'Later'))).toBe('FORBIDDEN');
  });

  it('gives roles by administrators alone, and never loses the last of them', async () => {
    const { accounts } = await admin.api('GET /api/accounts', { query: {} });
    expect(accounts.map(({ displayName, siteRole }) => [displayName.split(' ')[0], siteRole])).toEqual([
      ['Rolf', 'member'],
      ['Paula', 'member'],
      ['Lea', 'librarian'],
      ['Amina', 'admin'],
    ]);
    const [rolf, , , amina] = accounts;
    const change = (person: Person, accountId: string, siteRole: 'admin' | 'librarian' | 'member') =>
      person.api('PATCH /api/accounts/:accountId', { params: { accountId }, body: { siteRole } });
    expect(await refusal(change(librarian, rolf!.id, 'librarian'))).toBe('FORBIDDEN');
    expect(await refusal(librarian.api('GET /api/accounts', { query: {} }))).toBe('FORBIDDEN');
    expect(await refusal(change(admin, amina!.id, 'member'))).toBe('WRONG_STATE');
    expect(await refusal(change(admin, newId(), 'member'))).toBe('NOT_FOUND');
    await change(admin, rolf!.id, 'librarian');
    expect(await titles(rival, 'queue')).toContain('First');
  });

  it('takes what is written at the same time one after the other', async () => {
    const { version } = await admin.api('GET /api/library/agreement', {});
    const texts = ['Give what is yours.', 'Give freely.', 'Give both.'];
    const written = await Promise.all(texts.map((text) => admin.api('PUT /api/library/agreement', { body: { text } })));
    expect(written.map((one) => one.version).toSorted()).toEqual([version + 1, version + 2, version + 3]);
    const settings = await admin.api('GET /api/library/settings', {});
    const params = await begin(partner, 'Read twice');
    await Promise.all([
      ...texts.map(() => admin.api('PUT /api/library/settings', { body: settings })),
      ...texts.map(() => admin.api('PUT /api/retention', { body: { seriesId: null, action: 'keep', afterDays: 30 } })),
      ...texts.map(() => partner.api('POST /api/resources/:resourceId/review/seen', { params })),
    ]);
  });
});
