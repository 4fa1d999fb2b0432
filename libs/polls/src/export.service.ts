import type { ExportedPoll, PollsExport } from '@lectern/contracts';
import { Clock } from '@lectern/kernel';
import { ParticipantRepository, WebinarRepository } from '@lectern/webinars';
import { Injectable } from '@nestjs/common';
import type { PollRow, PollVoteRow } from './poll.entities';
import { PollRepository } from './poll.repository';

const PAGE = 500;
const MOST_ANSWERS = 10_000;

/** All polls with their results, for staff to keep. */
@Injectable()
export class ExportService {
  constructor(
    private readonly polls: PollRepository,
    private readonly people: ParticipantRepository,
    private readonly webinars: WebinarRepository,
    private readonly clock: Clock,
  ) {}

  async export(webinarId: string): Promise<PollsExport> {
    const { id, title } = await this.webinars.get(webinarId);
    const rows = await this.polls.of(webinarId);
    const polls: ExportedPoll[] = [];
    for (const row of rows) polls.push(await this.exported(row));
    return { webinar: { id, title }, exportedAt: this.clock.instant(), polls };
  }

  private async exported(row: PollRow): Promise<ExportedPoll> {
    const { id, kind, question, options, correct, anonymous, state, voters, openedAt, closedAt } = row;
    const tally = (await this.polls.tallies([id], MOST_ANSWERS)).get(id) ?? [];
    const votes = anonymous ? [] : await this.votes(id);
    return { id, kind, question, options, correct, anonymous, state, voters, openedAt, closedAt, tally, votes };
  }

  private async votes(pollId: string): Promise<ExportedPoll['votes']> {
    const votes: ExportedPoll['votes'] = [];
    for (let after = ''; ;) {
      const rows = await this.polls.votesAfter(pollId, after, PAGE);
      votes.push(...(await this.named(rows)));
      after = rows.at(-1)?.participantId ?? after;
      if (rows.length < PAGE) return votes;
    }
  }

  private async named(rows: PollVoteRow[]): Promise<ExportedPoll['votes']> {
    const people = await this.people.byIds(rows.map(({ participantId }) => participantId));
    const names = new Map(people.map(({ id, displayName }) => [id, displayName]));
    return rows.map(({ participantId, picks, votedAt }) => ({
      name: names.get(participantId) ?? '',
      answers: picks.map(({ label }) => label),
      votedAt,
    }));
  }
}
