import type { MigrationInterface, QueryRunner } from 'typeorm';
import { rawQuery } from '../raw-query';

const statements = [
  `CREATE TABLE qa_settings (
    webinar_id text PRIMARY KEY REFERENCES webinar (id) ON DELETE CASCADE,
    settings text NOT NULL
  )`,
  // Questions asked before had this promise.
  `ALTER TABLE question ADD COLUMN hidden_from_staff boolean NOT NULL DEFAULT true`,
  `ALTER TABLE question ADD COLUMN folded text NOT NULL DEFAULT ''`,
  `ALTER TABLE question ADD COLUMN pinned_at text`,
  `ALTER TABLE question ADD COLUMN merged_into text REFERENCES question (id) ON DELETE SET NULL`,
  `ALTER TABLE question ADD COLUMN assignee_id text REFERENCES participant (id) ON DELETE SET NULL`,
  `CREATE INDEX question_votes ON question (webinar_id, state, votes, id)`,
  `CREATE INDEX question_merged ON question (merged_into)`,
  `CREATE INDEX question_assignee ON question (assignee_id)`,
  `ALTER TABLE answer ADD COLUMN edited_at text`,
  `ALTER TABLE answer ADD COLUMN edited_by text`,
  `CREATE TABLE answer_version (
    id text PRIMARY KEY,
    answer_id text NOT NULL REFERENCES answer (id) ON DELETE CASCADE,
    author text NOT NULL,
    text text NOT NULL,
    written_at text NOT NULL
  )`,
  `CREATE INDEX answer_version_answer ON answer_version (answer_id)`,
];

export class QuestionDesk2 implements MigrationInterface {
  readonly name = 'QuestionDesk1763850000000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
    const rows = await rawQuery<{ id: string; text: string }>(runner.manager, 'SELECT id, text FROM question', []);
    for (const { id, text } of rows)
      await rawQuery(runner.manager, 'UPDATE question SET folded = ? WHERE id = ?', [fold(text), id]);
  }

  async down(): Promise<void> {
    throw new Error('There is no way back: restore the database from a backup.');
  }
}

// As the Q&A folded texts when this migration was written.
const marks = /\u0640|[\u0300-\u036f\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670]/g;

function fold(text: string): string {
  return text.normalize('NFKD').replace(marks, '').normalize('NFC').toLowerCase().replace(/\s+/g, ' ').trim();
}
