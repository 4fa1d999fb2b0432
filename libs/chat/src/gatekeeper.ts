import type { MessageState } from '@lectern/contracts';
import type { Transaction } from '@lectern/database';
import { type Attendance, Clock, DomainError } from '@lectern/kernel';
import { isStaff } from '@lectern/webinars';
import { Injectable } from '@nestjs/common';
import { ChatSettingsRepository } from './chat-settings.repository';
import { judge, type Verdict } from './gate';
import { MessageRepository } from './message.repository';

/** Messages of one person that may wait at the same time: nobody fills the moderators' pile alone. */
const MOST_WAITING = 5;

/** Applies the room's rules to what somebody writes to everyone. */
@Injectable()
export class Gatekeeper {
  constructor(
    private readonly messages: MessageRepository,
    private readonly settings: ChatSettingsRepository,
    private readonly clock: Clock,
  ) {}

  /** @throws DomainError that says why it is not taken: `fields` with `word` or `link`, or the seconds to wait */
  async admit({ manager }: Transaction, who: Attendance, text: string): Promise<MessageState> {
    const { role, participantId, webinarId } = who;
    if (isStaff(role)) return 'visible';
    const settings = await this.settings.of(webinarId, manager);
    const lists = await this.settings.lists(webinarId, manager);
    const last = settings.slowSeconds > 0 ? await this.messages.lastSentAt(participantId, manager) : null;
    const attempt = { role, text, lastSentAt: last ? Date.parse(last) : null, now: this.clock.now() };
    const state = admitted(judge(attempt, settings, lists));
    if (state === 'pending' && (await this.messages.countWaiting(participantId, manager)) >= MOST_WAITING)
      throw new DomainError('LIMIT_EXCEEDED', `${MOST_WAITING} of your messages wait for a moderator: wait with them.`);
    return state;
  }
}

function admitted(verdict: Verdict): MessageState {
  if ('state' in verdict) return verdict.state;
  if (verdict.refused === 'slow') {
    const { retryAfter } = verdict;
    throw new DomainError('RATE_LIMITED', `Slow mode: write again in ${retryAfter} s.`, { retryAfter });
  }
  const message =
    verdict.refused === 'link'
      ? 'Here only moderators send links: write it without.'
      : 'There is a word in it that is not wanted here: write it without.';
  throw new DomainError('VALIDATION_FAILED', message, { fields: [{ path: 'text', message: verdict.refused }] });
}
