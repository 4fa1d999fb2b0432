import type { z } from 'zod';
import { DomainError } from './domain-error';

const MOST_FIELDS = 20;

/** Parses what came from outside. @throws DomainError VALIDATION_FAILED naming each field that does not fit */
export function parse<S extends z.ZodType>(schema: S, input: unknown): z.output<S> {
  const result = schema.safeParse(input);
  if (result.success) return result.data;
  const fields = result.error.issues
    .slice(0, MOST_FIELDS)
    .map(({ path, message }) => ({ path: path.join('.'), message }));
  const named = fields.map(({ path, message }) => (path ? `${path}: ${message}` : message)).join(' ');
  throw new DomainError('VALIDATION_FAILED', `Some of what was sent does not fit. ${named}`, { fields });
}
