import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Chapters of recordings, what was made of them beside the video, and whether their slides are given away. */
export class ResourceOutputs70 implements MigrationInterface {
  readonly name = 'ResourceOutputs1764700000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE resource ADD COLUMN chapters text NOT NULL DEFAULT '[]'`);
    await runner.query(`ALTER TABLE resource ADD COLUMN files text NOT NULL DEFAULT '[]'`);
    await runner.query(`ALTER TABLE resource ADD COLUMN offers_slides boolean NOT NULL DEFAULT false`);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const column of ['chapters', 'files', 'offers_slides'])
      await runner.query(`ALTER TABLE resource DROP COLUMN ${column}`);
  }
}
