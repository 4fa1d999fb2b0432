import type { Poll } from '@lectern/contracts';

/** What one chooses from, by the name under which it is sent. */
export function choicesOf({ kind, options }: Pick<Poll, 'kind' | 'options'>): { pick: string; label: string }[] {
  if (kind === 'rating') return ['1', '2', '3', '4', '5'].map((pick) => ({ pick, label: pick }));
  return options.map((label, place) => ({ pick: String(place), label }));
}

/** With this one, or without it if it was there. */
export function toggled(picks: readonly string[], pick: string): readonly string[] {
  return picks.includes(pick) ? picks.filter((other) => other !== pick) : [...picks, pick];
}
