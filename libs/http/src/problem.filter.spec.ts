import { DomainError } from '@lectern/kernel';
import type { Logger } from '@lectern/observability';
import { type ArgumentsHost, NotFoundException } from '@nestjs/common';
import { ProblemFilter } from './problem.filter';

describe('ProblemFilter', () => {
  const error = jest.fn();
  const filter = new ProblemFilter({ error } as unknown as Logger);

  function answerTo(thrown: unknown, headersSent = false) {
    const sent = { status: 0, type: '', body: '', headers: {} as Record<string, unknown>, destroyed: false };
    const response = {
      headersSent,
      status: (status: number) => Object.assign(response, { sent: Object.assign(sent, { status }) }),
      type: (type: string) => Object.assign(response, { sent: Object.assign(sent, { type }) }),
      send: (body: string) => void (sent.body = body),
      setHeader: (name: string, value: unknown) => void (sent.headers[name] = value),
      destroy: () => void (sent.destroyed = true),
    };
    const request = { method: 'GET', path: '/api/things/secret', route: { path: '/api/things/:token' } };
    filter.catch(thrown, {
      switchToHttp: () => ({ getRequest: () => request, getResponse: () => response }),
    } as unknown as ArgumentsHost);
    return { ...sent, problem: sent.body ? (JSON.parse(sent.body) as Record<string, unknown>) : null };
  }

  beforeEach(() => error.mockClear());

  it('tells a refusal with its code, fields and waiting time', () => {
    const fields = [{ path: 'title', message: 'Must not be empty.' }];
    const refused = answerTo(new DomainError('RATE_LIMITED', 'Too often.', { fields, retryAfter: 7 }));
    expect(refused).toMatchObject({ status: 429, type: 'application/problem+json', headers: { 'Retry-After': 7 } });
    expect(refused.problem).toEqual({
      type: '/problems/rate-limited',
      title: 'Too many requests',
      status: 429,
      detail: 'Too often.',
      code: 'RATE_LIMITED',
      retryable: true,
      fields,
      retryAfter: 7,
    });
    expect(error).not.toHaveBeenCalled();
  });

  it.each([
    new TypeError('Cannot read properties of undefined (reading "secret")'),
    Object.assign(new Error('SELECT * FROM account'), { status: 503 }),
    'a thrown text',
    null,
    undefined,
  ])('masks %p, and logs it under the trace id that the caller gets', (thrown) => {
    const { status, body, problem } = answerTo(thrown);
    expect(status).toBe(500);
    expect(body).not.toMatch(/secret|SELECT|thrown/);
    expect(problem).toMatchObject({ code: 'INTERNAL', traceId: expect.stringMatching(/^[\da-f-]{36}$/) as string });
    expect(error).toHaveBeenCalledWith(
      { err: thrown, traceId: problem!.traceId, method: 'GET', route: '/api/things/:token' },
      'unexpected error',
    );
  });

  it.each([
    [new NotFoundException('Cannot GET /api/things'), 404, 'NOT_FOUND', 'There is nothing at this address.'],
    [Object.assign(new Error('request entity too large'), { status: 413 }), 413, 'LIMIT_EXCEEDED', undefined],
    [Object.assign(new SyntaxError('Unexpected token'), { status: 400 }), 400, 'VALIDATION_FAILED', undefined],
    [Object.assign(new Error('unsupported charset'), { status: 415 }), 400, 'VALIDATION_FAILED', undefined],
  ])('gives a code to what the framework refuses: %s', (thrown, status, code, detail) => {
    const answer = answerTo(thrown);
    expect(answer.status).toBe(status);
    expect(answer.problem).toMatchObject({ code, detail: detail ?? thrown.message });
    expect(error).not.toHaveBeenCalled();
  });

  it('breaks the connection off when the answer has begun already', () => {
    expect(answerTo(new Error('in the middle'), true)).toMatchObject({ destroyed: true, body: '' });
  });
});
