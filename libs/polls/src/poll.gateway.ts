import type { EventOutput, EventPayload } from '@lectern/contracts';
import { type Connection, Handles } from '@lectern/realtime';
import { Injectable } from '@nestjs/common';
import { PollService } from './poll.service';

/** Client events on polls → the service. */
@Injectable()
export class PollGateway {
  constructor(private readonly polls: PollService) {}

  @Handles('poll:open')
  open({ attendance }: Connection, { pollId }: EventPayload<'poll:open'>): Promise<EventOutput<'poll:open'>> {
    return this.polls.step(attendance, pollId, 'open');
  }

  @Handles('poll:close')
  close({ attendance }: Connection, { pollId }: EventPayload<'poll:close'>): Promise<EventOutput<'poll:close'>> {
    return this.polls.step(attendance, pollId, 'close');
  }

  @Handles('poll:reopen')
  reopen({ attendance }: Connection, { pollId }: EventPayload<'poll:reopen'>): Promise<EventOutput<'poll:reopen'>> {
    return this.polls.step(attendance, pollId, 'reopen');
  }

  @Handles('poll:vote')
  vote({ attendance }: Connection, input: EventPayload<'poll:vote'>): Promise<EventOutput<'poll:vote'>> {
    return this.polls.vote(attendance, input);
  }
}
