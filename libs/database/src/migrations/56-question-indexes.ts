import type { MigrationInterface, QueryRunner } from 'typeorm';

const statements = [
  `DROP INDEX question_merged`,
  `DROP INDEX question_assignee`,
  `DROP INDEX question_author`,
  `CREATE INDEX question_merged ON question (merged_into) WHERE merged_into IS NOT NULL`,
  `CREATE INDEX question_assignee ON question (assignee_id) WHERE assignee_id IS NOT NULL`,
  `CREATE INDEX question_author ON question (participant_id, state)`,
];

/** Fewer pages written for each question: few are merged or assigned, and an author's are counted by their state. */
export class QuestionIndexes56 implements MigrationInterface {
  readonly name = 'QuestionIndexes1764560000000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('There is no way back: restore the database from a backup.');
  }
}
