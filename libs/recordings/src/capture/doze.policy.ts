/** Packets may be dated this much too late. Where longer gaps than 150 ms are seen, the tracks' clocks are looked at anew. */
export const LONGEST_DOZE_MS = 140;
const SHORTEST_DOZE_MS = 5;
/** So much of what the kernel keeps for a socket may come during one doze; the rest is for bursts. */
const SHARE = 1 / 4;

/** How long to sleep before the next look, in milliseconds. `fill`: how full the fullest socket was after `slept`, of 1. */
export function nextDoze(slept: number, fill: number): number {
  if (fill === 0) return LONGEST_DOZE_MS;
  return Math.min(LONGEST_DOZE_MS, Math.max(SHORTEST_DOZE_MS, (slept * SHARE) / fill));
}
