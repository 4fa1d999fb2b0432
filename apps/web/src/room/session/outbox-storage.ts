import type { OutboxEntry } from './outbox';

const keyOf = (webinarId: string): string => `lectern.outbox.${webinarId}`;

/** Keeps what is unsent over a reload of the page, for this tab only. */
export function saveOutbox(webinarId: string, entries: readonly OutboxEntry[]): void {
  try {
    if (entries.length === 0) sessionStorage.removeItem(keyOf(webinarId));
    else sessionStorage.setItem(keyOf(webinarId), JSON.stringify(entries));
  } catch {
    // Storage can be full or forbidden; the outbox still works while the page is open.
  }
}

export function loadOutbox(webinarId: string): OutboxEntry[] {
  try {
    const stored = JSON.parse(sessionStorage.getItem(keyOf(webinarId)) ?? '[]') as OutboxEntry[];
    return stored.map((entry) => ({ ...entry, status: 'sending', error: null }));
  } catch {
    return [];
  }
}
