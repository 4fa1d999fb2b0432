import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What resources said each time that they became public or were changed there; files that were taken out are kept for that. */
export class ResourceVersions77 implements MigrationInterface {
  readonly name = 'ResourceVersions1764770000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE resource_version (
      resource_id text NOT NULL REFERENCES resource (id) ON DELETE CASCADE,
      number integer NOT NULL,
      kind text NOT NULL,
      author_id text,
      author_name text,
      started_at text NOT NULL,
      ended_at text NOT NULL,
      note text NOT NULL,
      restored_from integer,
      changes text NOT NULL,
      content text NOT NULL,
      PRIMARY KEY (resource_id, number)
    )`);
    await runner.query(`ALTER TABLE resource_attachment ADD COLUMN removed_at text`);
    await runner.query(
      `CREATE INDEX resource_attachment_removed ON resource_attachment (resource_id) WHERE removed_at IS NOT NULL`,
    );
    await runner.query(`ALTER TABLE resource ADD COLUMN version integer NOT NULL DEFAULT 1`);
    await runner.query(`ALTER TABLE resource ADD COLUMN revised_at text`);
  }

  async down(): Promise<void> {
    throw new Error('There is no way back: restore the database from a backup.');
  }
}
