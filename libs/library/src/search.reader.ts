import { Reader } from '@lectern/database';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { postgresSearch, type SearchDialect, sqliteSearch } from './search.dialect';
import type { SearchEntry } from './search.document';
import { countsOf } from './search.counts';
import { FacetTable, type FacetValues, type Tally } from './search.facets';
import { type Place, toNeedles } from './search.query';
import type { Term } from './search.words';

/** A resource that was found; `id` is its place in the order of publishing. */
export interface FoundDocument {
  id: number;
  resourceId: string;
}

/** A text of a found resource, and in how many of its words the search stands. */
export interface FoundEntry extends Omit<SearchEntry, 'source'> {
  document: number;
  score: number;
  /** The interpreters' language in which it was said; null for what was said in the room, and all that is written. */
  channel: string | null;
}

interface Wanted {
  terms: Term[];
  place: Place;
  /** Only those published before this one; null for all. */
  before: number | null;
  /** Only those with one of these combinations of values; null for all. */
  combinations: number[] | null;
  limit: number;
}

const MOST_ENTRIES = 8;
const MOST_COMBINATIONS = 100_000;
const COMBINATIONS_AT_ONCE = 2_000;

interface Combination {
  id: string | number;
  facets: string;
}

/** Asks the full-text index. What it costs is bounded by the library's size and the page's, however common the words. */
@Injectable()
export class SearchReader {
  private readonly dialect: SearchDialect;
  private readonly facets = new FacetTable();
  /** Up to this number all combinations are known, unless there are too many to know all. */
  private knownUpTo = 0;
  private tooMany = false;

  constructor(
    source: DataSource,
    private readonly reader: Reader,
  ) {
    this.dialect = source.options.type === 'postgres' ? postgresSearch : sqliteSearch;
  }

  /** Counts all that is found by its facets. */
  async tally(terms: Term[], wanted: FacetValues): Promise<Tally> {
    const { text, parameters } = this.dialect.found(terms, 'any', null);
    // One text: thousands of rows would take longer to hand over than to count, and databases take longer to count them.
    const sql = `SELECT string_agg(facets || '', ',') AS list FROM (${text}) found`;
    const [row] = await this.reader.query<{ list: string | null }>(sql, parameters);
    const counts = countsOf(row?.list ?? '');
    await this.learn(counts.map(([id]) => id));
    return this.facets.tally(counts, wanted);
  }

  /** The combinations that fit, without asking what is found; null when there are too many to know all of them. */
  async fitting(wanted: FacetValues): Promise<number[] | null> {
    while (!this.tooMany) {
      const sql = `SELECT id, facets FROM search_facets WHERE id > ? ORDER BY id LIMIT ${COMBINATIONS_AT_ONCE}`;
      const rows = await this.reader.query<Combination>(sql, [this.knownUpTo]);
      this.take(rows);
      const last = rows.at(-1);
      if (this.facets.size > MOST_COMBINATIONS) this.tooMany = true;
      if (last) this.knownUpTo = Math.max(this.knownUpTo, Number(last.id));
      if (rows.length < COMBINATIONS_AT_ONCE) break;
    }
    return this.tooMany ? null : this.facets.fitting(wanted);
  }

  private async learn(ids: number[]): Promise<void> {
    const missing = ids.filter((id) => !this.facets.has(id));
    if (missing.length === 0) return;
    if (this.facets.size > 0 && this.facets.size + missing.length > MOST_COMBINATIONS) {
      this.tooMany = true;
      this.facets.clear();
      return this.learn(ids);
    }
    const { text, parameters } = this.dialect.among('id', missing);
    const sql = `SELECT id, facets FROM search_facets WHERE ${text}`;
    this.take(await this.reader.query<Combination>(sql, parameters));
  }

  private take(rows: Combination[]): void {
    for (const { id, facets } of rows) this.facets.learn(Number(id), JSON.parse(facets) as FacetValues);
  }

  /** The newest first. */
  async page({ terms, place, before, combinations, limit }: Wanted): Promise<FoundDocument[]> {
    const found = this.dialect.found(terms, place, before);
    const among = combinations ? this.dialect.among('facets', combinations) : { text: 'true', parameters: [] };
    const sql = `SELECT id, resource_id AS "resourceId" FROM (${found.text}) found
      WHERE ${among.text} ORDER BY ${this.dialect.newest(terms)} LIMIT ?`;
    const rows = await this.reader.query<{ id: string | number; resourceId: string }>(sql, [
      ...found.parameters,
      ...among.parameters,
      limit,
    ]);
    return rows.map(({ id, resourceId }) => ({ id: Number(id), resourceId }));
  }

  /** For each resource the texts in which most of the words stand, in the order of the video. */
  async entries(documents: number[], terms: Term[]): Promise<FoundEntry[]> {
    if (documents.length === 0 || terms.length === 0) return [];
    const { text, parameters } = this.dialect.among('document', documents);
    const score = terms.map(() => this.dialect.holds).join(' + ');
    const sql = `SELECT placed.*, cue.language AS channel FROM (
        SELECT document, source, kind, at, speaker, body, score, best,
          row_number() OVER (PARTITION BY document ORDER BY score DESC, at, id) AS place
        FROM (
          SELECT *, max(score) OVER (PARTITION BY document) AS best FROM (
            SELECT id, document, source, kind, COALESCE(at_second, -1) AS at, speaker, body, ${score} AS score
            FROM search_entry WHERE ${text}
          ) scored WHERE score > 0
        ) ranked WHERE score = best
      ) placed LEFT JOIN cue ON cue.id = placed.source AND cue.interpreted
      WHERE place <= ${MOST_ENTRIES} ORDER BY document, place`;
    const rows = await this.reader.query<FoundEntry>(sql, [...toNeedles(terms), ...parameters]);
    return rows.map((row) => ({
      ...row,
      document: Number(row.document),
      at: Number(row.at) < 0 ? null : Number(row.at),
    }));
  }
}
