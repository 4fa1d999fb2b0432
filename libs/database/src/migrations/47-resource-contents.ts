import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Resources that are no recordings: their files, where a link leads, and what series and packages list. */
export class ResourceContents47 implements MigrationInterface {
  readonly name = 'ResourceContents1764470000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE resource ADD COLUMN link text`);
    await runner.query(`CREATE TABLE resource_attachment (
      id text PRIMARY KEY,
      resource_id text NOT NULL REFERENCES resource (id) ON DELETE CASCADE,
      name text NOT NULL,
      media_type text NOT NULL,
      size integer NOT NULL,
      created_at text NOT NULL
    )`);
    await runner.query(`CREATE INDEX resource_attachment_resource ON resource_attachment (resource_id, created_at)`);
    await runner.query(`CREATE TABLE resource_part (
      resource_id text NOT NULL REFERENCES resource (id) ON DELETE CASCADE,
      part_id text NOT NULL REFERENCES resource (id) ON DELETE CASCADE,
      position integer NOT NULL,
      PRIMARY KEY (resource_id, part_id)
    )`);
    await runner.query(`CREATE INDEX resource_part_part ON resource_part (part_id)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE resource_part`);
    await runner.query(`DROP TABLE resource_attachment`);
    await runner.query(`ALTER TABLE resource DROP COLUMN link`);
  }
}
