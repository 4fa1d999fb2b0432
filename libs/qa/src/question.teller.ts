import type { Question, QuestionState } from '@lectern/contracts';
import { Broadcaster, Coalescer, rooms } from '@lectern/realtime';
import { isStaff } from '@lectern/webinars';
import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import { EventEmitter } from 'node:events';
import type { QuestionRow } from './question.entities';
import { isPublic } from './question.machine';
import { type Surroundings, toQuestion } from './question.view';

const VOTES_EVERY = 250;

interface Count {
  webinarId: string;
  votes: number;
}

/** Tells each group of a room what it may know of a changed question. */
@Injectable()
export class QuestionTeller implements OnModuleDestroy {
  private readonly votes = new Coalescer<Count>(VOTES_EVERY, (counts) => this.tellVotes(counts));
  /** Inside this process, for who writes a timeline. */
  readonly events = new EventEmitter<{ asked: [QuestionRow]; 'taken-up': [QuestionRow]; answered: [QuestionRow] }>();

  constructor(private readonly broadcaster: Broadcaster) {}

  changed(row: QuestionRow, around: Surroundings, before: QuestionState): void {
    const { webinarId, participantId: authorId, assigneeId, state } = row;
    const author = rooms.participant(authorId);
    this.tell(author, 'changed', personal(row, around, authorId), []);
    const staffEvent = state === 'withdrawn' ? 'hidden' : 'changed';
    this.tell(rooms.staff(webinarId), staffEvent, toQuestion(row, around, { participantId: '', staff: true }), [
      author,
    ]);
    const others = [author];
    // Staff have heard who is to answer it with all the others of the staff.
    if (assigneeId && assigneeId !== authorId && isPublic(state) && !isStaffIn(around, assigneeId)) {
      others.push(rooms.participant(assigneeId));
      this.tell(rooms.participant(assigneeId), 'changed', personal(row, around, assigneeId), []);
    }
    const audience = toQuestion(row, around, { participantId: '', staff: false });
    if (isPublic(state)) this.tell(rooms.audience(webinarId), 'changed', audience, others);
    else if (isPublic(before))
      this.tell(rooms.audience(webinarId), 'hidden', { ...audience, mergedInto: row.mergedInto }, others);
    if (state === 'answering' || (state === 'answered' && before === 'approved')) this.events.emit('taken-up', row);
    if (state === 'answered' && before !== 'answered') this.events.emit('answered', row);
  }

  asked(row: QuestionRow): void {
    this.events.emit('asked', row);
  }

  voted(webinarId: string, questionId: string, votes: number): void {
    this.votes.set(questionId, { webinarId, votes });
  }

  private tell(room: string, what: 'changed' | 'hidden', question: Question, except: string[]): void {
    const { id: questionId, seq, mergedInto } = question;
    if (what === 'changed') this.broadcaster.to(room, 'question:changed', { questions: [question] }, except);
    else this.broadcaster.to(room, 'question:hidden', { questionId, seq, mergedInto }, except);
  }

  private tellVotes(counts: Map<string, Count>): void {
    const byWebinar = new Map<string, { questionId: string; votes: number }[]>();
    for (const [questionId, { webinarId, votes }] of counts)
      byWebinar.set(webinarId, [...(byWebinar.get(webinarId) ?? []), { questionId, votes }]);
    for (const [webinarId, list] of byWebinar)
      this.broadcaster.to(rooms.webinar(webinarId), 'question:voted', { counts: list });
  }

  onModuleDestroy(): void {
    this.votes.close();
  }
}

/** As one person sees it on all their connections. */
function personal(row: QuestionRow, around: Surroundings, participantId: string): Question {
  return toQuestion(row, around, { participantId, staff: isStaffIn(around, participantId) });
}

function isStaffIn({ people }: Surroundings, participantId: string): boolean {
  const person = people.get(participantId);
  return person !== undefined && isStaff(person.role);
}
