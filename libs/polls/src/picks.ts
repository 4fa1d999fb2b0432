import type { PollKind } from '@lectern/contracts';
import { fold } from '@lectern/kernel';
import type { Pick, PollRow } from './poll.entities';

const RATINGS = 5;
const MOST_WORDS = 3;
const LONGEST_WORD = 40;

type Asked = globalThis.Pick<PollRow, 'kind' | 'options' | 'correct'>;

const limits: Record<PollKind, (poll: Asked) => number> = {
  single: () => 1,
  multiple: ({ options }) => options.length,
  rating: () => 1,
  words: () => MOST_WORDS,
  quiz: ({ options, correct }) => (correct.length > 1 ? options.length : 1),
};

/** How many answers one person may give. */
export const mostPicks = (poll: Asked): number => limits[poll.kind](poll);

/** What somebody voted for, each answer once; null where that is no answer to this poll. */
export function readPicks(poll: Asked, picks: readonly string[]): Pick[] | null {
  const read = picks.map((pick) => readers[poll.kind](pick, poll));
  if (read.some((pick) => pick === null)) return null;
  const once = new Map((read as Pick[]).map((pick) => [pick.pick, pick]));
  return once.size <= mostPicks(poll) ? [...once.values()] : null;
}

const readers: Record<PollKind, (pick: string, poll: Asked) => Pick | null> = {
  single: readOption,
  multiple: readOption,
  quiz: readOption,
  rating: (pick) => (/^\d$/.test(pick) && Number(pick) >= 1 && Number(pick) <= RATINGS ? { pick, label: pick } : null),
  words: readWord,
};

function readOption(pick: string, { options }: Asked): Pick | null {
  const label = /^\d{1,2}$/.test(pick) ? options[Number(pick)] : undefined;
  return label === undefined ? null : { pick: String(Number(pick)), label };
}

const edges = /^[\p{P}\p{Z}\p{Cc}\p{Cf}]+|[\p{P}\p{Z}\p{Cc}\p{Cf}]+$/gu;

/** As it is shown: without what stands around it. As it is counted: without case, accents and width too. */
function readWord(word: string): Pick | null {
  const label = word.normalize('NFKC').replace(/\s+/g, ' ').replace(edges, '');
  const pick = fold(label);
  return pick && [...label].length <= LONGEST_WORD ? { pick, label } : null;
}
