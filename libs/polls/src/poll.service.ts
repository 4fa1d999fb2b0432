import type { EventPayload, Poll, PollInput, PollVote } from '@lectern/contracts';
import { type Transaction, UnitOfWork } from '@lectern/database';
import { type Attendance, Clock, DomainError, forbidden, newId, notFound, wrongState } from '@lectern/kernel';
import { WebinarRepository } from '@lectern/webinars';
import { Injectable } from '@nestjs/common';
import { readPicks } from './picks';
import type { PollRow } from './poll.entities';
import { nextState, type PollAction } from './poll.machine';
import { mayPoll, maySee } from './poll.policy';
import { MOST_TOLD } from './poll.reader';
import { PollRepository } from './poll.repository';
import { PollTeller } from './poll.teller';
import { toPoll } from './poll.view';

const MOST_POLLS = 50;
/** Open at the same time: more than anybody can follow. */
const MOST_OPEN = 3;

type Step = 'open' | 'close' | 'reopen';

/** A poll's way from the draft to its results. */
@Injectable()
export class PollService {
  constructor(
    private readonly polls: PollRepository,
    private readonly webinars: WebinarRepository,
    private readonly teller: PollTeller,
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /** The caller has been authorised to prepare polls, as for the two below. */
  create(webinarId: string, input: PollInput): Promise<Poll> {
    return this.unitOfWork.run(async (tx) => {
      const { seq } = await this.webinars.lock(tx, webinarId);
      if ((await this.polls.of(webinarId, tx.manager)).length >= MOST_POLLS)
        throw new DomainError('LIMIT_EXCEEDED', `A webinar has ${MOST_POLLS} polls at most: delete a draft first.`);
      const fresh = { id: newId(), voters: 0, createdAt: this.clock.instant(), openedAt: null, closedAt: null };
      const row: PollRow = { ...fresh, ...input, webinarId, seq, state: 'draft' };
      await this.polls.insert(tx, row);
      tx.afterCommit(() => this.teller.changed(row, []));
      return toPoll(row, [], true);
    });
  }

  edit(webinarId: string, pollId: string, input: PollInput): Promise<Poll> {
    return this.change(webinarId, pollId, 'edit', () => input);
  }

  delete(webinarId: string, pollId: string): Promise<void> {
    return this.unitOfWork.run(async (tx) => {
      await this.webinars.lock(tx, webinarId);
      const row = await this.get(tx, webinarId, pollId);
      check(row, 'delete');
      await this.polls.delete(tx, pollId);
      tx.afterCommit(() => this.teller.deleted(row));
    });
  }

  step(who: Attendance, pollId: string, step: Step): Promise<Poll> {
    if (!mayPoll(who.role, step)) throw forbidden('Only moderators open and close polls.');
    return this.change(who.webinarId, pollId, step, async (row, tx) => {
      if (step !== 'close') await this.refuseTooMany(tx, who.webinarId);
      const now = this.clock.instant();
      return step === 'close' ? { closedAt: now } : { openedAt: row.openedAt ?? now, closedAt: null };
    });
  }

  private async refuseTooMany(tx: Transaction, webinarId: string): Promise<void> {
    const open = (await this.polls.of(webinarId, tx.manager)).filter(({ state }) => state === 'open').length;
    if (open >= MOST_OPEN)
      throw new DomainError('LIMIT_EXCEEDED', `${MOST_OPEN} polls are open: close one of them first.`);
  }

  private change(
    webinarId: string,
    pollId: string,
    action: PollAction,
    decide: (row: PollRow, tx: Transaction) => Partial<PollRow> | Promise<Partial<PollRow>>,
  ): Promise<Poll> {
    return this.unitOfWork.run(async (tx) => {
      const { seq } = await this.webinars.lock(tx, webinarId);
      const row = await this.get(tx, webinarId, pollId);
      const state = check(row, action);
      const patch = { ...(await decide(row, tx)), state, seq };
      await this.polls.update(tx, pollId, patch);
      const changed = { ...row, ...patch };
      const tally = (await this.polls.tallies([pollId], MOST_TOLD, tx.manager)).get(pollId) ?? [];
      tx.afterCommit(() => this.teller.changed(changed, tally));
      if (state !== row.state) tx.afterCommit(() => this.teller.turned(changed));
      return toPoll(changed, tally, true);
    });
  }

  private async get(tx: Transaction, webinarId: string, id: string): Promise<PollRow> {
    const row = await this.polls.lockById(tx, webinarId, id);
    if (!row) throw notFound('This poll');
    return row;
  }

  /** Each person once; the counts are told to the room a few times a second, and take no place in its order. */
  vote(who: Attendance, { pollId, picks }: EventPayload<'poll:vote'>): Promise<PollVote> {
    if (!mayPoll(who.role, 'vote')) throw forbidden();
    return this.unitOfWork.run(async (tx) => {
      const row = await this.get(tx, who.webinarId, pollId);
      if (!maySee(who.role, row.state)) throw notFound('This poll');
      check(row, 'vote');
      const read = readPicks(row, picks);
      if (!read)
        throw new DomainError('VALIDATION_FAILED', 'This is no answer to this poll.', {
          fields: [{ path: 'picks', message: 'no answer to this poll' }],
        });
      const { participantId } = who;
      const more = await this.polls.vote(tx, { pollId, participantId, picks: read, votedAt: this.clock.instant() });
      const voters = row.voters + more;
      if (more !== 0) await this.polls.update(tx, pollId, { voters });
      const tally = (await this.polls.tallies([pollId], MOST_TOLD, tx.manager)).get(pollId) ?? [];
      tx.afterCommit(() => this.teller.voted({ ...row, voters }, tally));
      return { pollId, picks: read.map(({ pick }) => pick) };
    });
  }
}

function check({ state, kind }: PollRow, action: PollAction): PollRow['state'] {
  const next = nextState(state, action, kind);
  if (!next) throw wrongState(`This poll is ${state}: that cannot be done now.`);
  return next;
}
