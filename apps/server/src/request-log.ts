import type { Logger, Metrics } from '@lectern/observability';
import type { NextFunction, Request, Response } from 'express';
import { randomUUID } from 'node:crypto';

/**
 * Gives every request an id (told back as `x-request-id`), measures it, and logs it by its route: the path itself may
 * hold the token of an invitation.
 */
export function requestLog(logger: Logger, metrics: Metrics) {
  const seconds = metrics.histogram('http_request_seconds', 'Time from a request to its answer', ['route', 'status']);
  return (request: Request, response: Response, next: NextFunction): void => {
    const startedAt = performance.now();
    const requestId = randomUUID();
    response.setHeader('x-request-id', requestId);
    response.once('finish', () => {
      const took = (performance.now() - startedAt) / 1000;
      const { route: matched } = request as { route?: { path?: unknown } };
      const route = typeof matched?.path === 'string' ? `${request.method} ${matched.path}` : 'other';
      seconds.observe({ route, status: String(response.statusCode) }, took);
      if (route !== 'other') logger.debug({ requestId, route, status: response.statusCode, seconds: took }, 'request');
    });
    next();
  };
}
