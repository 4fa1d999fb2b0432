import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Resumable uploads: how large, by whom, for what, until when. */
export class Uploads25 implements MigrationInterface {
  readonly name = 'Uploads1763925000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE upload (
      id text PRIMARY KEY,
      account_id text NOT NULL REFERENCES account (id) ON DELETE CASCADE,
      kind text NOT NULL,
      target text NOT NULL,
      name text NOT NULL,
      size integer NOT NULL,
      created_at text NOT NULL,
      expires_at text NOT NULL,
      completed_at text
    )`);
    await runner.query(`CREATE INDEX upload_account ON upload (account_id, completed_at)`);
    await runner.query(`CREATE INDEX upload_expiry ON upload (expires_at)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE upload`);
  }
}
