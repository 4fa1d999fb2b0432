import type { Poll, SessionSnapshot } from '@lectern/contracts';
import type { Attendance } from '@lectern/kernel';
import { SnapshotPart, SnapshotParts } from '@lectern/realtime';
import { isStaff } from '@lectern/webinars';
import { Injectable } from '@nestjs/common';
import { maySee } from './poll.policy';
import { PollRepository } from './poll.repository';
import { toPoll } from './poll.view';

/** Answers of one poll that are told: so many words make a cloud, and no more can be read. */
export const MOST_TOLD = 60;
const MOST_CLOSED = 10;

/** Polls as a given person may see them. */
@Injectable()
export class PollReader implements SnapshotPart {
  constructor(
    private readonly polls: PollRepository,
    parts: SnapshotParts,
  ) {
    parts.register(this);
  }

  /** As staff see them, oldest first. */
  async all(webinarId: string): Promise<Poll[]> {
    const rows = await this.polls.of(webinarId);
    const tallies = await this.polls.tallies(
      rows.map(({ id }) => id),
      MOST_TOLD,
    );
    return rows.map((row) => toPoll(row, tallies.get(row.id) ?? [], true));
  }

  async snapshot({ role, webinarId, participantId }: Attendance): Promise<Partial<SessionSnapshot>> {
    const staff = isStaff(role);
    const known = (await this.polls.of(webinarId)).filter(({ state }) => maySee(role, state));
    const closed = known.filter(({ state }) => state === 'closed');
    const left = staff ? [] : closed.slice(0, Math.max(0, closed.length - MOST_CLOSED));
    const rows = known.filter((row) => !left.includes(row));
    const ids = rows.map(({ id }) => id);
    const [tallies, votes] = await Promise.all([
      this.polls.tallies(ids, MOST_TOLD),
      this.polls.votesOf(participantId, ids),
    ]);
    return {
      polls: rows.map((row) => toPoll(row, tallies.get(row.id) ?? [], staff)),
      myPolls: votes.map(({ pollId, picks }) => ({ pollId, picks: picks.map(({ pick }) => pick) })),
    };
  }
}
