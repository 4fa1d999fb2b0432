import type { MigrationInterface, QueryRunner } from 'typeorm';

/** When what a recording is made of was removed: from then on nothing can be made of it. */
export class RecordingDiscarded80 implements MigrationInterface {
  readonly name = 'RecordingDiscarded1764800000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE recording ADD COLUMN discarded_at text`);
    // So far only a sentence said so.
    await runner.query(`UPDATE recording SET discarded_at = updated_at WHERE notice LIKE 'The single tracks were removed,%'
      OR notice = 'It was deleted in the library.'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE recording DROP COLUMN discarded_at`);
  }
}
