import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Raised hands, and who of the audience is on the stage: both outlive a lost line and a restart of the server. */
export class Stage3 implements MigrationInterface {
  readonly name = 'Stage1763920000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE participant ADD COLUMN hand_raised_at text`);
    await runner.query(`ALTER TABLE participant ADD COLUMN stage text NOT NULL DEFAULT 'none'`);
    await runner.query(`CREATE INDEX participant_stage ON participant (webinar_id, stage)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP INDEX participant_stage`);
    await runner.query(`ALTER TABLE participant DROP COLUMN stage`);
    await runner.query(`ALTER TABLE participant DROP COLUMN hand_raised_at`);
  }
}
