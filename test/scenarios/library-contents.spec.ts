import type { ContributedKind } from '@lectern/contracts';
import type { Lectern } from '../support/lectern';
import { Person, refusal } from '../support/person';
import { firstHost, joinedMember } from '../support/stage';
import { topologies } from '../support/topology';
import { upload } from '../support/upload';

jest.setTimeout(90_000);

const about = { languages: ['en'], licence: 'CC-BY-4.0' as const };
const page = Buffer.from('<!DOCTYPE html><script>alert(1)</script>');

describe.each(topologies)('resources that are no recordings, on $name', (topology) => {
  let lectern: Lectern;
  let admin: Person, partner: Person, rival: Person, reader: Person;

  const begin = async (person: Person, kind: ContributedKind, title: string, link?: string) =>
    (await person.api('POST /api/resources', { body: { ...about, kind, title, ...(link ? { link } : {}) } })).id;
  const show = (person: Person, resourceId: string) =>
    person.api('GET /api/resources/:resourceId', { params: { resourceId } });
  const publish = (resourceId: string) =>
    admin.api('POST /api/resources/:resourceId/publish', { params: { resourceId } });
  const get = (path: string, person = reader) => fetch(lectern.url + path, { headers: person.headers });

  beforeAll(async () => {
    lectern = await topology.start({ LECTERN_SEARCH_RATE: '2' });
    admin = await firstHost(lectern);
    partner = await joinedMember(lectern, admin, 'Paula Partner');
    rival = await joinedMember(lectern, admin, 'Rolf Rival');
    reader = new Person(lectern.url, 'Rita Reader');
  });

  afterAll(() => lectern?.remove());

  it('makes them for who has an account, as drafts of their own', async () => {
    expect(await refusal(begin(reader, 'document', 'Mine'))).toBe('UNAUTHENTICATED');
    expect(await refusal(begin(partner, 'link', 'Without an address'))).toBe('VALIDATION_FAILED');
    expect(await refusal(begin(partner, 'document', 'With one', 'https://example.org/'))).toBe('VALIDATION_FAILED');
    for (const link of ['javascript:alert(1)', 'https://me:secret@example.org/', 'ftp://example.org/'])
      expect(await refusal(begin(partner, 'link', 'Bad', link))).toBe('VALIDATION_FAILED');
    const id = await begin(partner, 'link', 'Algebra elsewhere', 'https://example.org/algebra');
    expect(await show(partner, id)).toMatchObject({ kind: 'link', status: 'draft', videoUrl: null, mayEdit: true });
    expect(await refusal(show(rival, id))).toBe('NOT_FOUND');
  });

  it('keeps files by their content, and hands out nothing that a browser would run', async () => {
    const id = await begin(partner, 'document', 'Worksheets on fractions');
    expect((await upload(rival, 'attachment', id, Buffer.from('%PDF-1.7\n'))).answer.status).toBe(404);
    const programme = await upload(partner, 'attachment', id, Buffer.from('\x7fELF\x02\x01\x01\0', 'latin1'), 'a.pdf');
    expect(programme.answer.status).toBe(415);
    await upload(partner, 'attachment', id, Buffer.from('%PDF-1.7\n'), 'Feuille é.pdf');
    await upload(partner, 'attachment', id, page, 'page.html');
    const [pdf, html] = (await show(partner, id)).attachments;
    expect(pdf).toMatchObject({ name: 'Feuille é.pdf', mediaType: 'application/pdf', size: 9 });
    expect((await get(pdf!.url)).status).toBe(404);
    await publish(id);
    const shown = await get(pdf!.url);
    expect(shown.headers.get('content-type')).toBe('application/pdf');
    expect(shown.headers.get('content-disposition')).toMatch(/^inline; .*Feuille%20%C3%A9\.pdf$/);
    const downloaded = await get(html!.url);
    expect(downloaded.headers.get('content-disposition')).toMatch(/^attachment; /);
    expect(downloaded.headers.get('content-type')).toBe('application/octet-stream');
    expect(downloaded.headers.get('x-content-type-options')).toBe('nosniff');
    expect(Buffer.from(await downloaded.arrayBuffer())).toEqual(page);
  });

  it('takes out of pictures where and when they were taken', async () => {
    const id = await begin(partner, 'document', 'A photograph');
    const tell = Buffer.from('GPS 11.55 N');
    const comment = Buffer.concat([Buffer.from([0xff, 0xfe, 0, tell.length + 2]), tell]);
    const rest = Buffer.from([0xff, 0xe0, 0, 4, 1, 1, 0xff, 0xda, 0, 4, 1, 1, 0xff, 0xd9]);
    await upload(partner, 'attachment', id, Buffer.concat([Buffer.from([0xff, 0xd8]), comment, rest]), 'photo.jpg');
    const [photo] = (await show(partner, id)).attachments;
    const bytes = Buffer.from(await (await get(photo!.url, partner)).arrayBuffer());
    expect(photo).toMatchObject({ mediaType: 'image/jpeg', size: bytes.length });
    expect(bytes.includes(tell)).toBe(false);
    expect(bytes.subarray(2)).toEqual(rest);
  });

  it('removes a file for good', async () => {
    const id = await begin(partner, 'slides', 'Two decks');
    await upload(partner, 'attachment', id, Buffer.from('%PDF-1.7\n'));
    const [file] = (await show(partner, id)).attachments;
    const params = { resourceId: id, attachmentId: file!.id };
    const remove = (person: Person) =>
      refusal(person.api('DELETE /api/resources/:resourceId/attachments/:attachmentId', { params }));
    expect(await remove(rival)).toBe('NOT_FOUND');
    expect(await remove(partner)).toBe('done');
    expect((await show(partner, id)).attachments).toEqual([]);
    expect((await get(file!.url, partner)).status).toBe(404);
    expect((await upload(partner, 'attachment', await begin(partner, 'series', 'S'), page)).answer.status).toBe(409);
  });

  it('lists the parts of a series in order, and each part says where it stands', async () => {
    const ids = await Promise.all(['One', 'Two', 'Three'].map((title) => begin(partner, 'document', title)));
    const series = await begin(partner, 'series', 'A course');
    const list = (parts: string[], person = partner) =>
      person.api('PUT /api/resources/:resourceId/parts', { params: { resourceId: series }, body: { parts } });
    await list([ids[2]!, ids[0]!, ids[1]!]);
    expect((await show(partner, series)).parts.map(({ title }) => title)).toEqual(['Three', 'One', 'Two']);
    expect(await refusal(list([ids[0]!, ids[0]!]))).toBe('VALIDATION_FAILED');
    expect(await refusal(list([series]))).toBe('VALIDATION_FAILED');
    expect(await refusal(list([await begin(rival, 'document', 'Hidden')]))).toBe('NOT_FOUND');
    expect(await refusal(list([], rival))).toBe('NOT_FOUND');
    for (const id of [ids[0]!, ids[2]!, series]) await publish(id);
    // The draft among them is nobody else's yet.
    expect((await show(reader, series)).parts.map(({ title }) => title)).toEqual(['Three', 'One']);
    expect((await show(reader, ids[0]!)).partOf).toMatchObject([{ id: series, kind: 'series' }]);
  });

  it('finds them, and tells other programs what they are', async () => {
    const { hits, found } = await reader.api('GET /api/search', { query: { q: 'fractions', kind: 'document|link' } });
    expect(hits).toMatchObject([{ resource: { kind: 'document', title: 'Worksheets on fractions' } }]);
    expect(found!.facets.kind).toEqual(expect.arrayContaining([{ value: 'document', count: 1 }]));
    const { id } = hits[0]!.resource;
    const metadata = async (format: string) => (await get(`/api/resources/${id}/metadata/${format}`)).text();
    expect(JSON.parse(await metadata('schema.org'))).toMatchObject({
      '@type': ['LearningResource', 'DigitalDocument'],
    });
    expect(await metadata('dublin-core')).toContain('<dc:type>Text</dc:type>');
    expect(await metadata('lom')).toContain('narrative text');
    expect(await (await get('/library/atom.xml')).text()).toContain(id);
    expect(await (await get('/sitemap-1.xml')).text()).toContain(id);
    expect(await (await get('/oai?verb=ListRecords&metadataPrefix=oai_dc')).text()).toContain(id);
    const embed = `/api/oembed?url=${encodeURIComponent(`${lectern.url}/library/${id}`)}`;
    expect((await get(embed)).status).toBe(404);
  });

  it('holds back who searches without end', async () => {
    const searches = Array.from({ length: 15 }, () => get('/api/search?q=one'));
    const statuses = (await Promise.all(searches)).map(({ status }) => status);
    expect(statuses).toContain(200);
    expect(statuses).toContain(429);
  });
});
