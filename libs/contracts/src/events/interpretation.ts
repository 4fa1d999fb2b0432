import { z } from 'zod';
import { Id, LanguageTag } from '../primitives';
import { rpc } from './rpc';

/** So long an offer to hand over stands, in seconds. */
export const HAND_OVER_SECONDS = 30;

const none = z.object({});

/** What interpreters say to those who speak, and to those who share their channel (ISO 20108: a booth is never alone). */
export const interpretationClientEvents = {
  'interpretation:slow-down': rpc({
    summary: 'Ask those who speak to speak more slowly (interpreters).',
    input: none,
    output: none,
    limit: { count: 3, seconds: 30 },
  }),
  'interpretation:hand-over': rpc({
    summary:
      'Ask the other interpreters to take your channel over: the first of them to go on air does, and you go off (interpreters on air).',
    input: none,
    output: z.object({ asked: z.number().int() }),
    limit: { count: 10, seconds: 30 },
  }),
} as const;

export const interpretationServerEvents = {
  /** To those who speak. */
  'interpretation:slow-down': none,
  /** To the other interpreters: would you take over, if this is your language? It stands for 30 seconds, and as long as that peer is on air. */
  'interpretation:offered': z.object({ peerId: Id, by: z.string(), language: LanguageTag }),
} as const;
