import { createHash, randomBytes } from 'node:crypto';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { newId } from '@lectern/kernel';
import type { Lectern } from '../../support/lectern';

/** A signed-in attendee, as a client process needs it. */
export type Cookie = string;

const YEAR_MS = 365 * 24 * 3_600_000;

/** Writes attendees of a webinar, each signed in, straight into the database. @returns their sessions' cookies */
export function fill({ data }: Lectern, webinarId: string, count: number): Cookie[] {
  const database = new Database(join(data, 'lectern.sqlite'));
  const now = new Date().toISOString();
  const expires = new Date(Date.now() + YEAR_MS).toISOString();
  const insert = (table: string, row: Record<string, unknown>) => {
    const names = Object.keys(row);
    const values = names.map(() => '?').join(', ');
    database.prepare(`INSERT INTO ${table} (${names.join(', ')}) VALUES (${values})`).run(...Object.values(row));
  };
  const add = (n: number): Cookie => {
    const token = randomBytes(32).toString('base64url');
    const [account_id, display_name] = [newId(), `Attendee ${n}`];
    insert('account', { id: account_id, display_name, site_role: 'guest', created_at: now });
    const id_hash = createHash('sha256').update(token).digest('base64url');
    insert('login_session', { id_hash, account_id, created_at: now, expires_at: expires });
    const person = { id: newId(), webinar_id: webinarId, account_id, display_name, role: 'attendee', muted: 0 };
    insert('participant', { ...person, joined_at: now, stage: 'none' });
    return `lectern=${token}`;
  };
  const all = database.transaction(() => Array.from({ length: count }, (_, n) => add(n)));
  const cookies = all.immediate();
  database.close();
  return cookies;
}
