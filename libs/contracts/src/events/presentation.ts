import { z } from 'zod';
import { Id, Instant, Sequence } from '../primitives';
import { MOST_PAGES } from '../rest/materials';
import { rpc } from './rpc';

/** Seconds into a clip; the longest one lasts three hours. */
const Position = z.number().min(0).max(10_800);
const Page = z.number().int().min(1).max(MOST_PAGES);

/** Slides that everyone sees on the same page. */
export const ShownDeck = z.object({
  kind: z.literal('deck'),
  materialId: Id,
  title: z.string(),
  page: Page,
  pages: z.number().int(),
});
export type ShownDeck = z.infer<typeof ShownDeck>;

/**
 * A video that everyone sees in step. While it plays, its place now is `position` + the seconds since `at` (by the
 * server's clock), up to its end; while it does not, `position`.
 */
export const ShownClip = z.object({
  kind: z.literal('clip'),
  materialId: Id,
  title: z.string(),
  /** Seconds. */
  duration: z.number(),
  hasVideo: z.boolean(),
  hasAudio: z.boolean(),
  playing: z.boolean(),
  position: Position,
  at: Instant,
});
export type ShownClip = z.infer<typeof ShownClip>;

/** What is shown to the whole room. Of two, the one with the higher number is the newer. */
export const Presentation = z
  .object({ seq: Sequence, shown: z.discriminatedUnion('kind', [ShownDeck, ShownClip]).nullable() })
  .meta({ id: 'Presentation' });
export type Presentation = z.infer<typeof Presentation>;

const limit = { count: 60, seconds: 10 };

/** Showing slides and videos: host, co-host, presenter. */
export const presentationClientEvents = {
  'presentation:show': rpc({
    summary: 'Show slides from a page on, or a video from its beginning (stopped), to everyone.',
    input: z.object({ materialId: Id, page: Page.optional() }),
    output: Presentation,
    limit,
  }),
  'presentation:turn': rpc({
    summary: 'Turn the slides that are shown to a page.',
    input: z.object({ materialId: Id, page: Page }),
    output: Presentation,
    limit,
  }),
  'presentation:play': rpc({
    summary: 'Play or pause the video that is shown, from a place on.',
    input: z.object({ materialId: Id, playing: z.boolean(), position: Position.optional() }),
    output: Presentation,
    limit,
  }),
  'presentation:stop': rpc({
    summary: 'Show nothing any more.',
    input: z.object({}),
    output: Presentation,
    limit,
  }),
  'clock:read': rpc({
    summary: "The server's clock, by which videos are kept in step.",
    input: z.object({}),
    output: z.object({ now: Instant }),
    limit,
  }),
} as const;

export const presentationServerEvents = {
  /** Coalesced: at most 4 a second, however fast somebody leafs through. */
  'presentation:changed': Presentation,
} as const;
