import type { EventOutput, EventPayload } from '@lectern/contracts';
import { type Connection, Handles } from '@lectern/realtime';
import { Injectable } from '@nestjs/common';
import { ChatSettingsService } from './chat-settings.service';
import { MessageReader } from './message.reader';
import { MessageService } from './message.service';
import { SendingService } from './sending.service';

/** Client events on chat messages → the services. */
@Injectable()
export class MessageGateway {
  constructor(
    private readonly sending: SendingService,
    private readonly messages: MessageService,
    private readonly reader: MessageReader,
    private readonly settings: ChatSettingsService,
  ) {}

  @Handles('message:send')
  send({ attendance }: Connection, input: EventPayload<'message:send'>): Promise<EventOutput<'message:send'>> {
    return this.sending.send(attendance, input);
  }

  @Handles('message:delete')
  delete(
    { attendance }: Connection,
    { messageId }: EventPayload<'message:delete'>,
  ): Promise<EventOutput<'message:delete'>> {
    return this.messages.delete(attendance, messageId);
  }

  @Handles('message:review')
  review({ attendance }: Connection, input: EventPayload<'message:review'>): Promise<EventOutput<'message:review'>> {
    return this.messages.review(attendance, input);
  }

  @Handles('message:react')
  react({ attendance }: Connection, input: EventPayload<'message:react'>): Promise<EventOutput<'message:react'>> {
    return this.messages.react(attendance, input);
  }

  @Handles('message:list')
  list({ attendance }: Connection, input: EventPayload<'message:list'>): Promise<EventOutput<'message:list'>> {
    return this.reader.list(attendance, input);
  }

  @Handles('message:waiting')
  waiting({ attendance }: Connection): Promise<EventOutput<'message:waiting'>> {
    return this.reader.waiting(attendance);
  }

  @Handles('chat:configure')
  configure(
    { attendance }: Connection,
    change: EventPayload<'chat:configure'>,
  ): Promise<EventOutput<'chat:configure'>> {
    return this.settings.configure(attendance, change);
  }

  @Handles('chat:words')
  async words({ attendance }: Connection): Promise<EventOutput<'chat:words'>> {
    return { lists: await this.settings.words(attendance) };
  }

  @Handles('chat:filter')
  async filter({ attendance }: Connection, list: EventPayload<'chat:filter'>): Promise<EventOutput<'chat:filter'>> {
    return { lists: await this.settings.filter(attendance, list) };
  }
}
