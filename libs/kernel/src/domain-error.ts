import { errorCodes, type ErrorCode, type WireError } from '@lectern/contracts';

type Details = Pick<WireError, 'fields' | 'retryAfter'> & { cause?: unknown };

/** A refusal that the caller may see: its message says what happened and what to do. Anything else is masked. */
export class DomainError extends Error {
  override readonly name = 'DomainError';

  constructor(
    readonly code: ErrorCode,
    message: string,
    private readonly details: Details = {},
  ) {
    super(message, { cause: details.cause });
  }

  /** The shape in which it crosses the wire. */
  toWire(): WireError {
    const { fields, retryAfter } = this.details;
    return {
      code: this.code,
      message: this.message,
      retryable: errorCodes[this.code].retryable,
      ...(fields && { fields }),
      ...(retryAfter !== undefined && { retryAfter }),
    };
  }
}

export const notFound = (what: string) =>
  new DomainError('NOT_FOUND', `${what} does not exist, or you may not see it.`);
export const forbidden = (message = 'You may not do this.') => new DomainError('FORBIDDEN', message);
export const wrongState = (message: string) => new DomainError('WRONG_STATE', message);
export const unauthenticated = (message = 'Sign in first.') => new DomainError('UNAUTHENTICATED', message);
