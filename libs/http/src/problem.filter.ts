import { errorCodes, type ErrorCode, type Problem, type WireError } from '@lectern/contracts';
import { DomainError } from '@lectern/kernel';
import type { Logger } from '@lectern/observability';
import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import type { Request, Response } from 'express';

const titles: Record<number, string> = {
  400: 'Bad request',
  401: 'Not signed in',
  403: 'Not allowed',
  404: 'Not found',
  409: 'Conflict',
  412: 'Precondition failed',
  413: 'Too large',
  415: 'Unsupported type',
  429: 'Too many requests',
  500: 'Internal error',
  503: 'Unavailable',
  507: 'Storage full',
};

const byStatus: Partial<Record<number, ErrorCode>> = {
  401: 'UNAUTHENTICATED',
  403: 'FORBIDDEN',
  404: 'NOT_FOUND',
  413: 'LIMIT_EXCEEDED',
};

/** Every HTTP error as an RFC 9457 problem document; what we did not foresee is logged and masked. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(private readonly logger: Logger) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const request = host.switchToHttp().getRequest<Request>();
    const response = host.switchToHttp().getResponse<Response>();
    const wire = toWireError(error, (traceId) =>
      this.logger.error({ err: error, traceId, method: request.method, route: routeOf(request) }, 'unexpected error'),
    );
    if (response.headersSent) {
      response.destroy();
      return;
    }
    if (wire.retryAfter) response.setHeader('Retry-After', wire.retryAfter);
    const status = errorCodes[wire.code].http;
    response
      .status(status)
      .type('application/problem+json')
      .send(JSON.stringify(problem(wire, status)));
  }
}

/** Never the path itself: it may hold the token of an invitation. */
function routeOf(request: Request): string {
  const { route } = request as { route?: { path?: unknown } };
  return typeof route?.path === 'string' ? route.path : 'unknown';
}

function problem({ code, message, ...rest }: WireError, status: number): Problem {
  return {
    type: `/problems/${code.toLowerCase().replaceAll('_', '-')}`,
    title: titles[status] ?? 'Error',
    status,
    detail: message,
    code,
    ...rest,
  };
}

/** @param report is told the trace id under which an unforeseen error is to be logged */
export function toWireError(error: unknown, report: (traceId: string) => void): WireError {
  if (error instanceof DomainError) return error.toWire();
  const known = clientError(error);
  if (known) return known;
  const traceId = randomUUID();
  report(traceId);
  return {
    code: 'INTERNAL',
    message: `Something went wrong here; it is logged under ${traceId}.`,
    retryable: true,
    traceId,
  };
}

// What Nest and express's body parser throw for a wrong path or an unreadable body.
function clientError(error: unknown): WireError | undefined {
  const status = error instanceof HttpException ? error.getStatus() : (error as { status?: unknown } | null)?.status;
  if (typeof status !== 'number' || status < 400 || status >= 500) return undefined;
  const code = byStatus[status] ?? 'VALIDATION_FAILED';
  const message = code === 'NOT_FOUND' ? 'There is nothing at this address.' : (error as Error).message;
  return { code, message, retryable: false };
}
