import Database from 'better-sqlite3';
import { parentPort, workerData } from 'node:worker_threads';

export interface ReadRequest {
  id: number;
  sql: string;
  parameters: unknown[];
}

export type ReadAnswer = { id: number; rows: unknown[] } | { id: number; error: string };

/** A thread that only reads: it sees what is committed, and waits for no writer (WAL). */
const database = new Database(workerData as string, { readonly: true, timeout: 5_000 });
database.pragma('cache_size = -32000');

const KEPT = 100;
const statements = new Map<string, Database.Statement>();

function prepare(sql: string): Database.Statement {
  const known = statements.get(sql);
  if (known) return known;
  if (statements.size >= KEPT) statements.clear();
  const statement = database.prepare(sql);
  statements.set(sql, statement);
  return statement;
}

parentPort!.on('message', ({ id, sql, parameters }: ReadRequest) => {
  parentPort!.postMessage(answer(id, sql, parameters));
});

function answer(id: number, sql: string, parameters: unknown[]): ReadAnswer {
  try {
    return { id, rows: prepare(sql).all(...parameters) };
  } catch (error) {
    return { id, error: error instanceof Error ? error.message : String(error) };
  }
}
