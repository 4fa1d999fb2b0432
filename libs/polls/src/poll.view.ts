import type { Poll, PollTally } from '@lectern/contracts';
import { mostPicks } from './picks';
import type { PollRow } from './poll.entities';

/** Whether the audience is to know the counts already. */
export const areResultsOpen = ({ state, results }: Pick<PollRow, 'state' | 'results'>): boolean =>
  state === 'closed' || (state === 'open' && results === 'live');

/** A poll as staff, or as the audience may see it. */
export function toPoll(row: PollRow, tally: PollTally, staff: boolean): Poll {
  const { webinarId: _webinarId, createdAt: _createdAt, ...poll } = row;
  const toldRight = staff || row.state === 'closed';
  return {
    ...poll,
    most: mostPicks(row),
    correct: toldRight ? row.correct : null,
    tally: staff || areResultsOpen(row) ? tally : null,
  };
}
