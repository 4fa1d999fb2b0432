import { z } from 'zod';
import { Id, Instant, line, Sequence, text } from '../primitives';
import { rpc } from './rpc';

/** `rating` is 1 to 5; `words` asks for up to three words; a `quiz` has right answers, told once it is closed. */
export const pollKinds = ['single', 'multiple', 'rating', 'words', 'quiz'] as const;
export const PollKind = z.enum(pollKinds);
export type PollKind = z.infer<typeof PollKind>;

/** draft → open → closed; see the state machine in libs/polls. */
export const PollState = z.enum(['draft', 'open', 'closed']);
export type PollState = z.infer<typeof PollState>;

/** When the audience sees the results. */
export const PollResults = z.enum(['live', 'closed']);
export type PollResults = z.infer<typeof PollResults>;

/** `pick` is the place of an option from 0, a rating from 1, or a word as it is compared. */
export const PollTally = z.array(z.object({ pick: z.string(), label: z.string(), votes: z.number().int() }));
export type PollTally = z.infer<typeof PollTally>;

export const Poll = z
  .object({
    id: Id,
    /** Sequence number of its latest change. */
    seq: Sequence,
    kind: PollKind,
    question: z.string(),
    options: z.array(z.string()),
    /** Places of the right options; null as long as this viewer is not to know. */
    correct: z.array(z.number().int()).nullable(),
    /** How many answers one person may give. */
    most: z.number().int(),
    /** Nobody is told who voted for what; else staff can see it in the export. */
    anonymous: z.boolean(),
    results: PollResults,
    state: PollState,
    voters: z.number().int(),
    /** The most wanted first, at most 60; null as long as this viewer is not to know. */
    tally: PollTally.nullable(),
    openedAt: Instant.nullable(),
    closedAt: Instant.nullable(),
  })
  .meta({ id: 'Poll' });
export type Poll = z.infer<typeof Poll>;

const withOptions: readonly PollKind[] = ['single', 'multiple', 'quiz'];

/** A poll as it is written. */
export const PollInput = z
  .object({
    kind: PollKind,
    question: text(500),
    options: z.array(line(200)).max(12).default([]),
    correct: z.array(z.number().int().nonnegative()).max(12).default([]),
    anonymous: z.boolean().default(true),
    results: PollResults.default('live'),
  })
  .superRefine(({ kind, options, correct }, context) => {
    const fault = (path: string, message: string): void => context.addIssue({ code: 'custom', path: [path], message });
    if (withOptions.includes(kind) && options.length < 2) fault('options', 'Two answers or more are needed.');
    if (!withOptions.includes(kind) && options.length > 0) fault('options', 'This kind has no answers to choose from.');
    if (new Set(options).size < options.length) fault('options', 'Each answer must be different.');
    const fits = correct.every((place) => place < options.length) && new Set(correct).size === correct.length;
    if (!fits) fault('correct', 'Must be places of answers, each once.');
    if ((kind === 'quiz') !== correct.length > 0) fault('correct', 'A quiz has right answers, and nothing else has.');
  })
  .meta({ id: 'PollInput' });
export type PollInput = z.infer<typeof PollInput>;

export const PollVote = z.object({ pollId: Id, picks: z.array(z.string()) });
export type PollVote = z.infer<typeof PollVote>;

const PollId = z.object({ pollId: Id });
const moderation = { count: 60, seconds: 10 };

export const pollClientEvents = {
  'poll:open': rpc({ summary: 'Let everyone vote (moderators).', input: PollId, output: Poll, limit: moderation }),
  'poll:close': rpc({ summary: 'Take no more votes (moderators).', input: PollId, output: Poll, limit: moderation }),
  'poll:reopen': rpc({
    summary: 'Take votes again (moderators); not in a quiz, whose answers are known by then.',
    input: PollId,
    output: Poll,
    limit: moderation,
  }),
  'poll:vote': rpc({
    summary:
      'Vote, or change the vote while the poll is open; an empty list takes it back. Options by their place from 0, ratings 1 to 5, or the words themselves.',
    input: PollId.extend({ picks: z.array(z.string().max(200)).max(12) }),
    output: PollVote,
    limit: { count: 20, seconds: 20 },
  }),
} as const;

export const pollServerEvents = {
  /** A new or changed poll, as this viewer may see it. */
  'poll:changed': Poll,
  /** A draft that is no more. */
  'poll:deleted': z.object({ pollId: Id }),
  /** Coalesced counts: at most 4 a second; `tally` is null for those who are not to know yet. */
  'poll:tallied': z.object({
    tallies: z.array(z.object({ pollId: Id, voters: z.number().int(), tally: PollTally.nullable() })),
  }),
} as const;
