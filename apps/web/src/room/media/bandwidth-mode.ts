export const bandwidthModes = ['full', 'saver', 'audio'] as const;

/**
 * - `full`: all that the page shows. `saver`: at most 250 kbit/s, one small picture. `audio`: at most 48 kbit/s with
 *   everything, the sound of who speaks.
 */
export type BandwidthMode = (typeof bandwidthModes)[number];

/** What the person has chosen; `auto` leaves it to the line. */
export type BandwidthChoice = BandwidthMode | 'auto';

/** Totals of one look, of which a rate of loss can be had; two looks a second. */
export interface LineLook {
  atMs: number;
  received: number;
  lost: number;
}

export interface AutoState {
  mode: BandwidthMode;
  /** The last looks in this mode, oldest first. */
  looks: readonly LineLook[];
  /** When this mode began. */
  since: number;
  /** Since when hardly anything was lost. */
  goodSince: number;
  /** How long the line must be good before more is tried; doubled each time that proved to be too early. */
  patienceMs: number;
}

/** Looks; they span two seconds. */
const WINDOW = 4;
/** Opus with FEC bears this; above it speech suffers. */
const WEAK = 0.1;
/** So much in two looks that follow each other is no accident; one alone may be the machine that was busy. */
const BROKEN = 0.25;
const GOOD = 0.03;
/** Fewer packets say nothing about a line. */
const ENOUGH = 15;
/** What was under way when the mode changed is still lost for a while; and much begins at once when somebody enters. */
const SETTLE_MS = 3000;
const FIRST_PATIENCE_MS = 20_000;
const MAX_PATIENCE_MS = 160_000;
/** So soon after a step up, a weak line means that the step was wrong. */
const TOO_EARLY_MS = 30_000;

export const startOfAuto = (atMs: number, mode: BandwidthMode = 'full'): AutoState => ({
  mode,
  looks: [],
  since: atMs,
  goodSince: atMs,
  patienceMs: FIRST_PATIENCE_MS,
});

/** One look later: down at once when the line loses too much, up slowly when it has been good for long. */
export function nextAuto(state: AutoState, look: LineLook): AutoState {
  if (look.atMs - state.since < SETTLE_MS) return state;
  const looks = [...state.looks, look].slice(-WINDOW);
  const isBroken = looks.length > 1 && looks.slice(-2).every((each) => lossOf([each]) >= BROKEN);
  const isWeak = isBroken || (looks.length === WINDOW && lossOf(looks) >= WEAK);
  if (isWeak) return lower({ ...state, looks }, look.atMs);
  if (lossOf(looks) > GOOD) return { ...state, looks, goodSince: look.atMs };
  return look.atMs - state.goodSince >= state.patienceMs ? higher(state, look.atMs) : { ...state, looks };
}

function lower(state: AutoState, atMs: number): AutoState {
  const mode = bandwidthModes[bandwidthModes.indexOf(state.mode) + 1];
  if (!mode) return { ...state, looks: [], goodSince: atMs };
  const early = atMs - state.since < TOO_EARLY_MS;
  const patienceMs = early ? Math.min(MAX_PATIENCE_MS, state.patienceMs * 2) : FIRST_PATIENCE_MS;
  return { mode, looks: [], since: atMs, goodSince: atMs, patienceMs };
}

function higher(state: AutoState, atMs: number): AutoState {
  const mode = bandwidthModes[bandwidthModes.indexOf(state.mode) - 1];
  return mode ? { ...state, mode, looks: [], since: atMs, goodSince: atMs } : state;
}

function lossOf(looks: readonly LineLook[]): number {
  const lost = looks.reduce((sum, look) => sum + look.lost, 0);
  const all = looks.reduce((sum, look) => sum + look.received, lost);
  return all < ENOUGH ? 0 : lost / all;
}
