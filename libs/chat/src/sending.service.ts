import type { EventPayload, Message } from '@lectern/contracts';
import { type Attendance, Clock, DomainError, forbidden, newId, notFound } from '@lectern/kernel';
import { isStaff, ParticipantRepository } from '@lectern/webinars';
import { Injectable } from '@nestjs/common';
import { Gatekeeper } from './gatekeeper';
import type { MessageRow } from './message.entity';
import { mayUse } from './message.policy';
import { MessageRepository } from './message.repository';
import { type Desk, MessageWriter } from './message.writer';

type Sent = EventPayload<'message:send'>;

/** A message's way into its channel. */
@Injectable()
export class SendingService {
  constructor(
    private readonly messages: MessageRepository,
    private readonly people: ParticipantRepository,
    private readonly writer: MessageWriter,
    private readonly gatekeeper: Gatekeeper,
    private readonly clock: Clock,
  ) {}

  /** Stores a message and tells who may see it. Sending twice under one client id stores it once. */
  async send(who: Attendance, input: Sent): Promise<Message> {
    if (who.muted) throw forbidden('A moderator has muted you: you cannot write now.');
    if (!mayUse(who.role, input.channel)) throw forbidden('You cannot write in this channel.');
    return this.writer.run(who, async (desk) => {
      const known = await this.messages.byClientId(who.participantId, input.clientId, desk.tx.manager);
      if (known) return this.writer.show(desk, known);
      const threadId = input.channel === 'moderators' ? await this.threadOf(desk, input) : null;
      if (input.replyTo) await this.refuseForeignQuote(desk, input.replyTo, { channel: input.channel, threadId });
      const state = input.channel === 'everyone' ? await this.gatekeeper.admit(desk.tx, who, input.text) : 'visible';
      return this.writer.insert(desk, this.newRow(desk, input, { state, threadId }));
    });
  }

  private newRow(
    { who: { webinarId, participantId }, seq }: Desk,
    { clientId, text, channel, replyTo }: Sent,
    placed: Pick<MessageRow, 'state' | 'threadId'>,
  ): MessageRow {
    const id = newId();
    const sentAt = this.clock.instant();
    const fresh = { id, place: id, seq, sentAt, deletedAt: null, reactions: {} };
    return { ...fresh, ...placed, webinarId, participantId, clientId, channel, text, replyTo: replyTo ?? null };
  }

  /** Whose conversation with the moderators it belongs to. @throws DomainError when staff name nobody of the audience */
  private async threadOf({ tx, who }: Desk, { threadId }: Sent): Promise<string> {
    if (!isStaff(who.role)) return who.participantId;
    const person = threadId ? await this.people.byId(threadId, tx.manager) : null;
    if (person && person.webinarId === who.webinarId && !isStaff(person.role)) return person.id;
    throw new DomainError('VALIDATION_FAILED', 'Say to whom of the audience this goes: answer one of their messages.', {
      fields: [{ path: 'threadId', message: 'nobody of the audience' }],
    });
  }

  /** Only what all readers of the new message may see can be quoted in it. */
  private async refuseForeignQuote(
    desk: Desk,
    replyTo: string,
    { channel, threadId }: Pick<MessageRow, 'channel' | 'threadId'>,
  ): Promise<void> {
    const original = await this.writer.get(desk, replyTo);
    const together = original.channel === channel && original.threadId === threadId;
    if (!together || original.state !== 'visible' || original.deletedAt) throw notFound('The message that you answer');
  }
}
