import type { MigrationInterface, QueryRunner } from 'typeorm';

// Statements in the dialect that SQLite and PostgreSQL share. Times are RFC 3339 text in UTC: text order is time order.
const statements = [
  `CREATE TABLE account (
    id text PRIMARY KEY,
    email text UNIQUE,
    password_hash text,
    display_name text NOT NULL,
    site_role text NOT NULL,
    created_at text NOT NULL
  )`,
  `CREATE TABLE login_session (
    id_hash text PRIMARY KEY,
    account_id text NOT NULL REFERENCES account (id) ON DELETE CASCADE,
    created_at text NOT NULL,
    expires_at text NOT NULL
  )`,
  `CREATE INDEX login_session_account ON login_session (account_id)`,
  `CREATE INDEX login_session_expiry ON login_session (expires_at)`,
  `CREATE TABLE one_time_link (
    id_hash text PRIMARY KEY,
    site_role text NOT NULL,
    created_at text NOT NULL,
    expires_at text NOT NULL
  )`,
  `CREATE TABLE webinar (
    id text PRIMARY KEY,
    owner_id text NOT NULL REFERENCES account (id),
    title text NOT NULL,
    description text NOT NULL,
    languages text NOT NULL,
    starts_at text NOT NULL,
    time_zone text NOT NULL,
    duration_minutes integer NOT NULL,
    status text NOT NULL,
    started_at text,
    ended_at text,
    seq integer NOT NULL DEFAULT 0,
    created_at text NOT NULL
  )`,
  `CREATE INDEX webinar_programme ON webinar (status, starts_at, id)`,
  `CREATE INDEX webinar_owner ON webinar (owner_id, starts_at, id)`,
  `CREATE TABLE invitation (
    id text PRIMARY KEY,
    webinar_id text NOT NULL REFERENCES webinar (id) ON DELETE CASCADE,
    role text NOT NULL,
    uses integer NOT NULL DEFAULT 0,
    created_at text NOT NULL,
    revoked_at text
  )`,
  `CREATE INDEX invitation_webinar ON invitation (webinar_id)`,
  `CREATE TABLE participant (
    id text PRIMARY KEY,
    webinar_id text NOT NULL REFERENCES webinar (id) ON DELETE CASCADE,
    account_id text NOT NULL REFERENCES account (id) ON DELETE CASCADE,
    invitation_id text REFERENCES invitation (id) ON DELETE SET NULL,
    display_name text NOT NULL,
    role text NOT NULL,
    muted boolean NOT NULL DEFAULT false,
    removed_at text,
    joined_at text NOT NULL,
    UNIQUE (webinar_id, account_id)
  )`,
  `CREATE INDEX participant_account ON participant (account_id)`,
  `CREATE TABLE question (
    id text PRIMARY KEY,
    webinar_id text NOT NULL REFERENCES webinar (id) ON DELETE CASCADE,
    participant_id text NOT NULL REFERENCES participant (id) ON DELETE CASCADE,
    client_id text NOT NULL,
    seq integer NOT NULL,
    text text NOT NULL,
    state text NOT NULL,
    anonymous boolean NOT NULL,
    votes integer NOT NULL DEFAULT 0,
    asked_at text NOT NULL,
    taken_up_at text,
    UNIQUE (participant_id, client_id)
  )`,
  `CREATE INDEX question_changes ON question (webinar_id, seq)`,
  `CREATE INDEX question_author ON question (participant_id, asked_at)`,
  `CREATE TABLE question_vote (
    question_id text NOT NULL REFERENCES question (id) ON DELETE CASCADE,
    participant_id text NOT NULL REFERENCES participant (id) ON DELETE CASCADE,
    PRIMARY KEY (question_id, participant_id)
  )`,
  `CREATE INDEX question_vote_participant ON question_vote (participant_id)`,
  `CREATE TABLE answer (
    id text PRIMARY KEY,
    question_id text NOT NULL REFERENCES question (id) ON DELETE CASCADE,
    participant_id text NOT NULL REFERENCES participant (id) ON DELETE CASCADE,
    author text NOT NULL,
    text text NOT NULL,
    answered_at text NOT NULL
  )`,
  `CREATE INDEX answer_question ON answer (question_id)`,
  `CREATE TABLE message (
    id text PRIMARY KEY,
    webinar_id text NOT NULL REFERENCES webinar (id) ON DELETE CASCADE,
    participant_id text NOT NULL REFERENCES participant (id) ON DELETE CASCADE,
    client_id text NOT NULL,
    seq integer NOT NULL,
    text text NOT NULL,
    sent_at text NOT NULL,
    deleted_at text,
    UNIQUE (participant_id, client_id)
  )`,
  `CREATE INDEX message_changes ON message (webinar_id, seq)`,
  `CREATE INDEX message_history ON message (webinar_id, id)`,
  `CREATE TABLE recording (
    id text PRIMARY KEY,
    webinar_id text NOT NULL REFERENCES webinar (id) ON DELETE CASCADE,
    status text NOT NULL,
    step text NOT NULL,
    percent double precision NOT NULL DEFAULT 0,
    started_at text NOT NULL,
    stopped_at text,
    updated_at text NOT NULL,
    attempts integer NOT NULL DEFAULT 0,
    failure text,
    notice text,
    resource_id text
  )`,
  `CREATE INDEX recording_webinar ON recording (webinar_id, started_at)`,
  `CREATE INDEX recording_status ON recording (status, updated_at)`,
  `CREATE TABLE resource (
    id text PRIMARY KEY,
    recording_id text UNIQUE,
    webinar_id text,
    owner_id text NOT NULL REFERENCES account (id),
    kind text NOT NULL,
    status text NOT NULL,
    title text NOT NULL,
    description text NOT NULL,
    languages text NOT NULL,
    licence text NOT NULL,
    authors text NOT NULL,
    duration double precision NOT NULL,
    captions text NOT NULL,
    has_poster boolean NOT NULL,
    notice text,
    recorded_at text,
    created_at text NOT NULL,
    published_at text
  )`,
  `CREATE INDEX resource_published ON resource (status, published_at, id)`,
  `CREATE INDEX resource_owner ON resource (owner_id, created_at)`,
  `CREATE TABLE cue (
    id text PRIMARY KEY,
    resource_id text NOT NULL REFERENCES resource (id) ON DELETE CASCADE,
    position integer NOT NULL,
    start_at double precision NOT NULL,
    end_at double precision NOT NULL,
    speaker text NOT NULL,
    text text NOT NULL
  )`,
  `CREATE INDEX cue_resource ON cue (resource_id, position)`,
  `CREATE TABLE resource_question (
    id text PRIMARY KEY,
    resource_id text NOT NULL REFERENCES resource (id) ON DELETE CASCADE,
    position integer NOT NULL,
    text text NOT NULL,
    author text,
    votes integer NOT NULL,
    at_second double precision,
    answers text NOT NULL
  )`,
  `CREATE INDEX resource_question_resource ON resource_question (resource_id, position)`,
];

// One row per searchable text: a title, a description, a cue, a question; with its words as the library cuts them.
const search = {
  sqlite: [
    `CREATE VIRTUAL TABLE search_entry USING fts5 (
      words, body UNINDEXED, resource_id UNINDEXED, kind UNINDEXED, at_second UNINDEXED, speaker UNINDEXED
    )`,
  ],
  postgres: [
    `CREATE TABLE search_entry (
      words tsvector NOT NULL,
      body text NOT NULL,
      resource_id text NOT NULL,
      kind text NOT NULL,
      at_second double precision,
      speaker text
    )`,
    `CREATE INDEX search_entry_words ON search_entry USING gin (words)`,
    `CREATE INDEX search_entry_resource ON search_entry (resource_id)`,
  ],
};

export class Initial1 implements MigrationInterface {
  readonly name = 'Initial1763800000000';

  async up(runner: QueryRunner): Promise<void> {
    const postgres = runner.dataSource.options.type === 'postgres';
    for (const statement of [...statements, ...search[postgres ? 'postgres' : 'sqlite']]) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('The first migration has nothing before it: delete the database instead.');
  }
}
