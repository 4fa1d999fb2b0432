import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { rawQuery } from './raw-query';
import { ReadThread } from './read-thread';
import { translate } from './translate';

/**
 * PostgreSQL takes looking into a full-text vector for as cheap as comparing two numbers, so for a common word it would
 * read all of a table's vectors, which takes three times as long as asking their index.
 */
const BY_INDEX = 'SET LOCAL enable_seqscan = off';

/** What one search asks for side by side. */
const THREADS = 2;

/**
 * Runs queries that may take many milliseconds, off the event loop: PostgreSQL works in a process of its own anyway,
 * SQLite gets threads. It sees what is committed.
 */
@Injectable()
export class Reader implements OnModuleDestroy {
  private readonly threads: ReadThread[] = [];

  constructor(private readonly source: DataSource) {
    const { options } = source;
    if (options.type !== 'better-sqlite3') return;
    this.threads = Array.from({ length: THREADS }, () => new ReadThread(options.database));
  }

  /** @param sql with `?` for each parameter, on both databases */
  async query<Row>(sql: string, parameters: unknown[]): Promise<Row[]> {
    try {
      const [first, ...others] = this.threads;
      const thread = first && others.reduce((idle, other) => (other.load < idle.load ? other : idle), first);
      if (thread) return (await thread.query(sql, parameters)) as Row[];
      return await this.source.transaction(async (manager) => {
        await manager.query(BY_INDEX);
        return rawQuery<Row>(manager, sql, parameters);
      });
    } catch (error) {
      throw translate(error);
    }
  }

  async onModuleDestroy(): Promise<void> {
    await Promise.all(this.threads.map((thread) => thread.close()));
  }
}
