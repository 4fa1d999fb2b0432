import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Interpreters' languages of a resource, and in which language each cue was said, and whether by an interpreter. */
export class LanguageChannels81 implements MigrationInterface {
  readonly name = 'LanguageChannels1764810000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE resource ADD COLUMN channels text NOT NULL DEFAULT '[]'`);
    await runner.query(`ALTER TABLE cue ADD COLUMN language text`);
    await runner.query(`ALTER TABLE cue ADD COLUMN interpreted boolean NOT NULL DEFAULT false`);
    // Where there are captions in one language (`["en"]`), that is the language of all cues; of several nobody knows.
    await runner.query(`UPDATE cue SET language = (
      SELECT substr(r.captions, 3, length(r.captions) - 4) FROM resource r
      WHERE r.id = cue.resource_id AND r.captions LIKE '["%"]' AND r.captions NOT LIKE '%,%')`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE resource DROP COLUMN channels`);
    for (const column of ['language', 'interpreted']) await runner.query(`ALTER TABLE cue DROP COLUMN ${column}`);
  }
}
