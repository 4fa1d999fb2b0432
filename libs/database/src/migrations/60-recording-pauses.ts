import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Recordings can be paused. */
export class RecordingPauses60 implements MigrationInterface {
  readonly name = 'RecordingPauses1764600000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE recording ADD COLUMN paused_at text`);
    await runner.query(`ALTER TABLE recording ADD COLUMN paused_ms integer NOT NULL DEFAULT 0`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE recording DROP COLUMN paused_ms`);
    await runner.query(`ALTER TABLE recording DROP COLUMN paused_at`);
  }
}
