import Database from 'better-sqlite3';
import { Client } from 'pg';
import type { Lectern } from './lectern';

/** Changes the database beside the server: for what only time would bring about. */
export async function changeDatabase({ database }: Lectern, sql: string): Promise<void> {
  if (database.startsWith('postgres')) {
    const client = new Client(database);
    await client.connect();
    await client.query(sql);
    return client.end();
  }
  const file = new Database(database);
  file.exec(sql);
  file.close();
}
