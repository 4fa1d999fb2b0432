import type { z } from 'zod';
import type { WireError } from '../errors';

/** At most `count` calls of one event by one person in `seconds` (token bucket: bursts up to `count`). */
export interface RateLimit {
  count: number;
  seconds: number;
}

export interface RpcDefinition {
  summary: string;
  input: z.ZodType;
  output: z.ZodType;
  limit: RateLimit;
}

/** Keeps the literal types of one event's schemas. */
export const rpc = <const D extends RpcDefinition>(definition: D): D => definition;

/** What every acknowledged event answers with. */
export type Ack<T> = { ok: true; data: T } | { ok: false; error: WireError };
