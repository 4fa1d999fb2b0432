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

/**
 * Runs queries that may take many milliseconds, off the event loop: PostgreSQL works in a process of its own anyway,
 * SQLite gets a thread. It sees what is committed.
 */
@Injectable()
export class Reader implements OnModuleDestroy {
  private readonly thread?: ReadThread;

  constructor(private readonly source: DataSource) {
    const { options } = source;
    if (options.type === 'better-sqlite3') this.thread = new ReadThread(options.database);
  }

  /** @param sql with `?` for each parameter, on both databases */
  async query<Row>(sql: string, parameters: unknown[]): Promise<Row[]> {
    try {
      if (this.thread) return (await this.thread.query(sql, parameters)) as Row[];
      return await this.source.transaction(async (manager) => {
        await manager.query(BY_INDEX);
        return rawQuery<Row>(manager, sql, parameters);
      });
    } catch (error) {
      throw translate(error);
    }
  }

  async onModuleDestroy(): Promise<void> {
    await this.thread?.close();
  }
}
