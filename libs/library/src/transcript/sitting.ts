import type { TranscriptVersionRow } from './transcript.entity';

const PAUSE = 10 * 60_000;
const LONGEST = 60 * 60_000;

/**
 * Whether a save still belongs to the last version: the same person, without a long pause. An editor saves every few
 * words; a version for each would be no history that anybody reads.
 */
export function isSameSitting(
  last: Pick<TranscriptVersionRow, 'authorId' | 'startedAt' | 'endedAt'>,
  authorId: string,
  now: number,
): boolean {
  return (
    last.authorId === authorId && now - Date.parse(last.endedAt) < PAUSE && now - Date.parse(last.startedAt) < LONGEST
  );
}
