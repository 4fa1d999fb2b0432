import type { MigrationInterface, QueryRunner } from 'typeorm';

const statements = [
  `CREATE TABLE room_controls (
    webinar_id text PRIMARY KEY REFERENCES webinar (id) ON DELETE CASCADE,
    controls text NOT NULL
  )`,
  // Given by a host in mid-session: it wins over every invitation link.
  `ALTER TABLE participant ADD COLUMN appointed boolean NOT NULL DEFAULT false`,
  // Was in the room when it was locked.
  `ALTER TABLE participant ADD COLUMN admitted boolean NOT NULL DEFAULT false`,
  `CREATE TABLE ban (
    participant_id text PRIMARY KEY REFERENCES participant (id) ON DELETE CASCADE,
    webinar_id text NOT NULL REFERENCES webinar (id) ON DELETE CASCADE,
    owner_id text NOT NULL,
    account_id text NOT NULL,
    scope text NOT NULL,
    closed_invitation_id text REFERENCES invitation (id) ON DELETE SET NULL,
    banned_by text NOT NULL,
    banned_at text NOT NULL
  )`,
  `CREATE INDEX ban_webinar ON ban (webinar_id, banned_at, participant_id)`,
  `CREATE INDEX ban_account ON ban (account_id, owner_id)`,
  `CREATE INDEX ban_invitation ON ban (closed_invitation_id)`,
  // Who was removed before shall be in the list, too.
  `INSERT INTO ban (participant_id, webinar_id, owner_id, account_id, scope, banned_by, banned_at)
    SELECT p.id, p.webinar_id, w.owner_id, p.account_id, 'webinar', '', p.removed_at
    FROM participant p JOIN webinar w ON w.id = p.webinar_id WHERE p.removed_at IS NOT NULL`,
];

/** What hosts set for a room, who was put out of it, and roles that no link gives back. */
export class HostControls15 implements MigrationInterface {
  readonly name = 'HostControls1764150000000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE ban`);
    await runner.query(`ALTER TABLE participant DROP COLUMN admitted`);
    await runner.query(`ALTER TABLE participant DROP COLUMN appointed`);
    await runner.query(`DROP TABLE room_controls`);
  }
}
