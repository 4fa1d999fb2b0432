/** About so many consumers one media worker carries on one core (mediasoup's own guidance). */
export const FULL_WORKER = 500;
/** A further worker is taken only when it is clearly lighter: every worker more costs a pipe for each track. */
const CLEARLY_LIGHTER = 0.8;

/** Something that carries load, in consumers and producers. */
export interface Weighed {
  readonly weight: number;
}

/** Either a worker in which the room is already, or one that it shall spread to; `undefined` when there is none. */
export type Placement<Site, Worker> = { site: Site } | { worker: Worker | undefined };

/**
 * Where the next peer of a room goes; pure. The room stays together until its workers are full and then spreads to the
 * others. Nobody is ever refused: when all workers are full, the lightest takes one more.
 */
export function place<Site extends Weighed, Worker extends Weighed>(
  own: readonly Site[],
  others: readonly Worker[],
): Placement<Site, Worker> {
  const site = lightest(own);
  const worker = lightest(others);
  if (!site) return { worker };
  const spreads = site.weight >= FULL_WORKER && worker && worker.weight < site.weight * CLEARLY_LIGHTER;
  return spreads ? { worker } : { site };
}

/** The first of the lightest. */
export function lightest<T extends Weighed>(all: readonly T[]): T | undefined {
  return all.reduce<T | undefined>((best, one) => (best && best.weight <= one.weight ? best : one), undefined);
}

/** Most joiners look at a page of tiles; the stage may hold more, or nobody yet. */
const FEWEST_TRACKS = 2;
const MOST_TRACKS = 12;

/** How many tracks one that joins will probably receive, so that a crowd spreads before it has asked for anything. */
export const expectedTracks = (producers: number): number => Math.min(MOST_TRACKS, Math.max(FEWEST_TRACKS, producers));
