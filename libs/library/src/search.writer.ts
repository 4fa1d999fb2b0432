import { rawQuery, type Transaction } from '@lectern/database';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import {
  documentNumbers,
  type DocumentWords,
  documentWords,
  type EntryKind,
  entryWords,
  type SearchEntry,
} from './search.document';
import type { FacetValues } from './search.facets';

/** Entries written by one statement. */
const CHUNK = 100;

interface Document {
  resourceId: string;
  publishedAt: string;
  facets: FacetValues;
  entries: SearchEntry[];
}

/** Writes the full-text index: FTS5's on SQLite, tsvectors on PostgreSQL, and beside it the texts to be shown. */
@Injectable()
export class SearchWriter {
  private readonly postgres: boolean;

  constructor(source: DataSource) {
    this.postgres = source.options.type === 'postgres';
  }

  /** Puts a resource into the index, in place of what was there. */
  async replace(tx: Transaction, document: Document): Promise<void> {
    await this.remove(tx, document.resourceId);
    const id = await this.newNumber(tx, document.publishedAt);
    const facets = await this.facetsId(tx, document.facets);
    const kept = await this.insertEntries(tx, id, document.entries);
    await this.insertDocument(tx, { id, resourceId: document.resourceId, facets, words: documentWords(kept) });
  }

  async remove(tx: Transaction, resourceId: string): Promise<void> {
    const id = await this.numberOf(tx, resourceId);
    if (id === null) return;
    await rawQuery(tx.manager, 'DELETE FROM search_entry WHERE document = ?', [id]);
    await this.removeDocument(tx, id);
  }

  /** Published resources that are not in the index: those of before it was there. */
  async missing(manager: EntityManager, limit: number): Promise<string[]> {
    const sql = `SELECT r.id FROM resource r LEFT JOIN search_document d ON d.resource_id = r.id
      WHERE r.status = 'published' AND d.id IS NULL LIMIT ?`;
    return (await rawQuery<{ id: string }>(manager, sql, [limit])).map(({ id }) => id);
  }

  /** Changes some texts of a resource. One that is not in the index stays out. */
  async change(tx: Transaction, resourceId: string, entries: SearchEntry[], removed: string[]): Promise<void> {
    const id = await this.numberOf(tx, resourceId);
    if (id === null) return;
    const gone = [...removed, ...entries.map(({ source }) => source)];
    for (let start = 0; start < gone.length; start += CHUNK) {
      const some = gone.slice(start, start + CHUNK);
      const sql = `DELETE FROM search_entry WHERE document = ? AND source IN (${some.map(() => '?').join(', ')})`;
      await rawQuery(tx.manager, sql, [id, ...some]);
    }
    await this.insertEntries(tx, id, entries);
    await this.rewriteWords(tx, id, resourceId);
  }

  private async rewriteWords(tx: Transaction, id: number, resourceId: string): Promise<void> {
    const sql = 'SELECT kind, words FROM search_entry WHERE document = ?';
    const kept = await rawQuery<{ kind: EntryKind; words: string }>(tx.manager, sql, [id]);
    const [row] = await rawQuery<{ facets: string }>(tx.manager, 'SELECT facets FROM search_document WHERE id = ?', [
      id,
    ]);
    await this.removeDocument(tx, id);
    await this.insertDocument(tx, { id, resourceId, facets: Number(row!.facets), words: documentWords(kept) });
  }

  private async numberOf({ manager }: Transaction, resourceId: string): Promise<number | null> {
    const sql = 'SELECT id FROM search_document WHERE resource_id = ?';
    const [row] = await rawQuery<{ id: string | number }>(manager, sql, [resourceId]);
    return row ? Number(row.id) : null;
  }

  private async newNumber({ manager }: Transaction, publishedAt: string): Promise<number> {
    const { first, last } = documentNumbers(publishedAt);
    const sql = 'SELECT max(id) AS id FROM search_document WHERE id BETWEEN ? AND ?';
    const [row] = await rawQuery<{ id: string | number | null }>(manager, sql, [first, last]);
    return row?.id ? Number(row.id) + 1 : first;
  }

  /** Resources with the same values share one row, so that counting them is counting numbers. */
  private async facetsId({ manager }: Transaction, facets: FacetValues): Promise<number> {
    const text = JSON.stringify(facets);
    const insert = 'INSERT INTO search_facets (facets) VALUES (?) ON CONFLICT (facets) DO NOTHING';
    await rawQuery(manager, insert, [text]);
    const sql = 'SELECT id FROM search_facets WHERE facets = ?';
    const [row] = await rawQuery<{ id: string | number }>(manager, sql, [text]);
    return Number(row!.id);
  }

  private async removeDocument({ manager }: Transaction, id: number): Promise<void> {
    await rawQuery(manager, 'DELETE FROM search_document WHERE id = ?', [id]);
    if (!this.postgres) await rawQuery(manager, 'DELETE FROM search_words WHERE rowid = ?', [id]);
  }

  private async insertDocument(
    { manager }: Transaction,
    document: { id: number; resourceId: string; facets: number; words: DocumentWords },
  ): Promise<void> {
    const { id, resourceId, facets } = document;
    const { title, about, rest } = document.words;
    if (this.postgres) {
      const sql = `INSERT INTO search_document (id, resource_id, facets, title, about, words) VALUES (?, ?, ?,
        array_to_tsvector(?::text[]), array_to_tsvector(?::text[]), array_to_tsvector(?::text[]))`;
      const all = [title, [...title, ...about], [...title, ...about, ...rest]];
      return void (await rawQuery(manager, sql, [id, resourceId, facets, ...all]));
    }
    const row = 'INSERT INTO search_document (id, resource_id, facets) VALUES (?, ?, ?)';
    await rawQuery(manager, row, [id, resourceId, facets]);
    const texts = [title, about, rest].map((some) => some.join(' '));
    await rawQuery(manager, 'INSERT INTO search_words (rowid, title, about, rest) VALUES (?, ?, ?, ?)', [id, ...texts]);
  }

  private async insertEntries(
    { manager }: Transaction,
    document: number,
    entries: SearchEntry[],
  ): Promise<{ kind: EntryKind; words: string }[]> {
    const rows = entries.map((entry) => ({ ...entry, words: entryWords(entry.body) }));
    for (let start = 0; start < rows.length; start += CHUNK) {
      const some = rows.slice(start, start + CHUNK);
      const sql = `INSERT INTO search_entry (document, source, kind, at_second, speaker, body, words)
        VALUES ${some.map(() => '(?, ?, ?, ?, ?, ?, ?)').join(', ')}`;
      const values = some.flatMap(({ source, kind, at, speaker, body, words }) => [
        document,
        source,
        kind,
        at,
        speaker,
        body,
        words,
      ]);
      await rawQuery(manager, sql, values);
    }
    return rows;
  }
}
