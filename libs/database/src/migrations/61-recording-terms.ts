import type { MigrationInterface, QueryRunner } from 'typeorm';

const statements = [
  `CREATE TABLE recording_settings (
    webinar_id text PRIMARY KEY REFERENCES webinar (id) ON DELETE CASCADE,
    settings text NOT NULL
  )`,
  `CREATE TABLE recording_consent (
    participant_id text NOT NULL REFERENCES participant (id) ON DELETE CASCADE,
    version text NOT NULL,
    webinar_id text NOT NULL REFERENCES webinar (id) ON DELETE CASCADE,
    consent_text text,
    given_at text NOT NULL,
    PRIMARY KEY (participant_id, version)
  )`,
  `CREATE TABLE recording_left_out (
    participant_id text PRIMARY KEY REFERENCES participant (id) ON DELETE CASCADE,
    webinar_id text NOT NULL REFERENCES webinar (id) ON DELETE CASCADE,
    asked_at text NOT NULL,
    asked_by text NOT NULL
  )`,
  `CREATE INDEX recording_left_out_webinar ON recording_left_out (webinar_id)`,
  // What held for this recording when it began; null: all of it.
  `ALTER TABLE recording ADD COLUMN terms text`,
  // Participants without whom the library has it.
  `ALTER TABLE recording ADD COLUMN left_out text NOT NULL DEFAULT '[]'`,
];

/** What is recorded, who has agreed to it, and who is left out. */
export class RecordingTerms61 implements MigrationInterface {
  readonly name = 'RecordingTerms1764610000000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const column of ['left_out', 'terms']) await runner.query(`ALTER TABLE recording DROP COLUMN ${column}`);
    for (const table of ['recording_left_out', 'recording_consent', 'recording_settings'])
      await runner.query(`DROP TABLE ${table}`);
  }
}
