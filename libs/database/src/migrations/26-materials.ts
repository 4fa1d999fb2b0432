import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Slides and videos of webinars, the text of each page, and what is shown in each room. */
export class Materials26 implements MigrationInterface {
  readonly name = 'Materials1763926000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE material (
      id text PRIMARY KEY,
      webinar_id text NOT NULL REFERENCES webinar (id) ON DELETE CASCADE,
      account_id text NOT NULL REFERENCES account (id) ON DELETE CASCADE,
      kind text NOT NULL,
      title text NOT NULL,
      size integer NOT NULL,
      status text NOT NULL,
      percent double precision NOT NULL,
      attempts integer NOT NULL,
      failure text,
      pages integer,
      duration double precision,
      has_video boolean NOT NULL DEFAULT false,
      has_audio boolean NOT NULL DEFAULT false,
      reached integer NOT NULL DEFAULT 0,
      created_at text NOT NULL,
      updated_at text NOT NULL,
      deleted_at text
    )`);
    await runner.query(`CREATE INDEX material_webinar ON material (webinar_id, created_at)`);
    await runner.query(`CREATE INDEX material_status ON material (status, updated_at)`);
    await runner.query(`CREATE TABLE material_page (
      material_id text NOT NULL REFERENCES material (id) ON DELETE CASCADE,
      page integer NOT NULL,
      text text NOT NULL,
      PRIMARY KEY (material_id, page)
    )`);
    await runner.query(`CREATE TABLE presentation (
      webinar_id text PRIMARY KEY REFERENCES webinar (id) ON DELETE CASCADE,
      seq integer NOT NULL,
      shown text NOT NULL
    )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE presentation`);
    await runner.query(`DROP TABLE material_page`);
    await runner.query(`DROP TABLE material`);
  }
}
