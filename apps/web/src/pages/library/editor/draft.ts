import type { EditableCue, RestResponse } from '@lectern/contracts';
import { areAlike, saidAs } from './view';

/** A transcript under correction: what it is now, and what of that the server does not know yet. */
export interface Draft {
  revision: number;
  cues: readonly EditableCue[];
  changed: ReadonlySet<string>;
  removed: ReadonlySet<string>;
}

export type Latest = RestResponse<'GET /api/resources/:resourceId/transcript'>;
type Part = Partial<Omit<EditableCue, 'id'>>;

/** A new cue's length, where there is room. */
const LENGTH = 3;
const SHORTEST = 0.1;
const AT_ONCE = 500;

export const draftOf = ({ revision, cues }: Latest): Draft => ({
  revision,
  cues: inOrder(cues),
  changed: new Set(),
  removed: new Set(),
});

export function edit(draft: Draft, id: string, part: Part): Draft {
  // What a person has written is not the machine's guess any more.
  const own = part.text === undefined ? part : { ...part, confidence: undefined };
  const cues = draft.cues.map((cue) => (cue.id === id ? { ...cue, ...own } : cue));
  return { ...draft, cues: part.start === undefined ? cues : inOrder(cues), changed: including(draft.changed, id) };
}

/** Cuts a cue at a place of its text. The time is the video's where it stands in the cue, else by the length of the text. */
export function split(draft: Draft, id: string, at: number, second: number, newId: string): Draft {
  const cue = draft.cues.find((other) => other.id === id);
  if (!cue || cue.end - cue.start < 2 * SHORTEST) return draft;
  const [before, after] = [cue.text.slice(0, at).trim(), cue.text.slice(at).trim()];
  if (before === '' || after === '') return draft;
  const share = cue.start + (cue.end - cue.start) * (before.length / (before.length + after.length));
  const isInside = second > cue.start + SHORTEST && second < cue.end - SHORTEST;
  const time = rounded(isInside ? second : share);
  const cues = draft.cues.flatMap((other) =>
    other.id === id
      ? [
          { ...cue, text: before, end: time },
          { ...cue, id: newId, text: after, start: time },
        ]
      : [other],
  );
  return { ...draft, cues, changed: including(draft.changed, id, newId) };
}

/** The cue of the same language after one: what interpreters say stands between what they interpret. */
const nextOf = (cues: readonly EditableCue[], index: number): EditableCue | undefined =>
  cues.slice(index + 1).find((other) => !cues[index] || areAlike(cues[index], other));

/** Joins a cue with the one after it in its language; the first one's speaker stays. */
export function merge(draft: Draft, id: string): Draft {
  const index = draft.cues.findIndex((cue) => cue.id === id);
  const [cue, next] = [draft.cues[index], nextOf(draft.cues, index)];
  if (!cue || !next) return draft;
  const joined = { ...cue, text: `${cue.text} ${next.text}`.trim(), end: Math.max(cue.end, next.end) };
  const cues = draft.cues.map((other) => (other.id === id ? joined : other));
  return remove({ ...draft, cues, changed: including(draft.changed, id) }, next.id);
}

/**
 * An empty cue after another one, in the pause before the next where there is one.
 *
 * @param first before which it comes, where it is after none
 */
export function insertAfter(draft: Draft, id: string | null, newId: string, first = draft.cues[0]): Draft {
  const index = draft.cues.findIndex((cue) => cue.id === id);
  const cue = draft.cues[index];
  const next = cue ? nextOf(draft.cues, index) : first;
  const like = cue ?? next;
  const start = cue?.end ?? 0;
  const room = (next?.start ?? Infinity) - start;
  const end = rounded(start + (room > SHORTEST ? Math.min(room, LENGTH) : LENGTH));
  const added = { id: newId, start, end, speaker: like?.speaker ?? '', text: '', ...(like && saidAs(like)) };
  const cues = [...draft.cues.slice(0, index + 1), added, ...draft.cues.slice(index + 1)];
  return { ...draft, cues, changed: including(draft.changed, newId) };
}

export function remove(draft: Draft, id: string): Draft {
  const changed = new Set(draft.changed);
  changed.delete(id);
  return { ...draft, cues: draft.cues.filter((cue) => cue.id !== id), changed, removed: including(draft.removed, id) };
}

/** Below this about every third word is wrong. */
const UNSURE = 0.7;

/** Whether speech recognition was not sure of what it heard. */
export const isUnsure = ({ confidence }: EditableCue): boolean => typeof confidence === 'number' && confidence < UNSURE;

/** What is wrong with a cue; it is kept here until it is right. */
export function flawOf({ start, end, speaker, text }: EditableCue): 'times' | 'speaker' | 'text' | null {
  if (!(end > start)) return 'times';
  if (speaker.trim() === '') return 'speaker';
  return text.trim() === '' ? 'text' : null;
}

export interface Pending {
  changed: EditableCue[];
  removed: string[];
}

/** What can be saved now; null when there is nothing. */
export function pendingOf({ cues, changed, removed }: Draft): Pending | null {
  const ready = cues.filter((cue) => changed.has(cue.id) && flawOf(cue) === null).slice(0, AT_ONCE);
  const gone = [...removed].slice(0, AT_ONCE);
  return ready.length + gone.length > 0 ? { changed: ready, removed: gone } : null;
}

/** After a save: what was changed again meanwhile is still to be saved. */
export function saved(draft: Draft, sent: Pending, revision: number): Draft {
  const now = new Map(draft.cues.map((cue) => [cue.id, cue]));
  const done = sent.changed.filter((cue) => now.get(cue.id) === cue).map(({ id }) => id);
  return { ...draft, revision, changed: without(draft.changed, done), removed: without(draft.removed, sent.removed) };
}

/** Somebody else has saved: his cues, except where I have changed them; both are in the history. */
export function rebase(draft: Draft, latest: Latest): Draft {
  const mine = draft.cues.filter(({ id }) => draft.changed.has(id));
  const theirs = latest.cues.filter(({ id }) => !draft.changed.has(id) && !draft.removed.has(id));
  return { ...draft, revision: latest.revision, cues: inOrder([...theirs, ...mine]) };
}

const inOrder = (cues: readonly EditableCue[]): EditableCue[] => cues.toSorted((a, b) => a.start - b.start);

const including = (set: ReadonlySet<string>, ...ids: string[]): Set<string> => new Set([...set, ...ids]);

const without = (set: ReadonlySet<string>, ids: string[]): Set<string> =>
  new Set([...set].filter((id) => !ids.includes(id)));

const rounded = (seconds: number) => Math.round(seconds * 1000) / 1000;
