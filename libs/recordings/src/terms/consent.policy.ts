import type { RecordingStanding, RecordingTerms } from '@lectern/contracts';

interface Entrance {
  /** Has been in since the room was opened, and comes back after a lost line. */
  returning: boolean;
  /** A recording runs. */
  running: boolean;
}

/**
 * Whether somebody must agree before the room lets them in: where a recording runs, or will. Who comes back after a lost
 * line is asked inside, and is not captured until then.
 */
export const mustAgree = (
  { planned }: Pick<RecordingTerms, 'planned'>,
  { consented }: Pick<RecordingStanding, 'consented'>,
  { returning, running }: Entrance,
): boolean => (planned || running) && !consented && !returning;
