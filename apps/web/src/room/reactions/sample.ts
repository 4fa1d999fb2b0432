import type { ReactionCounts, StageEmoji } from '@lectern/contracts';

/**
 * Some of many, in proportion: a thousand claps are drawn as a handful. Each kind that came is drawn once at least, as
 * far as there is room.
 */
export function sample(counts: ReactionCounts, most: number): StageEmoji[] {
  const total = counts.reduce((sum, { count }) => sum + count, 0);
  if (total <= most) return counts.flatMap(({ emoji, count }) => Array.from({ length: count }, () => emoji));
  const kinds = [...counts].sort((a, b) => b.count - a.count).slice(0, most);
  const shares = kinds.map(({ emoji, count }) => ({ emoji, share: Math.max(1, Math.floor((count / total) * most)) }));
  return shares.flatMap(({ emoji, share }) => Array.from({ length: share }, () => emoji)).slice(0, most);
}
