import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What happens when in a webinar, for those who wait for it. */
export class Agenda16 implements MigrationInterface {
  readonly name = 'Agenda1764160000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE webinar ADD COLUMN agenda text NOT NULL DEFAULT '[]'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE webinar DROP COLUMN agenda`);
  }
}
