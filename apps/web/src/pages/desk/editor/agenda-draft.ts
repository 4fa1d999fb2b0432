import type { AgendaItem } from '@lectern/contracts';

/** A row of the form; the key keeps the cursor in it while rows come and go. */
export interface DraftItem extends AgendaItem {
  key: string;
}

/** Usual lengths of a part, in minutes. */
const PART = 15;

let keys = 0;
const newKey = (): string => `row-${++keys}`;

export const itemsOf = (agenda: readonly AgendaItem[]): DraftItem[] =>
  agenda.map((item) => ({ ...item, key: newKey() }));

/** One more row, a while after the last. */
export function nextItem(items: readonly AgendaItem[], durationMinutes: number): DraftItem {
  const last = items.reduce((latest, { offsetMinutes }) => Math.max(latest, offsetMinutes), -PART);
  return { key: newKey(), offsetMinutes: Math.min(last + PART, durationMinutes), title: '', speaker: '' };
}

/** What is sent: rows without a title were not meant. */
export const agendaOf = (items: readonly DraftItem[]): AgendaItem[] =>
  items
    .filter(({ title }) => title.trim() !== '')
    .map(({ offsetMinutes, title, speaker }) => ({ offsetMinutes, title, speaker }));
