import { StartupError } from '@lectern/config';
import { DomainError } from '@lectern/kernel';

/** A running process that can be ended in order. */
export interface Running {
  /** Called at once when the end is asked for, before anything else happens. */
  onSignal?(): void;
  close(): Promise<void>;
}

const GRACE = 25_000;
const IMPATIENT = 500;

/**
 * Starts a process and ends it in order on Ctrl-C, SIGTERM, or when the parent that started it is gone. A reason not to
 * start is printed as one sentence; a second Ctrl-C ends at once.
 */
export async function run(start: () => Promise<Running>): Promise<void> {
  const starting = Promise.resolve().then(start);
  let asked = 0;
  const end = async (): Promise<void> => {
    const now = performance.now();
    if (asked > 0) {
      // One Ctrl-C comes twice: from the terminal, and handed on by npm.
      if (now - asked > IMPATIENT) process.exit(130);
      return;
    }
    asked = now;
    setTimeout(() => process.exit(1), GRACE).unref();
    // Asked while it still starts, it ends what has been started by then.
    const running = await starting.catch(() => undefined);
    if (!running) return;
    running.onSignal?.();
    await running.close();
    process.exit(0);
  };
  const onSignal = () => void end().catch(fail);
  process.on('SIGINT', onSignal).on('SIGTERM', onSignal).on('disconnect', onSignal);
  try {
    await starting;
  } catch (error) {
    // Ctrl-C ends the media workers too: that they are missing then is no news.
    if (asked > 0) process.exit(130);
    fail(error);
  }
}

function fail(error: unknown): never {
  const expected = error instanceof StartupError || error instanceof DomainError;
  process.stderr.write(`${expected ? error.message : error instanceof Error ? error.stack : String(error)}\n`);
  process.exit(1);
}
