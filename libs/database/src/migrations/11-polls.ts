import type { MigrationInterface, QueryRunner } from 'typeorm';

const statements = [
  `CREATE TABLE poll (
    id text PRIMARY KEY,
    webinar_id text NOT NULL REFERENCES webinar (id) ON DELETE CASCADE,
    seq integer NOT NULL,
    kind text NOT NULL,
    question text NOT NULL,
    options text NOT NULL,
    correct text NOT NULL,
    anonymous boolean NOT NULL,
    results text NOT NULL,
    state text NOT NULL,
    voters integer NOT NULL DEFAULT 0,
    created_at text NOT NULL,
    opened_at text,
    closed_at text
  )`,
  `CREATE INDEX poll_webinar ON poll (webinar_id, id)`,
  `CREATE TABLE poll_vote (
    poll_id text NOT NULL REFERENCES poll (id) ON DELETE CASCADE,
    participant_id text NOT NULL REFERENCES participant (id) ON DELETE CASCADE,
    picks text NOT NULL,
    voted_at text NOT NULL,
    PRIMARY KEY (poll_id, participant_id)
  )`,
  `CREATE INDEX poll_vote_participant ON poll_vote (participant_id)`,
  `CREATE TABLE poll_tally (
    poll_id text NOT NULL REFERENCES poll (id) ON DELETE CASCADE,
    pick text NOT NULL,
    label text NOT NULL,
    votes integer NOT NULL,
    PRIMARY KEY (poll_id, pick)
  )`,
  `CREATE INDEX poll_tally_votes ON poll_tally (poll_id, votes)`,
];

/** Polls, one vote for each person, and the running counts. */
export class Polls11 implements MigrationInterface {
  readonly name = 'Polls1763930011000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['poll_tally', 'poll_vote', 'poll']) await runner.query(`DROP TABLE ${table}`);
  }
}
