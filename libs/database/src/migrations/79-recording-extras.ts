import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What was made of a recording besides, and which languages of it are still to be written down. */
export class RecordingExtras79 implements MigrationInterface {
  readonly name = 'RecordingExtras1764790000000';

  async up(runner: QueryRunner): Promise<void> {
    for (const column of ['extras', 'untranscribed'])
      await runner.query(`ALTER TABLE recording ADD COLUMN ${column} text NOT NULL DEFAULT '[]'`);
    await runner.query(`ALTER TABLE recording ADD COLUMN extra text`);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const column of ['extras', 'untranscribed', 'extra'])
      await runner.query(`ALTER TABLE recording DROP COLUMN ${column}`);
  }
}
