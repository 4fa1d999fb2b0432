import type { EventOutput, EventPayload } from '@lectern/contracts';
import { type Connection, Handles } from '@lectern/realtime';
import { Injectable } from '@nestjs/common';
import { ReactionService } from './reaction.service';

/** Emojis over the stage → the service. */
@Injectable()
export class ReactionGateway {
  constructor(private readonly reactions: ReactionService) {}

  @Handles('reaction:send')
  async send(
    { attendance }: Connection,
    { emoji }: EventPayload<'reaction:send'>,
  ): Promise<EventOutput<'reaction:send'>> {
    this.reactions.react(attendance, emoji);
    return {};
  }
}
