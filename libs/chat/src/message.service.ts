import type { EventOutput, EventPayload, Message } from '@lectern/contracts';
import { UnitOfWork } from '@lectern/database';
import { type Attendance, Clock, forbidden, newId, notFound, wrongState } from '@lectern/kernel';
import { Injectable } from '@nestjs/common';
import { maySee } from './message.audience';
import type { MessageRow } from './message.entity';
import { afterReview } from './message.machine';
import { mayMessage, type MessageAction } from './message.policy';
import { MessageRepository } from './message.repository';
import { MessageTeller } from './message.teller';
import { toReactions } from './message.view';
import { MessageWriter } from './message.writer';

/** What becomes of messages after they were sent: reviewed, answered with an emoji, deleted. */
@Injectable()
export class MessageService {
  constructor(
    private readonly messages: MessageRepository,
    private readonly writer: MessageWriter,
    private readonly teller: MessageTeller,
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /** What is let through takes its place now, so that nobody overlooks it above what they have read. */
  review(who: Attendance, { messageId, approve }: EventPayload<'message:review'>): Promise<Message> {
    return this.change(who, messageId, 'review', (row) => {
      const state = row.deletedAt ? null : afterReview(row.state, approve);
      if (!state) throw wrongState('This message does not wait any more: somebody else may have decided.');
      return approve ? { state, place: newId() } : { state };
    });
  }

  /** The text is erased, not hidden: nobody can page back to it. */
  delete(who: Attendance, messageId: string): Promise<Message> {
    return this.change(who, messageId, 'delete', () => ({ text: '', deletedAt: this.clock.instant(), reactions: {} }));
  }

  private change(
    who: Attendance,
    messageId: string,
    action: MessageAction,
    decide: (row: MessageRow) => Partial<MessageRow>,
  ): Promise<Message> {
    return this.writer.run(who, async (desk) => {
      const row = await this.writer.get(desk, messageId);
      if (!mayMessage(who.role, action, row.participantId === who.participantId)) throw forbidden();
      return this.writer.change(desk, row, decide(row));
    });
  }

  /** Reactions are told to the room as counts, a few times a second; they take no place in its order of changes. */
  async react(
    who: Attendance,
    { messageId, emoji }: EventPayload<'message:react'>,
  ): Promise<EventOutput<'message:react'>> {
    if (who.muted || !mayMessage(who.role, 'react', false)) throw forbidden('A moderator has muted you.');
    return this.unitOfWork.run(async (tx) => {
      const row = await this.messages.lockById(tx, who.webinarId, messageId);
      if (!row || !maySee(who, row)) throw notFound('This message');
      if (row.deletedAt || row.state !== 'visible') throw wrongState('This message cannot be answered now.');
      const before = await this.messages.react(tx, messageId, who.participantId, emoji);
      if (before === emoji) return { messageId, reactions: toReactions(row.reactions) };
      const reactions = { ...row.reactions };
      if (before) reactions[before] = Math.max(0, (reactions[before] ?? 0) - 1);
      if (emoji) reactions[emoji] = (reactions[emoji] ?? 0) + 1;
      await this.messages.update(tx, messageId, { reactions });
      tx.afterCommit(() => this.teller.reacted({ ...row, reactions }));
      return { messageId, reactions: toReactions(reactions) };
    });
  }
}
