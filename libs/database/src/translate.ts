import { DomainError } from '@lectern/kernel';

/** The code that SQLite, PostgreSQL or the system gave to a failed statement; empty when there is none. */
export function driverCode(error: unknown): string {
  const { driverError, code } = (error ?? {}) as { driverError?: { code?: unknown }; code?: unknown };
  const found = driverError?.code ?? code;
  return typeof found === 'string' ? found : '';
}

/** A database that is away or full is a refusal with a reason, not a bug. */
export function translate(error: unknown): unknown {
  if (error instanceof DomainError) return error;
  const code = driverCode(error);
  if (code === 'SQLITE_FULL' || code === '53100')
    return new DomainError('DEPENDENCY_UNAVAILABLE', 'The disk is full: nothing can be saved until there is room.', {
      cause: error,
    });
  if (/^(SQLITE_BUSY|SQLITE_IOERR|ECONN|57P0|08)/.test(code) || isLostConnection(error))
    return new DomainError('DEPENDENCY_UNAVAILABLE', 'The database does not answer: try again.', { cause: error });
  return error;
}

// The PostgreSQL driver gives these no code.
function isLostConnection(error: unknown): boolean {
  return (
    error instanceof Error && /^(timeout exceeded when trying to connect|Connection terminated)/.test(error.message)
  );
}
