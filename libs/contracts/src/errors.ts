import { z } from 'zod';

/** Every error a caller can see. `retryable`: the same call may succeed later without being changed. */
export const errorCodes = {
  VALIDATION_FAILED: { http: 400, retryable: false },
  UNAUTHENTICATED: { http: 401, retryable: false },
  FORBIDDEN: { http: 403, retryable: false },
  NOT_FOUND: { http: 404, retryable: false },
  /** It was public once, and was withdrawn. */
  GONE: { http: 410, retryable: false },
  CONFLICT: { http: 409, retryable: false },
  WRONG_STATE: { http: 409, retryable: false },
  /** The hosts have locked the room. */
  LOCKED: { http: 423, retryable: false },
  /** The session is recorded, and the caller has not agreed to it yet. */
  CONSENT_REQUIRED: { http: 403, retryable: false },
  VERSION_UNSUPPORTED: { http: 412, retryable: false },
  LIMIT_EXCEEDED: { http: 413, retryable: false },
  TYPE_UNSUPPORTED: { http: 415, retryable: false },
  RATE_LIMITED: { http: 429, retryable: true },
  MEDIA_UNAVAILABLE: { http: 503, retryable: true },
  DEPENDENCY_UNAVAILABLE: { http: 503, retryable: true },
  STORAGE_FULL: { http: 507, retryable: true },
  INTERNAL: { http: 500, retryable: true },
} as const satisfies Record<string, { http: number; retryable: boolean }>;

export type ErrorCode = keyof typeof errorCodes;

export const ErrorCodeSchema = z.enum(Object.keys(errorCodes) as [ErrorCode, ...ErrorCode[]]);

/** One field that did not fit, named as a path into the input (`languages.0`). */
export const FieldError = z.object({ path: z.string(), message: z.string() }).meta({ id: 'FieldError' });

/** The error half of a socket acknowledgement. */
export const WireError = z
  .object({
    code: ErrorCodeSchema,
    message: z.string(),
    retryable: z.boolean(),
    fields: z.array(FieldError).optional(),
    /** Seconds to wait before trying again (RATE_LIMITED). */
    retryAfter: z.number().optional(),
    traceId: z.string().optional(),
  })
  .meta({ id: 'WireError' });
export type WireError = z.infer<typeof WireError>;

/** RFC 9457 problem document: the body of every HTTP error (`application/problem+json`). */
export const Problem = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.number().int(),
    detail: z.string(),
    code: ErrorCodeSchema,
    retryable: z.boolean(),
    fields: z.array(FieldError).optional(),
    retryAfter: z.number().optional(),
    traceId: z.string().optional(),
  })
  .meta({ id: 'Problem' });
export type Problem = z.infer<typeof Problem>;
