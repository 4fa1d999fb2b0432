import type { SearchHit } from '@lectern/contracts';
import type { Lectern } from '../support/lectern';
import { until } from '../support/lectern';
import { importResource } from '../support/library';
import { Person, refusal } from '../support/person';
import { firstHost } from '../support/stage';
import { topologies } from '../support/topology';

jest.setTimeout(90_000);

const cues = [
  { start: 1.5, end: 4, speaker: 'Amina', text: 'L’énergie solaire arrive à l’école.' },
  { start: 12.25, end: 15, speaker: 'Benoît', text: 'Write to help@example.org about panel 7.' },
  { start: 20, end: 22, speaker: 'ليلى', text: 'مُعَلِّم في الصف' },
  { start: 24, end: 27, speaker: '李明', text: '我们在学校讨论可再生能源教育。' },
  { start: 28, end: 30, speaker: 'สมชาย', text: 'พลังงานแสงอาทิตย์ในโรงเรียน' },
  { start: 32, end: 34, speaker: 'សុខា', text: 'ការអប់រំ\u200bនៅកម្ពុជា' },
  { start: 36, end: 38, speaker: 'Ольга', text: 'Учёба в школе' },
];

describe.each(topologies)('the library, on $name', (topology) => {
  let lectern: Lectern;
  let host: Person, reader: Person;
  let resourceId: string;

  const params = () => ({ params: { resourceId } });
  const search = async (q: string): Promise<SearchHit[]> =>
    (await reader.api('GET /api/search', { query: { q } })).hits;
  const matches = async (q: string) => (await search(q)).flatMap((hit) => hit.matches);

  beforeAll(async () => {
    lectern = await topology.start();
    host = await firstHost(lectern);
    reader = new Person(lectern.url, 'Rita Reader');
    const { me } = await host.api('GET /api/me', {});
    const question = { id: '0198c0de-0000-7000-8000-000000000001', text: 'Is wind better?', author: null, votes: 3 };
    const questions = [{ ...question, at: null, answers: [{ author: 'Amina', text: 'It depends.' }] }];
    resourceId = await importResource(lectern, me!.id, { cues, questions });
    const arrived = async () => (await refusal(host.api('GET /api/resources/:resourceId', params()))) === 'done';
    await until(arrived, 20_000);
  });

  afterAll(() => lectern?.remove());

  it('keeps a draft from everyone but its owner, and out of the search', async () => {
    const { resources } = await host.api('GET /api/resources', { query: { scope: 'drafts' } });
    expect(resources).toMatchObject([{ id: resourceId, status: 'draft', languages: ['en'], duration: 61.5 }]);
    expect(await refusal(reader.api('GET /api/resources/:resourceId', params()))).toBe('NOT_FOUND');
    expect(await refusal(reader.api('POST /api/resources/:resourceId/publish', params()))).toBe('UNAUTHENTICATED');
    expect(await search('solar')).toEqual([]);
  });

  it('shows what is published, with transcript and questions', async () => {
    await host.api('POST /api/resources/:resourceId/publish', params());
    const resource = await reader.api('GET /api/resources/:resourceId', params());
    expect(resource).toMatchObject({ status: 'published', transcript: cues, mayEdit: false });
    expect(resource.questions).toMatchObject([
      { author: null, votes: 3, at: null, answers: [{ text: 'It depends.' }] },
    ]);
    expect((await reader.api('GET /api/resources', { query: {} })).resources).toHaveLength(1);
  });

  it.each([
    [
      'a spoken word, without its accents',
      'ENERGIE',
      { kind: 'speech', at: 1.5, snippet: 'L’\u0002énergie\u0003 solaire arrive à l’école.' },
    ],
    ['the beginning of a word', 'sola', { kind: 'title', at: null, snippet: '\u0002Solar\u0003 power for schools' }],
    ['part of an address', 'example', { kind: 'speech', at: 12.25, speaker: 'Benoît' }],
    ['a number', '7', { kind: 'speech', at: 12.25 }],
    ['Arabic without vowel marks', 'معلم', { at: 20, speaker: 'ليلى', snippet: '\u0002مُعَلِّم\u0003 في الصف' }],
    [
      'a Chinese word in the middle of a phrase',
      '能源',
      { at: 24, snippet: '我们在学校讨论可再生\u0002能源\u0003教育。' },
    ],
    ['one Chinese letter', '校', { at: 24 }],
    ['a Thai word in the middle of a phrase', 'แสงอาทิตย์', { at: 28 }],
    ['a Khmer word, with or without the space that has no width', 'អប់រំនៅ', { at: 32 }],
    ['Arabic with another alef and ha', 'الصّف', { at: 20 }],
    ['Cyrillic without its dots', 'учеба', { at: 36 }],
    ['one who speaks there', 'Amina', { kind: 'people', at: null }],
    ['a question', 'wind', { kind: 'question', at: null, speaker: null }],
  ])('finds %s', async (_, q, expected) => {
    expect(await matches(q)).toContainEqual(expect.objectContaining(expected));
  });

  it('finds the resource in which all words stand, in whichever sentence', async () => {
    const [hit] = await search('panel solaire 学校');
    expect(hit!.matches.map(({ at }) => at)).toEqual([1.5, 12.25, 24]);
    expect(await search('panel solaire 大学')).toEqual([]);
  });

  it.each([
    "'; DROP TABLE resource; --",
    'solar AND NOT',
    '"',
    'NEAR(solar, 2)',
    '%',
    '\u0000',
    'solar unspoken',
    '能生',
  ])('finds nothing, and breaks nothing, for %j', async (q) => expect(await search(q)).toEqual([]));

  it('finds the new title after a change, and not the old one', async () => {
    const change = { title: 'Light for classrooms', languages: ['en', 'fr'], authors: ['Amina', 'Benoît'] };
    expect(await host.api('PATCH /api/resources/:resourceId', { ...params(), body: change })).toMatchObject(change);
    expect((await matches('classrooms')).map(({ kind }) => kind)).toEqual(['title']);
    expect(await matches('power')).toEqual([]);
  });

  it('finds it by its title in another language, its subjects and its institutions', async () => {
    const body = {
      translations: [{ language: 'ar', title: 'الطاقة الشمسية', description: '' }],
      subjects: ['physics'],
      institutions: ['Université de Dakar'],
    };
    await host.api('PATCH /api/resources/:resourceId', { ...params(), body });
    expect(await matches('الطاقه')).toMatchObject([{ kind: 'title', at: null }]);
    expect(await matches('physics')).toMatchObject([{ kind: 'description' }]);
    expect(await matches('dakar')).toMatchObject([{ kind: 'people' }]);
  });

  it('agrees with itself after many changes at once', async () => {
    const titles = Array.from({ length: 12 }, (_, index) => `Edition${index}`);
    await Promise.all(
      titles.map((title) => host.api('PATCH /api/resources/:resourceId', { ...params(), body: { title } })),
    );
    const { title } = await reader.api('GET /api/resources/:resourceId', params());
    expect((await matches('edition')).map(({ snippet }) => snippet)).toEqual([`\u0002${title}\u0003`]);
  });

  describe('with many resources', () => {
    type Search = Parameters<typeof look>[0];
    const look = (query: {
      q?: string;
      language?: string;
      year?: string;
      sort?: 'relevance' | 'date';
      cursor?: string;
    }) => reader.api('GET /api/search', { query: { limit: 3, ...query } });
    const titles = ['Energy one', 'Two', 'Energy three', 'Four', 'Energy five', 'Six'];

    /** All pages, one after the other. */
    async function follow(query: Search): Promise<string[]> {
      const found: string[] = [];
      for (let cursor: string | null | undefined; cursor !== null;) {
        const page = await look(cursor ? { ...query, cursor } : query);
        expect(page.hits.length).toBeLessThanOrEqual(3);
        found.push(...page.hits.map(({ resource }) => resource.title));
        expect(page.found === null).toBe(cursor !== undefined);
        cursor = page.nextCursor;
      }
      return found;
    }

    beforeAll(async () => {
      const { me } = await host.api('GET /api/me', {});
      for (const [index, title] of titles.entries()) {
        const content = {
          title,
          description: title === 'Four' ? 'About energy.' : '',
          languages: index % 2 ? ['km', 'fr'] : ['en'],
          recordedAt: `${2020 + Math.floor(index / 2)}-01-01T00:00:00.000Z`,
          cues: [{ start: 1, end: 2, speaker: 'Vy', text: `Talk of energy ${index}.` }],
        };
        const id = await importResource(lectern, me!.id, content);
        const path = { params: { resourceId: id } };
        await until(async () => (await refusal(host.api('GET /api/resources/:resourceId', path))) === 'done', 20_000);
        await host.api('POST /api/resources/:resourceId/publish', path);
      }
    });

    it('puts titles before descriptions before speech, the newest first within each, page after page', async () => {
      const order = ['Energy five', 'Energy three', 'Energy one', 'Four', 'Six', 'Two'];
      expect(await follow({ q: 'energy' })).toEqual(order);
      expect(await follow({ q: 'energy', sort: 'date' })).toEqual([...titles].reverse());
      expect((await follow({})).slice(0, 6)).toEqual([...titles].reverse());
    });

    it('counts by facets, and narrows by them', async () => {
      const { found } = await look({ q: 'energy' });
      expect(found).toMatchObject({ total: 6 });
      expect(found!.facets.language).toEqual([
        { value: 'en', count: 3 },
        { value: 'fr', count: 3 },
        { value: 'km', count: 3 },
      ]);
      expect(found!.facets.year.map(({ value, count }) => `${value}: ${count}`)).toEqual([
        '2020: 2',
        '2021: 2',
        '2022: 2',
      ]);
      expect(await follow({ q: 'energy', language: 'km|fr' })).toEqual(['Four', 'Six', 'Two']);
      expect(await follow({ q: 'energy', language: 'en', year: '2021|2022' })).toEqual(['Energy five', 'Energy three']);
      expect(await follow({ language: 'lo' })).toEqual([]);
      const narrowed = await look({ q: 'energy', language: 'en', year: '2021' });
      expect(narrowed.found).toMatchObject({ total: 1 });
      expect(narrowed.found!.facets.year).toHaveLength(3);
    });

    it.each(['x', '9.1', '0.-1', '0.99999999999999999'])('refuses the cursor %s', async (cursor) => {
      expect(await refusal(look({ q: 'energy', cursor }))).toBe('VALIDATION_FAILED');
    });
  });

  it('takes it back', async () => {
    const body = { reason: 'A newer one replaces it.' };
    await host.api('POST /api/resources/:resourceId/unpublish', { ...params(), body });
    expect(await search('edition')).toEqual([]);
    expect(await refusal(reader.api('GET /api/resources/:resourceId', params()))).toBe('GONE');
    expect(await reader.api('GET /api/resources/:resourceId/tombstone', params())).toMatchObject(body);
  });
});
