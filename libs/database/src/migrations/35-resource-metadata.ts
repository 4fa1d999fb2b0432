import type { MigrationInterface, QueryRunner } from 'typeorm';

const lists = ['institutions', 'subjects', 'competencies', 'accessibility', 'translations'];

/** What the library says of a resource for those who look for it, and when that last changed, for those who harvest. */
export class ResourceMetadata35 implements MigrationInterface {
  readonly name = 'ResourceMetadata1764350000000';

  async up(runner: QueryRunner): Promise<void> {
    for (const column of lists)
      await runner.query(`ALTER TABLE resource ADD COLUMN ${column} text NOT NULL DEFAULT '[]'`);
    await runner.query(`ALTER TABLE resource ADD COLUMN level text`);
    await runner.query(`ALTER TABLE resource ADD COLUMN updated_at text NOT NULL DEFAULT ''`);
    await runner.query(`UPDATE resource SET updated_at = COALESCE(published_at, created_at)`);
    await runner.query(`ALTER TABLE resource ADD COLUMN has_renditions boolean NOT NULL DEFAULT false`);
    await runner.query(`CREATE INDEX resource_harvest ON resource (updated_at, id) WHERE published_at IS NOT NULL`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP INDEX resource_harvest`);
    for (const column of [...lists, 'level', 'updated_at', 'has_renditions'])
      await runner.query(`ALTER TABLE resource DROP COLUMN ${column}`);
  }
}
