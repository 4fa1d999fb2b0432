import type { PollVote } from '@lectern/contracts';
import { CallError } from './call-error';
import { mergePoll } from './merge-polls';
import type { RoomSession } from './room-session';

/** A full house votes in the same seconds, and the server lets so many in at a time: the others come again. */
const ATTEMPTS = 5;
const SPREAD_MS = 1500;

/** What people do with polls; each resolves once the server has it, or throws a CallError. */
export class PollCommands {
  constructor(
    private readonly session: Pick<RoomSession, 'call' | 'store'>,
    private readonly random = Math.random,
  ) {}

  async step(pollId: string, step: 'open' | 'close' | 'reopen'): Promise<void> {
    const poll = await this.session.call(`poll:${step}`, { pollId });
    this.session.store.update(({ polls }) => ({ polls: mergePoll(polls, poll) }));
  }

  /** @param picks nothing takes the vote back */
  async vote(pollId: string, picks: readonly string[]): Promise<void> {
    const vote = await this.send({ pollId, picks: [...picks] });
    this.session.store.update((state) => {
      const myPolls = new Map(state.myPolls);
      if (vote.picks.length > 0) myPolls.set(pollId, vote.picks);
      else myPolls.delete(pollId);
      return { myPolls };
    });
  }

  private async send(vote: PollVote): Promise<PollVote> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await this.session.call('poll:vote', vote);
      } catch (error) {
        const { code, retryAfter = 1 } = CallError.of(error);
        if (code !== 'RATE_LIMITED' || attempt === ATTEMPTS) throw error;
        await pause(retryAfter * 1000 + this.random() * SPREAD_MS);
      }
    }
  }
}

const pause = (ms: number): Promise<void> => new Promise((wake) => setTimeout(wake, ms));
