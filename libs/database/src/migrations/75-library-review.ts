import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createHash } from 'node:crypto';
import { rawQuery } from '../raw-query';

/** The first version of the contribution agreement. An administrator writes the next ones. */
const agreement = `By submitting this resource to the library I confirm, for myself and for the institution I give it for:

1. Rights. We made this resource, or have the permission of those who did, and it infringes nobody's rights. What others made in it (pictures, texts, music) is named and may be shared like this.
2. Licence. Everyone may use it under the licence chosen on this page, without paying. The licence cannot be revoked for copies that others already have.
3. People. Everyone who can be seen, heard or recognised in it knows that it will be public and agrees; for children, those who are responsible for them agree. It tells nothing personal that those people would not want to be public.
4. Keeping. The library may keep copies, change file formats, add captions, transcripts and descriptions, and pass descriptions on to other catalogues.
5. Withdrawal. I can ask for it to be withdrawn at any time. Its address then says that it was withdrawn, when, and why.`;

const statements = [
  `ALTER TABLE resource ADD COLUMN submitted_at text`,
  `ALTER TABLE resource ADD COLUMN withdrawn_at text`,
  `ALTER TABLE resource ADD COLUMN withdrawn_reason text NOT NULL DEFAULT ''`,
  `CREATE INDEX resource_queue ON resource (status, submitted_at, id)`,
  `CREATE TABLE review_note (
    id text PRIMARY KEY,
    resource_id text NOT NULL REFERENCES resource (id) ON DELETE CASCADE,
    kind text NOT NULL,
    author_id text NOT NULL,
    author_name text NOT NULL,
    body text NOT NULL,
    created_at text NOT NULL
  )`,
  `CREATE INDEX review_note_resource ON review_note (resource_id, created_at, id)`,
  `CREATE INDEX review_note_author ON review_note (author_id, resource_id)`,
  `CREATE TABLE review_seen (
    account_id text NOT NULL REFERENCES account (id) ON DELETE CASCADE,
    resource_id text NOT NULL REFERENCES resource (id) ON DELETE CASCADE,
    seen_at text NOT NULL,
    PRIMARY KEY (account_id, resource_id)
  )`,
  `CREATE TABLE contribution_agreement (
    version integer PRIMARY KEY,
    body text NOT NULL,
    hash text NOT NULL,
    author_id text,
    created_at text NOT NULL
  )`,
  // Without a reference to the resource: what somebody agreed to is known when it is long gone.
  `CREATE TABLE agreement_acceptance (
    id text PRIMARY KEY,
    resource_id text NOT NULL,
    account_id text NOT NULL,
    account_name text NOT NULL,
    version integer NOT NULL,
    hash text NOT NULL,
    accepted_at text NOT NULL
  )`,
  `CREATE INDEX agreement_acceptance_resource ON agreement_acceptance (resource_id, accepted_at)`,
  `CREATE TABLE library_setting (name text PRIMARY KEY, value text NOT NULL)`,
];

/** Contributions are looked at before they are public; what is withdrawn leaves a tombstone. */
export class LibraryReview75 implements MigrationInterface {
  readonly name = 'LibraryReview1764750000000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
    // What was unpublished until now was a draft again; its address is known outside.
    await runner.query(
      `UPDATE resource SET status = 'withdrawn', withdrawn_at = updated_at WHERE status = 'draft' AND published_at IS NOT NULL`,
    );
    const hash = createHash('sha256').update(agreement).digest('hex');
    await rawQuery(
      runner.manager,
      `INSERT INTO contribution_agreement (version, body, hash, created_at) VALUES (1, ?, ?, ?)`,
      [agreement, hash, new Date().toISOString()],
    );
  }

  async down(): Promise<void> {
    throw new Error('There is no way back: restore the database from a backup.');
  }
}
