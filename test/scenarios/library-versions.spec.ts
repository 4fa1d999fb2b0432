import { resourceFiles } from '@lectern/contracts';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type Lectern, until } from '../support/lectern';
import { Person, refusal } from '../support/person';
import { firstHost, joinedMember } from '../support/stage';
import { topologies } from '../support/topology';
import { upload } from '../support/upload';

jest.setTimeout(90_000);

describe.each(topologies)('versions of resources, on $name', (topology) => {
  let lectern: Lectern;
  let admin: Person, librarian: Person, partner: Person, reader: Person;
  let params: { resourceId: string };
  let first: string, second: string;

  const about = { languages: ['en'], licence: 'CC-BY-4.0' as const };
  const make = async (person: Person, kind: 'document' | 'link' | 'package', title: string, link?: string) => {
    const { id } = await person.api('POST /api/resources', { body: { ...about, kind, title, link } });
    return { resourceId: id };
  };
  const show = (person: Person, of = params) => person.api('GET /api/resources/:resourceId', { params: of });
  const edit = (person: Person, body: { title?: string; description?: string; versionNote?: string }, of = params) =>
    person.api('PATCH /api/resources/:resourceId', { params: of, body });
  const publish = (person: Person, of = params) =>
    person.api('POST /api/resources/:resourceId/publish', { params: of });
  const versions = async (person: Person, of = params) =>
    (await person.api('GET /api/resources/:resourceId/versions', { params: of })).versions;
  const numbered = (number: number, of = params) => ({ params: { ...of, number: String(number) } });
  const said = (person: Person, number: number) =>
    person.api('GET /api/resources/:resourceId/versions/:number', numbered(number));
  const restore = (person: Person, number: number, of = params) =>
    person.api('POST /api/resources/:resourceId/versions/:number/restore', numbered(number, of));
  const forget = (person: Person, number: number) =>
    person.api('DELETE /api/resources/:resourceId/versions/:number', numbered(number));
  const give = async (person: Person, name: string) => {
    const { id, answer } = await upload(person, 'attachment', params.resourceId, Buffer.from('%PDF-1.7\n'), name);
    expect(answer.status).toBe(204);
    await until(async () => (await show(person)).attachments.some((file) => file.id === id));
    return id;
  };
  const takeOut = (person: Person, attachmentId: string) =>
    person.api('DELETE /api/resources/:resourceId/attachments/:attachmentId', { params: { ...params, attachmentId } });
  const fetchFile = async (person: Person, id: string) =>
    (await fetch(`${lectern.url}/api/resources/${params.resourceId}/attachments/${id}`, { headers: person.headers }))
      .status;
  const isKept = (id: string) =>
    existsSync(join(lectern.data, 'files', resourceFiles.key(params.resourceId, resourceFiles.attachment(id))));
  const files = async (person: Person) => (await show(person)).attachments.map(({ name }) => name);

  beforeAll(async () => {
    lectern = await topology.shared();
    admin = await firstHost(lectern);
    librarian = await joinedMember(lectern, admin, 'Lea Librarian', 'librarian');
    partner = await joinedMember(lectern, admin, 'Paula Partner');
    reader = new Person(lectern.url, 'Rita Reader');
    params = await make(partner, 'document', 'Fractions');
  });

  afterAll(() => lectern?.remove());

  it('has none while it is a draft, and the first one when it is published', async () => {
    const dropped = await give(partner, 'draft.pdf');
    await takeOut(partner, dropped);
    expect(isKept(dropped)).toBe(false);
    first = await give(partner, 'one.pdf');
    expect((await show(partner)).version).toBeNull();
    expect(await versions(partner)).toEqual([]);
    expect(await refusal(versions(reader))).toBe('NOT_FOUND');
    await publish(librarian);
    expect((await show(reader)).version).toMatchObject({ number: 1 });
    expect(await versions(partner)).toMatchObject([{ number: 1, kind: 'published', author: 'Lea Librarian' }]);
  });

  it('keeps what one person changes at one sitting as one version, with a note', async () => {
    await edit(librarian, { title: 'Fractions, 2nd edition', versionNote: 'A clearer title.' });
    await edit(librarian, { description: 'For grade 5.' });
    second = await give(librarian, 'two.pdf');
    await takeOut(librarian, first);
    await edit(librarian, { description: 'For grade 5.' });
    const [latest, ...older] = await versions(reader);
    expect(older.map(({ number }) => number)).toEqual([1]);
    expect(latest).toMatchObject({ number: 2, kind: 'changed', current: true, author: null, note: 'A clearer title.' });
    expect(latest!.changes).toEqual(['title', 'description', 'files']);
    expect((await versions(partner))[0]!.author).toBe('Lea Librarian');
    expect((await show(reader)).version).toEqual({ number: 2, changedAt: latest!.changedAt });
    const schema = await fetch(`${lectern.url}/api/resources/${params.resourceId}/metadata/schema.org`);
    expect(await schema.json()).toMatchObject({ version: '2' });
  });

  it('shows what was said before, and its files, to those who work on it alone', async () => {
    expect(await said(partner, 1)).toMatchObject({ title: 'Fractions', files: [{ id: first, name: 'one.pdf' }] });
    for (const stranger of [reader, await joinedMember(lectern, admin, 'Rolf Rival')])
      expect(await refusal(said(stranger, 1))).toMatch(/FORBIDDEN|UNAUTHENTICATED/);
    expect([await fetchFile(partner, first), await fetchFile(reader, first)]).toEqual([200, 404]);
    expect(await fetchFile(reader, second)).toBe(200);
    expect(await refusal(said(partner, 9))).toBe('NOT_FOUND');
  });

  it('is brought back as a new version, with the files of then', async () => {
    expect(await refusal(restore(partner, 1))).toBe('FORBIDDEN');
    await restore(admin, 1);
    expect(await show(reader)).toMatchObject({ title: 'Fractions', description: '', version: { number: 3 } });
    expect(await files(reader)).toEqual(['one.pdf']);
    expect((await versions(reader))[0]).toMatchObject({ number: 3, kind: 'restored', restoredFrom: 1 });
    // A change right after it does not hide what was brought back.
    await edit(admin, { description: 'For grades 5 and 6.' });
    expect((await versions(reader)).map(({ kind }) => kind)).toEqual(['changed', 'restored', 'changed', 'published']);
  });

  it('is described afterwards, by those who may change it', async () => {
    const describe = (person: Person, note: string) =>
      person.api('PUT /api/resources/:resourceId/versions/:number/note', { ...numbered(3), body: { note } });
    expect(await refusal(describe(partner, 'Mine.'))).toBe('FORBIDDEN');
    await describe(librarian, 'The second edition had mistakes.');
    expect((await versions(reader))[1]!.note).toBe('The second edition had mistakes.');
  });

  it('is brought back into a draft after it was withdrawn, and is a version once that is published', async () => {
    const reason = 'Being corrected.';
    await partner.api('POST /api/resources/:resourceId/unpublish', { params, body: { reason } });
    expect(await refusal(versions(reader))).toBe('GONE');
    await restore(partner, 2);
    expect(await show(partner)).toMatchObject({ title: 'Fractions, 2nd edition', status: 'withdrawn' });
    expect(await files(partner)).toEqual(['two.pdf']);
    expect(await versions(partner)).toHaveLength(4);
    await publish(librarian);
    expect((await versions(reader))[0]).toMatchObject({ number: 5, kind: 'published' });
    const changes = ['title', 'description', 'files'];
    expect((await versions(reader))[0]!.changes).toEqual(changes);
  });

  it('is forgotten with the files that no other version has, by librarians alone', async () => {
    expect(await refusal(forget(partner, 1))).toBe('FORBIDDEN');
    expect(await refusal(forget(librarian, 5))).toBe('WRONG_STATE');
    for (const number of [1, 3]) await forget(librarian, number);
    await librarian.api('POST /api/resources/:resourceId/review/seen', { params });
    expect(isKept(first)).toBe(true);
    await forget(librarian, 4);
    await until(() => !isKept(first));
    expect(await refusal(said(librarian, 4))).toBe('NOT_FOUND');
    expect([isKept(second), await fetchFile(reader, second), await fetchFile(librarian, first)]).toEqual([
      true,
      200,
      404,
    ]);
    expect((await versions(reader)).map(({ number }) => number)).toEqual([5, 2]);
  });

  it('has the parts of a package as they were', async () => {
    const parts = [await make(librarian, 'link', 'A', 'https://a.example'), await make(librarian, 'document', 'B')];
    for (const part of parts) await publish(librarian, part);
    const of = await make(librarian, 'package', 'Both');
    const list = (ids: string[]) =>
      librarian.api('PUT /api/resources/:resourceId/parts', { params: of, body: { parts: ids } });
    const [a, b] = parts.map(({ resourceId }) => resourceId) as [string, string];
    await list([a, b]);
    await publish(librarian, of);
    await list([b]);
    await restore(librarian, 1, of);
    expect((await show(reader, of)).parts.map(({ title }) => title)).toEqual(['A', 'B']);
    expect((await versions(reader, of)).map(({ changes }) => changes)).toEqual([['parts'], ['parts'], []]);
  });
});
