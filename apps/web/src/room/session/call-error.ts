import type { ErrorCode, WireError } from '@lectern/contracts';

/** `OFFLINE`: there is no connection now. `TIMEOUT`: no answer came in time; it may have been done. */
export type CallErrorCode = ErrorCode | 'OFFLINE' | 'TIMEOUT';

/** Why a call to the server did not do what it should. */
export class CallError extends Error {
  constructor(
    readonly code: CallErrorCode,
    message: string,
    readonly retryable: boolean,
    /** Seconds to wait before trying again (RATE_LIMITED). */
    readonly retryAfter?: number,
    /** Number under which the server's log has it. */
    readonly traceId?: string,
    /** What did not fit, where the server names it. */
    readonly fields?: WireError['fields'],
  ) {
    super(message);
    this.name = 'CallError';
  }

  static fromWire(error: WireError): CallError {
    return new CallError(error.code, error.message, error.retryable, error.retryAfter, error.traceId, error.fields);
  }

  static offline(): CallError {
    return new CallError('OFFLINE', 'No connection.', true);
  }

  static timeout(): CallError {
    return new CallError('TIMEOUT', 'No answer in time.', true);
  }

  /** Anything thrown, as a CallError. */
  static of(error: unknown): CallError {
    if (error instanceof CallError) return error;
    return new CallError('INTERNAL', error instanceof Error ? error.message : String(error), true);
  }
}
