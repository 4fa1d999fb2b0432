import { api } from '../../api/client';
import { ApiError } from '../../api/errors';
import { CallError } from './call-error';

const TIMEOUT_MS = 10_000;

/**
 * A fresh one-use ticket for the socket's handshake.
 * @throws CallError; not retryable when this person may not enter.
 */
export async function fetchTicket(webinarId: string): Promise<string> {
  const request = { params: { webinarId } };
  try {
    const { ticket } = await api('POST /api/webinars/:webinarId/tickets', request, AbortSignal.timeout(TIMEOUT_MS));
    return ticket;
  } catch (error) {
    throw asCallError(error);
  }
}

function asCallError(error: unknown): CallError {
  if (!(error instanceof ApiError) || error.code === 'NETWORK') return CallError.offline();
  return new CallError(error.code, error.message, error.retryable, error.retryAfter, error.traceId);
}
