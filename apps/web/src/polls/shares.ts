import type { Poll, PollTally } from '@lectern/contracts';

export interface Bar {
  pick: string;
  label: string;
  votes: number;
  /** Of those who voted, 0 to 1. */
  share: number;
  /** Of a quiz, once that is told. */
  right: boolean;
}

const ratings = ['5', '4', '3', '2', '1'];

/** A bar for each answer there is, those without votes too, in their own order. */
export function barsOf({ kind, options, correct, voters }: Poll, tally: PollTally): Bar[] {
  const counts = new Map(tally.map(({ pick, votes }) => [pick, votes]));
  const answers =
    kind === 'rating'
      ? ratings.map((pick) => ({ pick, label: pick }))
      : options.map((label, place) => ({ label, pick: String(place) }));
  return answers.map(({ pick, label }) => {
    const votes = counts.get(pick) ?? 0;
    const right = kind === 'quiz' && (correct?.includes(Number(pick)) ?? false);
    return { pick, label, votes, right, share: voters > 0 ? Math.min(1, votes / voters) : 0 };
  });
}

/** How large a word is, 0 to 1: by the root, so that one favourite leaves the others readable. */
export function sizeOf(votes: number, tally: PollTally): number {
  const most = Math.max(1, ...tally.map((one) => one.votes));
  return Math.sqrt(votes / most);
}
