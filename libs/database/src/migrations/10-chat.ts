import type { MigrationInterface, QueryRunner } from 'typeorm';

const statements = [
  `CREATE TABLE chat_settings (
    webinar_id text PRIMARY KEY REFERENCES webinar (id) ON DELETE CASCADE,
    settings text NOT NULL
  )`,
  `CREATE TABLE chat_word_list (
    webinar_id text NOT NULL REFERENCES webinar (id) ON DELETE CASCADE,
    language text NOT NULL,
    words text NOT NULL,
    PRIMARY KEY (webinar_id, language)
  )`,
  `ALTER TABLE message ADD COLUMN place text NOT NULL DEFAULT ''`,
  `UPDATE message SET place = id`,
  `ALTER TABLE message ADD COLUMN channel text NOT NULL DEFAULT 'everyone'`,
  `ALTER TABLE message ADD COLUMN state text NOT NULL DEFAULT 'visible'`,
  `ALTER TABLE message ADD COLUMN thread_id text REFERENCES participant (id) ON DELETE CASCADE`,
  `ALTER TABLE message ADD COLUMN reply_to text REFERENCES message (id) ON DELETE SET NULL`,
  `ALTER TABLE message ADD COLUMN reactions text NOT NULL DEFAULT '{}'`,
  `CREATE TABLE message_reaction (
    message_id text NOT NULL REFERENCES message (id) ON DELETE CASCADE,
    participant_id text NOT NULL REFERENCES participant (id) ON DELETE CASCADE,
    emoji text NOT NULL,
    PRIMARY KEY (message_id, participant_id)
  )`,
  `CREATE INDEX message_reaction_participant ON message_reaction (participant_id)`,
  `DROP INDEX message_history`,
  `CREATE INDEX message_history ON message (webinar_id, channel, place)`,
  `CREATE INDEX message_thread ON message (thread_id, place)`,
  `CREATE INDEX message_author ON message (participant_id, channel, id)`,
  `CREATE INDEX message_reply ON message (reply_to)`,
  `CREATE INDEX message_waiting ON message (webinar_id, place) WHERE state = 'pending'`,
];

/** Channels, moderation, replies and reactions of the chat. */
export class Chat10 implements MigrationInterface {
  readonly name = 'Chat1763930010000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('There is no way back: restore the database from a backup.');
  }
}
