import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Why a recording stopped that nobody stopped: hosts must learn of it. */
export class RecordingStopCause65 implements MigrationInterface {
  readonly name = 'RecordingStopCause1764650000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE recording ADD COLUMN stop_cause text`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE recording DROP COLUMN stop_cause`);
  }
}
