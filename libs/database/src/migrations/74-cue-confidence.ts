import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How sure speech recognition was of each cue: whoever corrects a transcript begins where it was least. */
export class CueConfidence74 implements MigrationInterface {
  readonly name = 'CueConfidence1764740000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE cue ADD COLUMN confidence real`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE cue DROP COLUMN confidence`);
  }
}
