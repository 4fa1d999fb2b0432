import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Who changed a transcript, and when. The cues of the newest version are those of the table `cue`; an earlier one's are
 * kept here.
 */
export class TranscriptVersions31 implements MigrationInterface {
  readonly name = 'TranscriptVersions1764310000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE transcript_version (
      resource_id text NOT NULL REFERENCES resource (id) ON DELETE CASCADE,
      number integer NOT NULL,
      revision integer NOT NULL,
      author_id text,
      author_name text,
      started_at text NOT NULL,
      ended_at text NOT NULL,
      changes integer NOT NULL,
      cues text,
      PRIMARY KEY (resource_id, number)
    )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE transcript_version`);
  }
}
