import { z } from 'zod';
import { Instant } from '../primitives';
import { MediaSource } from './media';
import { rpc } from './rpc';

/** A recording for practice runs. It is made as a real one, and thrown away when it stops. */
export const PracticeNotice = z.object({ startedAt: Instant }).meta({ id: 'PracticeNotice' });
export type PracticeNotice = z.infer<typeof PracticeNotice>;

/** What a real recording would have had. */
export const PracticeResult = z
  .object({
    seconds: z.number().int(),
    /** Each track on which something arrived. */
    tracks: z.array(z.object({ displayName: z.string(), source: MediaSource })),
  })
  .meta({ id: 'PracticeResult' });
export type PracticeResult = z.infer<typeof PracticeResult>;

const none = z.object({});
const commands = { count: 20, seconds: 10 };

export const practiceClientEvents = {
  'practice:start': rpc({
    summary: 'Record a practice run in the green room; nothing of it is kept (host, co-host).',
    input: none,
    output: PracticeNotice,
    limit: commands,
  }),
  'practice:stop': rpc({
    summary: 'End the practice run: its recording is thrown away, and the answer says what it had.',
    input: none,
    output: PracticeResult,
    limit: commands,
  }),
} as const;

export const practiceServerEvents = {
  /** To those in the green room: a practice run is recorded, or no longer. */
  'practice:changed': z.object({ practice: PracticeNotice.nullable() }),
} as const;
