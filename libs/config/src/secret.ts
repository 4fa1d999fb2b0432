import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { StartupError } from './startup-error';

/** The key that signs links and tickets: the configured one, or one kept (readable by its owner alone) in the data folder. */
export function loadSecret(configured: string | undefined, data: string): Buffer {
  if (configured) return Buffer.from(configured, 'utf8');
  const file = join(data, 'secret.key');
  try {
    mkdirSync(data, { recursive: true, mode: 0o700 });
    // `wx`: of two processes that start at once, one makes the key and the other reads it.
    if (!existsSync(file)) writeFileSync(file, randomBytes(32).toString('base64url'), { flag: 'wx', mode: 0o600 });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST')
      throw new StartupError(
        `The data folder ${data} cannot be written (${(error as Error).message}): make it writable, or set LECTERN_DATA.`,
      );
  }
  return Buffer.from(readFileSync(file, 'utf8').trim(), 'base64url');
}
