import type { MigrationInterface, QueryRunner } from 'typeorm';

const statements = [
  `ALTER TABLE resource ADD COLUMN trashed_at text`,
  `ALTER TABLE resource ADD COLUMN trashed_by text NOT NULL DEFAULT ''`,
  `ALTER TABLE resource ADD COLUMN trashed_status text`,
  `ALTER TABLE resource ADD COLUMN purging_at text`,
  `ALTER TABLE resource ADD COLUMN purged_at text`,
  `ALTER TABLE resource ADD COLUMN tracks_removed_at text`,
  `CREATE INDEX resource_trash ON resource (trashed_at, id) WHERE trashed_at IS NOT NULL`,
  `CREATE INDEX resource_age ON resource (recorded_at, id) WHERE recorded_at IS NOT NULL AND trashed_at IS NULL`,
  // Of the recordings that have no other rule: the series is the empty text.
  `CREATE TABLE retention_rule (
    series_id text PRIMARY KEY,
    action text NOT NULL,
    after_days integer NOT NULL,
    author_id text NOT NULL,
    changed_at text NOT NULL
  )`,
];

/** A trash from which resources come back, and rules by which recordings go with time. */
export class LibraryRetention76 implements MigrationInterface {
  readonly name = 'LibraryRetention1764760000000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('There is no way back: restore the database from a backup.');
  }
}
