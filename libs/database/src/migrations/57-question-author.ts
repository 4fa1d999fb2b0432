import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * One place less that each question is written to: nobody has many in one webinar, so those of an author are found well
 * enough by the index that keeps a question from being stored twice.
 */
export class QuestionAuthor57 implements MigrationInterface {
  readonly name = 'QuestionAuthor1764570000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX question_author');
  }

  async down(): Promise<void> {
    throw new Error('There is no way back: restore the database from a backup.');
  }
}
