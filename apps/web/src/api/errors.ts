import type { ErrorCode, Problem } from '@lectern/contracts';

/** `NETWORK`: no answer came at all. */
export type ApiErrorCode = ErrorCode | 'NETWORK';

/** What an API call throws: an RFC 9457 problem document, or the fact that the server could not be reached. */
export class ApiError extends Error {
  readonly code: ApiErrorCode;
  readonly status: number;
  readonly retryable: boolean;
  readonly fields: NonNullable<Problem['fields']>;
  readonly retryAfter: number | undefined;
  readonly traceId: string | undefined;

  constructor(problem: Partial<Omit<Problem, 'code'>> & { code: ApiErrorCode }) {
    super(problem.detail ?? problem.title ?? problem.code);
    this.name = 'ApiError';
    this.code = problem.code;
    this.status = problem.status ?? 0;
    this.retryable = problem.retryable ?? false;
    this.fields = problem.fields ?? [];
    this.retryAfter = problem.retryAfter;
    this.traceId = problem.traceId;
  }

  /** The message for one field of the form; `languages` also answers for `languages.0`. */
  field(name: string): string | undefined {
    return this.fields.find(({ path }) => path === name || path.startsWith(`${name}.`))?.message;
  }
}

export function isApiError(error: unknown, ...codes: ApiErrorCode[]): error is ApiError {
  return error instanceof ApiError && (codes.length === 0 || codes.includes(error.code));
}

/** A failed response as an ApiError; proxies and crashes answer without a problem document. */
export async function errorOf(response: Response): Promise<ApiError> {
  const body: unknown = await response.json().catch(() => null);
  if (isProblem(body)) return new ApiError(body);
  return new ApiError({ code: codeOf(response.status), status: response.status, retryable: response.status >= 500 });
}

function isProblem(body: unknown): body is Problem {
  return typeof body === 'object' && body !== null && 'code' in body && typeof body.code === 'string';
}

function codeOf(status: number): ErrorCode {
  if (status === 401) return 'UNAUTHENTICATED';
  if (status === 403) return 'FORBIDDEN';
  if (status === 404) return 'NOT_FOUND';
  if (status === 429) return 'RATE_LIMITED';
  if (status === 502 || status === 503 || status === 504) return 'DEPENDENCY_UNAVAILABLE';
  return status >= 500 ? 'INTERNAL' : 'VALIDATION_FAILED';
}
