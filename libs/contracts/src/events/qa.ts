import { z } from 'zod';
import { ClientId, Id, Instant, Sequence, text } from '../primitives';
import { QaSettings, QaSettingsChange } from './qa-settings';
import { rpc } from './rpc';

/** pending → approved | dismissed | merged; approved → answering → answered; see the state machine in libs/qa. */
export const QuestionState = z.enum([
  'pending',
  'approved',
  'answering',
  'answered',
  'dismissed',
  'withdrawn',
  'merged',
]);
export type QuestionState = z.infer<typeof QuestionState>;

export const Answer = z
  .object({
    id: Id,
    participantId: Id,
    author: z.string(),
    text: z.string(),
    answeredAt: Instant,
    editedAt: Instant.nullable(),
  })
  .meta({ id: 'Answer' });
export type Answer = z.infer<typeof Answer>;

const Person = z.object({ participantId: Id, displayName: z.string() });

export const Question = z
  .object({
    id: Id,
    /** Sequence number of its latest change. */
    seq: Sequence,
    text: z.string(),
    state: QuestionState,
    /** Null when asked anonymously; moderators may be told all the same, if the host has it so. */
    author: Person.nullable(),
    anonymous: z.boolean(),
    /** Asked by the one who reads this. */
    mine: z.boolean(),
    votes: z.number().int(),
    askedAt: Instant,
    /** When an answer was begun on stage, or given in writing. */
    takenUpAt: Instant.nullable(),
    /** Stands above the others since then. */
    pinnedAt: Instant.nullable(),
    /** Who is to answer it; told to staff and to that person alone. */
    assignee: Person.nullable(),
    /** Where a merged question went; told to staff and to its author. */
    mergedInto: Id.nullable(),
    answers: z.array(Answer),
  })
  .meta({ id: 'Question' });
export type Question = z.infer<typeof Question>;

const QuestionText = text(1000);
/** Votes and id of the last question of a page. */
const QuestionCursor = z.string().regex(/^\d{1,9}_[\da-f-]{36}$/, 'Not a cursor of this list.');
const QuestionId = z.object({ questionId: Id });
const moderation = { count: 120, seconds: 10 };

export const qaClientEvents = {
  'question:ask': rpc({
    summary: 'Ask. In a moderated Q&A it waits for a moderator; the ack comes after it is safely stored.',
    input: z.object({ clientId: ClientId, text: QuestionText, anonymous: z.boolean().default(false) }),
    output: Question,
    limit: { count: 5, seconds: 60 },
  }),
  'question:edit': rpc({
    summary: "Change one's own question while it waits.",
    input: QuestionId.extend({ text: QuestionText }),
    output: Question,
    limit: { count: 10, seconds: 60 },
  }),
  'question:withdraw': rpc({
    summary: "Take one's own waiting question back.",
    input: QuestionId,
    output: Question,
    limit: { count: 10, seconds: 60 },
  }),
  'question:vote': rpc({
    summary: 'Vote for an approved question, or take the vote back; each person once.',
    input: QuestionId.extend({ vote: z.boolean() }),
    output: z.object({ votes: z.number().int() }),
    limit: { count: 60, seconds: 60 },
  }),
  'question:approve': rpc({
    summary: 'Let everyone see it (moderators).',
    input: QuestionId,
    output: Question,
    limit: moderation,
  }),
  'question:dismiss': rpc({
    summary: 'Set it aside (moderators).',
    input: QuestionId,
    output: Question,
    limit: moderation,
  }),
  'question:take-up': rpc({
    summary: 'Mark it as being answered live (moderators, presenters).',
    input: QuestionId,
    output: Question,
    limit: moderation,
  }),
  'question:answer': rpc({
    summary: 'Mark it as answered; with a text, a written answer stands under it (moderators, presenters).',
    input: QuestionId.extend({ text: text(5000).optional() }),
    output: Question,
    limit: moderation,
  }),
  'question:reopen': rpc({
    summary: 'Back to approved (moderators).',
    input: QuestionId,
    output: Question,
    limit: moderation,
  }),
  'question:merge': rpc({
    summary: 'Merge it into another one that asks the same: votes add up, each voter once (moderators).',
    input: QuestionId.extend({ intoId: Id }),
    output: z.object({ merged: Question, into: Question }),
    limit: moderation,
  }),
  'question:pin': rpc({
    summary: 'Keep it above the others, or no longer (moderators).',
    input: QuestionId.extend({ pinned: z.boolean() }),
    output: Question,
    limit: moderation,
  }),
  'question:assign': rpc({
    summary: 'Ask one person to answer it, or nobody (moderators). Only staff and that person are told.',
    input: QuestionId.extend({ participantId: Id.nullable() }),
    output: Question,
    limit: moderation,
  }),
  'question:edit-answer': rpc({
    summary: 'Change a written answer (its author, moderators). What it said before is kept for staff.',
    input: QuestionId.extend({ answerId: Id, text: text(5000) }),
    output: Question,
    limit: moderation,
  }),
  'question:answer-history': rpc({
    summary: 'What a written answer has said, newest first (moderators).',
    input: QuestionId.extend({ answerId: Id }),
    output: z.object({ versions: z.array(z.object({ text: z.string(), author: z.string(), writtenAt: Instant })) }),
    limit: moderation,
  }),
  'question:list': rpc({
    summary: 'Questions that the caller may see, page by page.',
    input: z.object({
      states: z.array(QuestionState).min(1).max(7).optional(),
      /** `mine`: what the caller has asked; `assigned`: what the caller is to answer. */
      sort: z.enum(['votes', 'time', 'mine', 'assigned']).default('votes'),
      search: text(200, 0).optional(),
      cursor: QuestionCursor.optional(),
    }),
    output: z.object({ questions: z.array(Question), nextCursor: z.string().nullable() }),
    limit: { count: 60, seconds: 10 },
  }),
  'question:similar': rpc({
    summary: 'Public questions that ask about the same as this text, the most similar first; at most five.',
    input: z.object({ text: text(1000) }),
    output: z.object({ questions: z.array(Question) }),
    limit: { count: 30, seconds: 30 },
  }),
  'qa:configure': rpc({
    summary: 'Change how questions are taken; everyone is told (host, co-host).',
    input: QaSettingsChange,
    output: QaSettings,
    limit: moderation,
  }),
} as const;

export const qaServerEvents = {
  /** New or changed questions, each as this viewer may see it. */
  'question:changed': z.object({ questions: z.array(Question) }),
  /** A question that this viewer may no longer see. */
  'question:hidden': z.object({
    questionId: Id,
    seq: Sequence,
    /** It went into another question, and the votes for it with it. */
    mergedInto: Id.nullable(),
  }),
  /** Coalesced vote counts: at most 4 a second. */
  'question:voted': z.object({ counts: z.array(z.object({ questionId: Id, votes: z.number().int() })) }),
  'qa:configured': QaSettings,
} as const;
