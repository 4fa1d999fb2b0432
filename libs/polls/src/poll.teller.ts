import type { PollTally, ServerPayload } from '@lectern/contracts';
import { Broadcaster, Coalescer, rooms } from '@lectern/realtime';
import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import { EventEmitter } from 'node:events';
import type { PollRow } from './poll.entities';
import { areResultsOpen, toPoll } from './poll.view';

const TALLIES_EVERY = 250;

interface Counted {
  row: PollRow;
  tally: PollTally;
}

type Tallies = ServerPayload<'poll:tallied'>['tallies'];

/** Tells staff and audience what each may know of a poll. */
@Injectable()
export class PollTeller implements OnModuleDestroy {
  private readonly counts = new Coalescer<Counted>(TALLIES_EVERY, (changes) => this.tellCounts(changes));

  /** Inside this process: a poll was opened or closed, for who writes a timeline. */
  readonly events = new EventEmitter<{ turned: [PollRow] }>();

  constructor(private readonly broadcaster: Broadcaster) {}

  changed(row: PollRow, tally: PollTally): void {
    this.broadcaster.to(rooms.staff(row.webinarId), 'poll:changed', toPoll(row, tally, true));
    if (row.state !== 'draft')
      this.broadcaster.to(rooms.audience(row.webinarId), 'poll:changed', toPoll(row, tally, false));
  }

  turned(row: PollRow): void {
    this.events.emit('turned', row);
  }

  deleted({ webinarId, id: pollId }: PollRow): void {
    this.broadcaster.to(rooms.staff(webinarId), 'poll:deleted', { pollId });
  }

  voted(row: PollRow, tally: PollTally): void {
    this.counts.set(row.id, { row, tally });
  }

  private tellCounts(changes: Map<string, Counted>): void {
    const byWebinar = new Map<string, { staff: Tallies; audience: Tallies }>();
    for (const { row, tally } of changes.values()) {
      const told = byWebinar.get(row.webinarId) ?? { staff: [], audience: [] };
      const counted = { pollId: row.id, voters: row.voters };
      told.staff.push({ ...counted, tally });
      told.audience.push({ ...counted, tally: areResultsOpen(row) ? tally : null });
      byWebinar.set(row.webinarId, told);
    }
    for (const [webinarId, { staff, audience }] of byWebinar) {
      this.broadcaster.to(rooms.staff(webinarId), 'poll:tallied', { tallies: staff });
      this.broadcaster.to(rooms.audience(webinarId), 'poll:tallied', { tallies: audience });
    }
  }

  onModuleDestroy(): void {
    this.counts.close();
  }
}
