import type { MigrationInterface, QueryRunner } from 'typeorm';

const statements = [
  `ALTER TABLE recording ADD COLUMN run integer NOT NULL DEFAULT 0`,
  `ALTER TABLE recording ADD COLUMN redo text NOT NULL DEFAULT '{}'`,
  `ALTER TABLE recording ADD COLUMN since text`,
  `ALTER TABLE recording ADD COLUMN failure_detail text`,
  `ALTER TABLE recording ADD COLUMN imported_at text`,
  `UPDATE recording SET since = COALESCE(stopped_at, started_at) WHERE status <> 'recording'`,
  `UPDATE recording SET imported_at = updated_at WHERE status = 'ready'`,
  `CREATE INDEX recording_since ON recording (since, id) WHERE since IS NOT NULL`,
  `ALTER TABLE material ADD COLUMN failure_detail text`,
  `CREATE INDEX material_created ON material (created_at, id)`,
];

/** Processing a recording in runs of several jobs, and what admins see of it. */
export class ProcessingRuns67 implements MigrationInterface {
  readonly name = 'ProcessingRuns1764670000000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('There is no way back: restore the database from a backup.');
  }
}
