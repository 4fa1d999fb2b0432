import type { ErrorCode } from '@lectern/contracts';
import { DomainError } from '@lectern/kernel';
import { errors } from 'mediasoup';

/** Turns what mediasoup throws into a refusal that a caller may see. `otherwise` is the code of all unnamed faults. */
export function toDomainError(error: unknown, otherwise: ErrorCode, message: string): DomainError {
  if (error instanceof DomainError) return error;
  if (error instanceof errors.WorkerClosedError) {
    return new DomainError('MEDIA_UNAVAILABLE', 'The media worker is gone; join the media again.', { cause: error });
  }
  if (error instanceof errors.NotFoundError) {
    return new DomainError('NOT_FOUND', 'The track or transport does not exist any more.', { cause: error });
  }
  const reason = error instanceof Error ? error.message : String(error);
  return new DomainError(otherwise, `${message}: ${reason}`, { cause: error });
}

/** Runs a call to mediasoup; all it throws becomes a DomainError. */
export async function guard<T>(otherwise: ErrorCode, message: string, call: () => Promise<T>): Promise<T> {
  try {
    return await call();
  } catch (error) {
    throw toDomainError(error, otherwise, message);
  }
}
