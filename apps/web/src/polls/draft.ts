import type { EndpointKey, Poll, PollKind, RestRequest } from '@lectern/contracts';

/** A poll as it is sent; the server's defaults are not left to it. */
export type PollBody = Extract<
  RestRequest<Extract<EndpointKey, 'POST /api/webinars/:webinarId/polls'>>['body'],
  object
>;

export const MOST_OPTIONS = 12;

/** A poll being written. */
export interface PollDraft {
  kind: PollKind;
  question: string;
  options: readonly { text: string; right: boolean }[];
  anonymous: boolean;
  results: Poll['results'];
}

const blank = { text: '', right: false };

export const emptyDraft: PollDraft = {
  kind: 'single',
  question: '',
  options: [blank, blank],
  anonymous: true,
  results: 'live',
};

export const hasOptions = (kind: PollKind): boolean => kind === 'single' || kind === 'multiple' || kind === 'quiz';

export function draftOf({ kind, question, options, correct, anonymous, results }: Poll): PollDraft {
  const texts = options.map((text, place) => ({ text, right: correct?.includes(place) ?? false }));
  return { kind, question, anonymous, results, options: texts.length > 0 ? texts : emptyDraft.options };
}

/** With one more line at the end to write in, as long as there may be more. */
export function withRoom(options: PollDraft['options']): PollDraft['options'] {
  return options.length < MOST_OPTIONS && options.every(({ text }) => text.trim()) ? [...options, blank] : options;
}

export type DraftFault = 'question' | 'options' | 'same' | 'right';

/** What is still missing; null when it can be sent. */
export function faultOf({ kind, question, options }: PollDraft): DraftFault | null {
  if (!question.trim()) return 'question';
  if (!hasOptions(kind)) return null;
  const filled = options.filter(({ text }) => text.trim());
  if (filled.length < 2) return 'options';
  if (new Set(filled.map(({ text }) => text.trim())).size < filled.length) return 'same';
  return kind === 'quiz' && !filled.some(({ right }) => right) ? 'right' : null;
}

export function bodyOf({ kind, question, options, anonymous, results }: PollDraft): PollBody {
  const filled = hasOptions(kind) ? options.filter(({ text }) => text.trim()) : [];
  const correct = kind === 'quiz' ? filled.flatMap(({ right }, place) => (right ? [place] : [])) : [];
  const texts = filled.map(({ text }) => text.trim());
  return { kind, question: question.trim(), options: texts, correct, anonymous, results };
}
