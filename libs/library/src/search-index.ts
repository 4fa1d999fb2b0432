import type { RestInput, RestResponse, SearchFacets, SearchHit } from '@lectern/contracts';
import type { Transaction } from '@lectern/database';
import { Injectable } from '@nestjs/common';
import type { CueRow, ResourceQuestionRow, ResourceRow } from './resource.entities';
import { PartnerGifts } from './partners/partner.gifts';
import { partnerSlug } from './partners/partner.slug';
import { ResourceRepository } from './resource.repository';
import { toResource } from './resource.view';
import type { SearchEntry } from './search.document';
import { facetsOf, FacetTable, type FacetValues } from './search.facets';
import { type Place, places } from './search.query';
import { type FoundDocument, type FoundEntry, SearchReader } from './search.reader';
import { snippet } from './search.snippet';
import { searchTerms, type Term } from './search.words';
import { SearchWriter } from './search.writer';

type Query = RestInput<'GET /api/search'>['query'];
type Page = RestResponse<'GET /api/search'>;

/** Titles before descriptions and people, these before speech and questions; by date there is no such order. */
const ORDER: Record<Query['sort'], Place[]> = { relevance: ['title', 'about', 'rest'], date: ['any'] };

/** What can be found of resources, and the finding. */
@Injectable()
export class SearchIndex {
  constructor(
    private readonly resources: ResourceRepository,
    private readonly writer: SearchWriter,
    private readonly reader: SearchReader,
    private readonly gifts: PartnerGifts,
  ) {}

  /** Brings the index up to date with a resource, and whose it is; drafts are not in it. */
  async refresh(tx: Transaction, row: ResourceRow): Promise<void> {
    await this.gifts.note(tx, row);
    if (row.status !== 'published') return this.writer.remove(tx, row.id);
    const cues = await this.resources.cues(row.id, tx.manager);
    const questions = await this.resources.questions(row.id, tx.manager);
    const entries = [...aboutEntries(row), ...cues.map(cueEntry), ...questions.map(questionEntry)];
    const publishedAt = row.publishedAt ?? row.createdAt;
    await this.writer.replace(tx, { resourceId: row.id, publishedAt, facets: facetsOf(row), entries });
  }

  /** The same for some cues of a resource: an editor saves every few words. */
  async refreshCues(tx: Transaction, resourceId: string, cues: CueRow[], removed: string[]): Promise<void> {
    await this.writer.change(tx, resourceId, cues.map(cueEntry), removed);
  }

  async search({ query }: RestInput<'GET /api/search'>): Promise<Page> {
    const terms = searchTerms(query.q);
    if (query.q !== '' && terms.length === 0) return { hits: [], nextCursor: null, found: nothing(query) };
    const wanted = wantedOf(query);
    const isNarrowed = Object.values(wanted).some((values) => values.length > 0);
    // What is counted and what is shown are looked for side by side: what fits is known without counting.
    const fitting = isNarrowed ? await this.reader.fitting(wanted) : null;
    const mustCount = isNarrowed && !fitting;
    const counting = mustCount || !query.cursor ? this.reader.tally(terms, wanted) : null;
    const [tally, page] = await Promise.all([
      counting,
      mustCount
        ? counting!.then((counted) => this.page(query, terms, counted.fitting))
        : this.page(query, terms, fitting),
    ]);
    // A combination that has come into being meanwhile.
    const isNew = fitting && tally ? newOf(tally.fitting, fitting) : false;
    const { hits, nextCursor } = isNew ? await this.page(query, terms, tally!.fitting) : page;
    const found = query.cursor || !tally ? null : { total: tally.total, facets: withPages(tally.facets) };
    return { hits, nextCursor, found };
  }

  private async page(query: Query, terms: Term[], combinations: number[] | null) {
    const { documents, nextCursor } = await this.documents(query, terms, combinations);
    return { hits: await this.hits(documents, terms), nextCursor };
  }

