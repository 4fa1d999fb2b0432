import type { Question } from '@lectern/contracts';

const marks = /\u0640|[\u0300-\u036f\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670]/g;

const fold = (text: string): string => text.normalize('NFKD').replace(marks, '').normalize('NFC').toLowerCase();

/** Those in which all the words stand, without regard to case and accents: as the server searches. */
export function matching(list: readonly Question[], search: string): Question[] {
  const words = fold(search).split(/\s+/).filter(Boolean);
  if (words.length === 0) return [...list];
  return list.filter(({ text }) => {
    const folded = fold(text);
    return words.every((word) => folded.includes(word));
  });
}

const shown = new Set(['approved', 'answering', 'answered']);

/** Where a question may go when it is merged: what everyone sees never goes into what waits. */
export function mergeTargets(question: Question, list: readonly Question[]): Question[] {
  const fits = ({ state }: Question): boolean =>
    shown.has(state) || (state === 'pending' && question.state === 'pending');
  return list.filter((other) => other.id !== question.id && fits(other)).sort((a, b) => b.votes - a.votes);
}
