import type { RetentionAction } from '@lectern/contracts';

/** A rule without its series. */
export interface Rule {
  action: RetentionAction;
  afterDays: number;
}

/** The default rule stands under this name. */
export const NO_SERIES = '';

const DAY = 86_400_000;
const severity: Record<RetentionAction, number> = { keep: 0, archive: 1, delete: 2 };

/** Which rule holds for a recording: the mildest of its series' rules, the later of two equal ones; else the default. */
export function ruleFor(seriesIds: readonly string[], rules: ReadonlyMap<string, Rule>): Rule | null {
  const own = seriesIds.flatMap((id) => rules.get(id) ?? []);
  const [mildest] = own.toSorted((a, b) => severity[a.action] - severity[b.action] || b.afterDays - a.afterDays);
  return mildest ?? rules.get(NO_SERIES) ?? null;
}

export interface Aged {
  recordedAt: string;
  /** Whether its single tracks are gone already. */
  hasTracks: boolean;
}

/** What is to be done with a recording by its rule now; null for nothing. */
export function dueAction(
  rule: Rule | null,
  { recordedAt, hasTracks }: Aged,
  now: number,
): 'archive' | 'delete' | null {
  if (rule === null || rule.action === 'keep') return null;
  if (Date.parse(recordedAt) + rule.afterDays * DAY > now) return null;
  return rule.action === 'archive' && !hasTracks ? null : rule.action;
}

/** The youngest recording that any of the rules could meet; null when none can. */
export function ageLimit(rules: Iterable<Rule>, now: number): string | null {
  const days = [...rules].filter(({ action }) => action !== 'keep').map(({ afterDays }) => afterDays);
  return days.length === 0 ? null : new Date(now - Math.min(...days) * DAY).toISOString();
}
