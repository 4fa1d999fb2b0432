import type { Poll, PollVote, ServerPayload } from '@lectern/contracts';

type Polls = ReadonlyMap<string, Poll>;

/** A newer copy replaces an older one; what comes late changes nothing. */
export function mergePoll(known: Polls, poll: Poll): Polls {
  const before = known.get(poll.id);
  if (before && before.seq > poll.seq) return known;
  return new Map([...known, [poll.id, poll]]);
}

export function withoutPoll(known: Polls, pollId: string): Polls {
  if (!known.has(pollId)) return known;
  const next = new Map(known);
  next.delete(pollId);
  return next;
}

/** Applies counts; votes are no change of the poll itself, so its sequence number stays. */
export function applyTallies(known: Polls, tallies: ServerPayload<'poll:tallied'>['tallies']): Polls {
  const next = new Map(known);
  for (const { pollId, voters, tally } of tallies) {
    const before = next.get(pollId);
    // A count on its way while the poll was closed must not hide what the closing has told.
    if (before) next.set(pollId, { ...before, voters, tally: tally ?? before.tally });
  }
  return next;
}

export const votesOf = (votes: readonly PollVote[]): ReadonlyMap<string, readonly string[]> =>
  new Map(votes.map(({ pollId, picks }) => [pollId, picks]));
