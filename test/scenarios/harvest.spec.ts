import { DOMParser, type Document } from '@xmldom/xmldom';
import { type Lectern, until } from '../support/lectern';
import { importResource } from '../support/library';
import { Person, refusal } from '../support/person';
import { firstHost } from '../support/stage';
import { topologies } from '../support/topology';

jest.setTimeout(90_000);

/** More than a page of the protocol. */
const MANY = 130;

describe.each(topologies)('the library for other programs, on $name', (topology) => {
  let lectern: Lectern;
  let host: Person;
  let ids: string[];

  beforeAll(async () => {
    lectern = await topology.start();
    host = await firstHost(lectern);
    const { me } = await host.api('GET /api/me', {});
    ids = [];
    for (let index = 0; index < MANY; index += 1) {
      const languages = index % 2 === 0 ? ['en'] : ['fr', 'en'];
      ids.push(await importResource(lectern, me!.id, { title: `Lesson <${index}> & more`, languages }));
    }
    for (const resourceId of ids) {
      await until(
        async () => (await refusal(host.api('GET /api/resources/:resourceId', { params: { resourceId } }))) === 'done',
        30_000,
      );
      await host.api('POST /api/resources/:resourceId/publish', { params: { resourceId } });
    }
  });

  afterAll(() => lectern?.remove());

  async function get(path: string, init?: RequestInit): Promise<Document> {
    const response = await fetch(lectern.url + path, init);
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toMatch(/xml/);
    return parse(await response.text());
  }

  const oai = (query: Record<string, string>) => get(`/oai?${new URLSearchParams(query).toString()}`);
  const list = { verb: 'ListIdentifiers', metadataPrefix: 'oai_dc' };

  /** All identifiers of a list, followed from part to part. */
  async function harvest(query: Record<string, string>): Promise<string[]> {
    const found: string[] = [];
    for (let ask: Record<string, string> | null = query; ask;) {
      const page: Document = await oai(ask);
      found.push(...texts(page, 'identifier').map((identifier) => identifier.split(':').at(-1)!));
      const [resumptionToken] = texts(page, 'resumptionToken');
      ask = resumptionToken ? { verb: query.verb!, resumptionToken } : null;
    }
    return found;
  }

  it('says who it is', async () => {
    const document = await oai({ verb: 'Identify' });
    expect(texts(document, 'protocolVersion')).toEqual(['2.0']);
    expect(texts(document, 'deletedRecord')).toEqual(['persistent']);
    expect(texts(document, 'baseURL')).toEqual([`${lectern.url}/oai`]);
    expect(texts(await oai({ verb: 'ListMetadataFormats' }), 'metadataPrefix')).toEqual(['oai_dc', 'lom']);
    expect(texts(await oai({ verb: 'ListSets' }), 'setSpec')).toEqual(['language', 'language:en', 'language:fr']);
  });

  it('gives every record once, in parts, also by POST', async () => {
    expect((await harvest(list)).toSorted()).toEqual(ids.toSorted());
    expect(await harvest({ ...list, set: 'language:fr' })).toHaveLength(MANY / 2);
    const body = new URLSearchParams({ ...list, verb: 'ListRecords' });
    expect(texts(await get('/oai', { method: 'POST', body }), 'dc:identifier')).toHaveLength(100);
  });

  it.each(['oai_dc', 'lom'])('gives one record as %s', async (metadataPrefix) => {
    const [identifier] = texts(await oai(list), 'identifier');
    const document = await oai({ verb: 'GetRecord', identifier: identifier!, metadataPrefix });
    expect(texts(document, 'metadata')[0]).toContain('Lesson <');
  });

  it.each([
    ['', 'badVerb'],
    ['verb=Identify&verb=Identify', 'badVerb'],
    ['verb=Identify&x=1', 'badArgument'],
    ['verb=ListRecords&metadataPrefix[a]=1', 'badArgument'],
    ['verb=ListRecords&metadataPrefix=x', 'cannotDisseminateFormat'],
    ['verb=ListRecords&metadataPrefix=lom&set=language:xx', 'noRecordsMatch'],
    ['verb=ListRecords&metadataPrefix=lom&set=%25%22', 'noRecordsMatch'],
    ['verb=ListRecords&metadataPrefix=lom&until=2020-01-01', 'noRecordsMatch'],
    ['verb=ListRecords&resumptionToken=e30', 'badResumptionToken'],
    ['verb=GetRecord&metadataPrefix=lom&identifier=oai:x:y', 'idDoesNotExist'],
  ])('answers "%s" with %s', async (query, code) => {
    const document = await get(`/oai?${query}`);
    expect(document.getElementsByTagName('error')[0]?.getAttribute('code')).toBe(code);
  });

  it('is a feed and a sitemap', async () => {
    const feed = await get('/library/atom.xml');
    expect(texts(feed, 'title').slice(1)).toHaveLength(50);
    const next = [...feed.getElementsByTagName('link')].find((link) => link.getAttribute('rel') === 'next');
    const { pathname, search } = new URL(next!.getAttribute('href')!);
    expect(texts(await get(pathname + search), 'entry')).toHaveLength(50);
    const parts = texts(await get('/sitemap.xml'), 'loc');
    expect(parts).toEqual([`${lectern.url}/sitemap-1.xml`]);
    expect(texts(await get('/sitemap-1.xml'), 'loc')).toHaveLength(MANY + 3);
    expect((await fetch(`${lectern.url}/sitemap-2.xml`)).status).toBe(404);
    expect(await (await fetch(`${lectern.url}/robots.txt`)).text()).toContain('/sitemap.xml');
  });

  it('says in the head of its page what it is, and how to embed it', async () => {
    const page = await (await fetch(`${lectern.url}/library/${ids[0]}`, { headers: { Accept: 'text/html' } })).text();
    const json = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(page)?.[1];
    expect(JSON.parse(json!)).toMatchObject({
      '@type': ['LearningResource', 'VideoObject'],
      name: 'Lesson <0> & more',
    });
    expect(page).toContain('<title>Lesson &lt;0&gt; &amp; more</title>');
    expect(page.match(/name="description"/g)).toHaveLength(1);
    const link = /type="application\/json\+oembed" href="([^"]+)"/.exec(page)![1]!;
    const embed = (await (await fetch(link.replaceAll('&amp;', '&'))).json()) as { html: string };
    expect(embed.html).toContain(`src="${lectern.url}/embed/${ids[0]}"`);
    const framed = await fetch(`${lectern.url}/embed/${ids[0]}`, { headers: { Accept: 'text/html' } });
    expect(framed.headers.get('content-security-policy')).toContain('frame-ancestors *');
    const whole = await fetch(`${lectern.url}/library/${ids[0]}`, { headers: { Accept: 'text/html' } });
    expect(whole.headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
  });

  it.each(['schema.org', 'dublin-core', 'lom'])('gives its metadata as %s', async (format) => {
    const response = await fetch(`${lectern.url}/api/resources/${ids[0]}/metadata/${format}`);
    expect(response.status).toBe(200);
    expect(await response.text()).toContain('Lesson');
  });

  it('tells harvesters what was taken back, and says nothing more of it', async () => {
    const [resourceId] = ids as [string];
    const body = { reason: 'Somebody in it has changed their mind.' };
    await host.api('POST /api/resources/:resourceId/unpublish', { params: { resourceId }, body });
    const { hostname } = new URL(lectern.url);
    const record = { verb: 'GetRecord', identifier: `oai:${hostname}:${resourceId}`, metadataPrefix: 'oai_dc' };
    const document = await oai(record);
    expect(document.getElementsByTagName('header')[0]?.getAttribute('status')).toBe('deleted');
    expect(texts(document, 'metadata')).toEqual([]);
    expect(await harvest(list)).toContain(resourceId);
    expect((await fetch(`${lectern.url}/api/resources/${resourceId}/metadata/lom`)).status).toBe(410);
    expect((await fetch(`${lectern.url}/api/oembed?url=${lectern.url}/library/${resourceId}`)).status).toBe(404);
    const page = await fetch(`${lectern.url}/library/${resourceId}`, { headers: { Accept: 'text/html' } });
    expect(page.status).toBe(410);
    expect(await page.text()).not.toContain('Lesson');
    expect(texts(await get('/library/atom.xml'), 'id')).not.toContain(`urn:uuid:${resourceId}`);
    expect(texts(await get('/sitemap-1.xml'), 'loc')).not.toContain(`${lectern.url}/library/${resourceId}`);
  });
});

const parse = (text: string): Document => new DOMParser().parseFromString(text, 'text/xml');

const texts = (document: Document, name: string): string[] =>
  [...document.getElementsByTagName(name)].map((element) => element.textContent ?? '');
