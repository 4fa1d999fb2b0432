import type { Logger } from '@lectern/observability';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EmbeddedRedis } from '../src/embedded-redis';

/** A logger that remembers messages. */
export function quietLogger(): { logger: Logger; messages: string[] } {
  const messages: string[] = [];
  const note = (_: unknown, message: string) => void messages.push(message);
  const logger = { debug: note, info: note, warn: note, error: note, child: () => logger };
  return { logger: logger as unknown as Logger, messages };
}

/** An embedded Redis in a folder of its own, until `remove`. */
export async function temporaryRedis(): Promise<{ redis: EmbeddedRedis; folder: string; remove(): Promise<void> }> {
  const folder = mkdtempSync(join(tmpdir(), 'lectern-queue-'));
  const redis = await EmbeddedRedis.start(folder, quietLogger().logger);
  const remove = async () => {
    await redis.close();
    rmSync(folder, { recursive: true, force: true });
  };
  return { redis, folder, remove };
}

/** Waits for a condition, looking every 10 ms. */
export async function until(condition: () => boolean | Promise<boolean>, limit = 10_000): Promise<void> {
  const end = performance.now() + limit;
  while (!(await condition())) {
    if (performance.now() > end) throw new Error(`Not within ${limit} ms: ${condition.toString()}`);
    await new Promise((wake) => setTimeout(wake, 10));
  }
}
