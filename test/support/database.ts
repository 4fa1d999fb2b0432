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

/** Reads the database beside the server: for what is kept and told to nobody. */
export async function readDatabase<Row>({ database }: Lectern, sql: string): Promise<Row[]> {
  if (database.startsWith('postgres')) {
    const client = new Client(database);
    await client.connect();
    const { rows } = await client.query<Row & object>(sql);
    await client.end();
    return rows;
  }
  const file = new Database(database, { readonly: true });
  const rows = file.prepare<[], Row>(sql).all();
  file.close();
  return rows;
}
