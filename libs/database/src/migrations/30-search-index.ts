import type { MigrationInterface, QueryRunner } from 'typeorm';

const identity = {
  sqlite: 'integer PRIMARY KEY AUTOINCREMENT',
  postgres: 'bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY',
};

/** One row for each published resource. Its number grows with the time of publishing: the newest come first. */
const documents = {
  sqlite: [
    `CREATE TABLE search_document (id integer PRIMARY KEY, resource_id text NOT NULL UNIQUE, facets integer NOT NULL)`,
    // Words only: texts stand in search_entry. The words are cut before they come here, and divided by spaces.
    `CREATE VIRTUAL TABLE search_words USING fts5 (
      title, about, rest,
      content = '', contentless_delete = 1, detail = column, tokenize = 'ascii', prefix = '1 2 3'
    )`,
  ],
  postgres: [
    `CREATE TABLE search_document (
      id bigint PRIMARY KEY,
      resource_id text NOT NULL UNIQUE,
      facets bigint NOT NULL,
      title tsvector NOT NULL,
      about tsvector NOT NULL,
      words tsvector NOT NULL
    ) WITH (toast_tuple_target = 128)`,
    // The words lie apart from their rows: only the indexes read them, and all rows fit into few pages.
    ...['title', 'about', 'words'].map(
      (column) => `ALTER TABLE search_document ALTER COLUMN ${column} SET STORAGE EXTERNAL`,
    ),
    `CREATE INDEX search_document_title ON search_document USING gin (title)`,
    `CREATE INDEX search_document_about ON search_document USING gin (about)`,
    `CREATE INDEX search_document_words ON search_document USING gin (words)`,
  ],
};

/**
 * Finding resources and finding the places in them are apart now: a search with several words finds the resource in
 * which all of them stand, in whichever sentence. The index is filled again when the server starts.
 */
export class SearchIndex30 implements MigrationInterface {
  readonly name = 'SearchIndex1764300000000';

  async up(runner: QueryRunner): Promise<void> {
    const kind = runner.dataSource.options.type === 'postgres' ? 'postgres' : 'sqlite';
    const statements = [
      `DROP TABLE search_entry`,
      `CREATE TABLE search_facets (id ${identity[kind]}, facets text NOT NULL UNIQUE)`,
      ...documents[kind],
      `CREATE INDEX search_document_facets ON search_document (facets)`,
      `CREATE TABLE search_entry (
        id ${identity[kind]},
        document bigint NOT NULL,
        source text NOT NULL,
        kind text NOT NULL,
        at_second double precision,
        speaker text,
        body text NOT NULL,
        words text NOT NULL
      )`,
      `CREATE INDEX search_entry_document ON search_entry (document, source)`,
    ];
    for (const statement of statements) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('The earlier search index cannot be made from the later one: restore a backup.');
  }
}
