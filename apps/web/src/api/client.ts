import type { EndpointKey, RestRequest, RestResponse } from '@lectern/contracts';
import { addressOf } from './address';
import { ApiError, errorOf } from './errors';

interface Parts {
  params?: unknown;
  query?: unknown;
  body?: unknown;
}

/** The request may be left out where an endpoint takes nothing. */
export type ApiArguments<K extends EndpointKey> =
  object extends RestRequest<K>
    ? [request?: RestRequest<K>, signal?: AbortSignal]
    : [request: RestRequest<K>, signal?: AbortSignal];

/**
 * Calls one endpoint of the contract: `api('GET /api/webinars/:webinarId', { params: { webinarId } })`.
 * @throws ApiError for every answer that is not a success, and when no answer comes.
 */
export async function api<K extends EndpointKey>(key: K, ...args: ApiArguments<K>): Promise<RestResponse<K>> {
  const [request, signal] = args as [Parts | undefined, AbortSignal | undefined];
  const { method, url } = addressOf(key, record(request?.params), record(request?.query));
  const response = await send(url, method, request?.body, signal);
  if (!response.ok) throw await errorOf(response);
  const text = await response.text();
  return (text === '' ? undefined : JSON.parse(text)) as RestResponse<K>;
}

async function send(url: string, method: string, body: unknown, signal?: AbortSignal): Promise<Response> {
  const headers: Record<string, string> = { accept: 'application/json' };
  // A header that only our own pages can send: the server refuses changes without it.
  if (method !== 'GET') headers['x-lectern-client'] = 'web';
  if (body !== undefined) headers['content-type'] = 'application/json';
  try {
    return await fetch(url, {
      method,
      headers,
      credentials: 'same-origin',
      signal: signal ?? null,
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error;
    throw new ApiError({ code: 'NETWORK', retryable: true });
  }
}

const record = (value: unknown) => (value ?? {}) as Record<string, unknown>;
