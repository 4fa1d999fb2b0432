import type { RestRequest } from '@lectern/contracts';
import type { Lectern } from '../support/lectern';
import { Person, refusal } from '../support/person';
import { firstHost, joinedMember } from '../support/stage';
import { topologies } from '../support/topology';

jest.setTimeout(90_000);

describe.each(topologies)('institutions and what they gave, on $name', (topology) => {
  let lectern: Lectern;
  let admin: Person, librarian: Person, member: Person, reader: Person;
  let series: string, document: string;
  const khmer = 'សាកលវិទ្យាល័យបាត់ដំបង';

  const give = async (kind: 'document' | 'series', title: string, institutions: string[], languages = ['en']) => {
    const body = { kind, title, languages, licence: 'CC-BY-4.0' as const, institutions };
    const { id: resourceId } = await librarian.api('POST /api/resources', { body });
    await librarian.api('POST /api/resources/:resourceId/publish', { params: { resourceId } });
    return resourceId;
  };
  const list = (query: RestRequest<'GET /api/partners'>['query'] = {}) => reader.api('GET /api/partners', { query });
  const show = (slug: string, person = reader) => person.api('GET /api/partners/:slug', { params: { slug } });
  const text = async (path: string) =>
    (await fetch(`${lectern.url}${path}`, { headers: { Accept: 'text/html' } })).text();
  const who = { name: 'University of Battambang', description: 'In the west of Cambodia.', country: 'KH' };
  const describeIt = (person: Person, website: string | null = 'https://ub.example') =>
    person.api('PUT /api/partners/:slug', { params: { slug: 'university-of-battambang' }, body: { ...who, website } });

  beforeAll(async () => {
    lectern = await topology.start();
    admin = await firstHost(lectern);
    librarian = await joinedMember(lectern, admin, 'Lea Librarian', 'librarian');
    member = await joinedMember(lectern, admin, 'Mona Member');
    reader = new Person(lectern.url, 'Rita Reader');
    series = await give('series', 'Solar power', ['University of Battambang']);
    document = await give('document', 'Fractions', ['university of battambang', 'École <b> & "fils"'], ['en', 'fr']);
    await give('document', 'In Khmer', [khmer, 'University of Battambang'], ['km']);
  });

  afterAll(() => lectern?.remove());

  it('have a page each from their first published resource on, however they are spelled', async () => {
    const { partners } = await list();
    expect(partners.map(({ name, resources }) => [name, resources])).toEqual([
      [khmer, 1],
      ['École <b> & "fils"', 1],
      ['University of Battambang', 3],
    ]);
    const { next } = await list({ limit: 1 });
    expect((await list({ limit: 1, after: next! })).partners.map(({ name }) => name)).toEqual(['École <b> & "fils"']);
    expect((await show(partners[0]!.slug)).languages).toEqual(['km']);
    expect(await show('university-of-battambang')).toMatchObject({
      resources: 3,
      kinds: [
        { kind: 'document', count: 2 },
        { kind: 'series', count: 1 },
      ],
      names: ['University of Battambang', 'university of battambang'],
      languages: ['en', 'fr', 'km'],
      series: [{ id: series, title: 'Solar power' }],
      mayEdit: false,
    });
    expect(await refusal(show('nobody'))).toBe('NOT_FOUND');
  });

  it('are led to from what they gave and from what a search is narrowed by', async () => {
    const detail = await reader.api('GET /api/resources/:resourceId', { params: { resourceId: document } });
    expect(detail.partners.map(({ slug }) => slug)).toEqual(['university-of-battambang', 'ecole-b-fils']);
    const { names } = await show('university-of-battambang');
    const search = await reader.api('GET /api/search', { query: { institution: names.join('|') } });
    expect(search.found!.total).toBe(3);
    expect(search.found!.facets.institution).toContainEqual({
      value: 'University of Battambang',
      count: 2,
      slug: 'university-of-battambang',
    });
  });

  it('are described by librarians alone', async () => {
    for (const [person, code] of [
      [reader, 'UNAUTHENTICATED'],
      [member, 'FORBIDDEN'],
    ] as const)
      expect(await refusal(describeIt(person))).toBe(code);
    expect(await refusal(describeIt(librarian, 'javascript:alert(1)'))).toBe('VALIDATION_FAILED');
    await describeIt(admin);
    await describeIt(librarian);
    expect(await show('university-of-battambang')).toMatchObject({ ...who, website: 'https://ub.example' });
    expect((await show('university-of-battambang', librarian)).mayEdit).toBe(true);
  });

  it('are told to programs: in the page, in a feed and in a set of their own', async () => {
    const page = await text('/library/partners/university-of-battambang');
    const data = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(page)?.[1];
    expect(JSON.parse(data!)).toMatchObject({
      '@type': 'Organization',
      name: who.name,
      url: 'https://ub.example',
      alternateName: ['university of battambang'],
      address: { addressCountry: 'KH' },
    });
    const odd = await text('/library/partners/ecole-b-fils');
    expect([odd.includes('<b>'), odd.includes('École &lt;b&gt;')]).toEqual([false, true]);
    const feed = await text('/library/partners/ecole-b-fils/atom.xml');
    expect([feed.match(/<entry>/g)?.length, feed.includes('Fractions')]).toEqual([1, true]);
    expect((await fetch(`${lectern.url}/library/partners/nobody/atom.xml`)).status).toBe(404);
    expect(await text('/oai?verb=ListSets')).toContain('<setSpec>institution:ecole-b-fils</setSpec>');
    const records = await text('/oai?verb=ListRecords&metadataPrefix=oai_dc&set=institution:ecole-b-fils');
    expect([records.match(/<record>/g)?.length, records.includes('status="deleted"')]).toEqual([1, false]);
    expect(await text('/sitemap-1.xml')).toContain('/library/partners/university-of-battambang');
  });

  it('keep nothing of what was withdrawn but the word for harvesters', async () => {
    const params = { resourceId: document };
    await librarian.api('POST /api/resources/:resourceId/unpublish', { params, body: { reason: 'A mistake.' } });
    expect((await list()).partners.map(({ slug }) => slug)).not.toContain('ecole-b-fils');
    expect(await refusal(show('ecole-b-fils'))).toBe('NOT_FOUND');
    expect((await show('ecole-b-fils', librarian)).resources).toBe(0);
    expect(await text('/library/partners/ecole-b-fils')).not.toContain('ld+json');
    const records = await text('/oai?verb=ListRecords&metadataPrefix=oai_dc&set=institution:ecole-b-fils');
    expect(records).toContain('status="deleted"');
    await librarian.api('POST /api/resources/:resourceId/publish', { params });
    await librarian.api('PATCH /api/resources/:resourceId', { params, body: { institutions: [] } });
    expect((await show('university-of-battambang')).resources).toBe(2);
  });
});