  private async documents(query: Query, terms: Term[], combinations: number[] | null) {
    const documents: FoundDocument[] = [];
    const order = terms.length === 0 ? ORDER.date : ORDER[query.sort];
    const start = Math.max(0, order.indexOf(places[query.cursor?.place ?? 0]!));
    for (const place of order.slice(start)) {
      const isFirst = place === order[start];
      const before = isFirst && query.cursor ? query.cursor.before : null;
      const limit = query.limit + 1 - documents.length;
      const found = await this.reader.page({ terms, place, before, combinations, limit });
      const shown = found.slice(0, query.limit - documents.length);
      documents.push(...shown);
      if (found.length < limit) continue;
      // One more than the page: the next one begins after the last shown, or with this place.
      const last = shown.at(-1)?.id ?? Number.MAX_SAFE_INTEGER;
      return { documents, nextCursor: `${places.indexOf(place)}.${last}` };
    }
    return { documents, nextCursor: null };
  }

  private async hits(documents: FoundDocument[], terms: Term[]): Promise<SearchHit[]> {
    const ids = documents.map(({ id }) => id);
    const [rows, entries] = await Promise.all([
      this.resources.byIds(documents.map(({ resourceId }) => resourceId)),
      this.reader.entries(ids, terms),
    ]);
    const resources = new Map(rows.map((row) => [row.id, row]));
    return documents.flatMap(({ id, resourceId }) => {
      const own = entries.filter(({ document }) => document === id);
      return toHit(resources.get(resourceId), own, terms);
    });
  }
}

/** What is said of a resource, in each language in which it is said. */
function aboutEntries(row: ResourceRow): SearchEntry[] {
  const titles = [{ language: '', title: row.title, description: row.description }, ...row.translations];
  const entries = [
    ...titles.flatMap(({ language, title, description }) => [
      aboutEntry('title', title, language),
      aboutEntry('description', description, language),
    ]),
    aboutEntry('description', row.subjects.join(', '), 'subjects'),
    aboutEntry('people', [...row.authors, ...row.institutions].join(', ')),
  ];
  return entries.filter(({ body }) => body !== '');
}

const aboutEntry = (kind: SearchEntry['kind'], body: string, part = ''): SearchEntry => ({
  source: `${kind}:${part}`,
  kind,
  body,
  at: null,
  speaker: null,
});

const cueEntry = ({ id, text, start, speaker }: CueRow): SearchEntry => ({
  source: id,
  kind: 'speech',
  body: text,
  at: start,
  speaker,
});

const questionEntry = ({ id, text, at, author }: ResourceQuestionRow): SearchEntry => ({
  source: id,
  kind: 'question',
  body: text,
  at,
  speaker: author,
});

const wantedOf = ({ language, kind, licence, year, institution }: Query): FacetValues => ({
  language,
  kind,
  licence,
  year,
  institution,
});

function newOf(found: number[], known: number[]): boolean {
  const all = new Set(known);
  return found.some((id) => !all.has(id));
}

/** Signs alone: there is no word in them. */
const nothing = (query: Query): Page['found'] =>
  query.cursor ? null : { total: 0, facets: withPages(new FacetTable().tally([], wantedOf(query)).facets) };

/** With where the page of each institution is. */
const withPages = ({ institution, ...facets }: SearchFacets): SearchFacets => ({
  ...facets,
  institution: institution.map((one) => ({ ...one, slug: partnerSlug(one.value) })),
});

function toHit(row: ResourceRow | undefined, entries: FoundEntry[], terms: Term[]): SearchHit[] {
  // Taken back between the finding and the showing.
  if (row?.status !== 'published') return [];
  const matches = entries.map(({ kind, at, speaker, channel, body }) => ({
    ...{ kind, at, speaker, channel },
    snippet: snippet(body, terms),
  }));
  return [{ resource: toResource(row), matches }];
}
