import {
  chatChannels,
  type ChatSnapshot,
  type EventOutput,
  type EventPayload,
  type Message,
  type SessionSnapshot,
} from '@lectern/contracts';
import { type Attendance, forbidden } from '@lectern/kernel';
import { SnapshotPart, SnapshotParts } from '@lectern/realtime';
import { isStaff, ParticipantRepository } from '@lectern/webinars';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { ChatSettingsRepository } from './chat-settings.repository';
import type { MessageRow } from './message.entity';
import { mayMessage, mayUse } from './message.policy';
import { MessageRepository } from './message.repository';
import { type Surroundings, toMessage, toReactions } from './message.view';

const PAGE = 50;
const STRETCH = 200;
const MOST_MISSED = 500;
const MOST_WAITING = 100;

/** The chat as it is read: for who comes, and page by page. */
@Injectable()
export class MessageReader implements SnapshotPart {
  constructor(
    private readonly messages: MessageRepository,
    private readonly participants: ParticipantRepository,
    private readonly settings: ChatSettingsRepository,
    parts: SnapshotParts,
  ) {
    parts.register(this);
  }

  /** People and quoted messages of these; as they are now, or inside a transaction. */
  async around(rows: MessageRow[], manager?: EntityManager): Promise<Surroundings> {
    const quoted = await this.messages.byIds([...new Set(rows.flatMap(({ replyTo }) => replyTo ?? []))], manager);
    const ids = [...rows, ...quoted].flatMap(({ participantId, threadId }) => [participantId, threadId ?? []].flat());
    const people = await this.participants.byIds([...new Set(ids)], manager);
    return {
      people: new Map(people.map((person) => [person.id, person])),
      quoted: new Map(quoted.map((row) => [row.id, row])),
    };
  }

  async view(rows: MessageRow[], manager?: EntityManager): Promise<Message[]> {
    const around = await this.around(rows, manager);
    return rows.map((row) => toMessage(row, around));
  }

  async list(who: Attendance, input: EventPayload<'message:list'>): Promise<EventOutput<'message:list'>> {
    const { channel, before, until } = input;
    if (!mayUse(who.role, channel)) throw forbidden();
    const limit = until ? STRETCH : PAGE;
    const rows = await this.messages.page(who, channel, { before, until, limit: limit + 1 });
    const page = rows.slice(0, limit);
    // A stretch that is whole says nothing of what lies before it.
    const more = rows.length > limit || (until !== undefined && (await this.hasBefore(who, channel, until)));
    return { messages: await this.view(page), more, mine: await this.mine(who, page) };
  }

  private async hasBefore(who: Attendance, channel: Message['channel'], before: string): Promise<boolean> {
    return (await this.messages.page(who, channel, { before, limit: 1 })).length > 0;
  }

  async waiting({ role, webinarId }: Attendance): Promise<ChatSnapshot['waiting']> {
    if (!mayMessage(role, 'review', false)) throw forbidden();
    const rows = await this.messages.waiting(webinarId, MOST_WAITING + 1);
    return { messages: await this.view(rows.slice(0, MOST_WAITING)), more: rows.length > MOST_WAITING };
  }

  async snapshot(who: Attendance, since: number | undefined): Promise<Partial<SessionSnapshot>> {
    const channels = chatChannels.filter((channel) => mayUse(who.role, channel));
    const pages = await Promise.all(channels.map((channel) => this.messages.page(who, channel, { limit: PAGE + 1 })));
    const latest = pages.flatMap((rows) => rows.slice(0, PAGE));
    const whole = since === undefined;
    const rows = whole ? latest : await this.messages.changedSince(who, since, MOST_MISSED);
    const chat: ChatSnapshot = {
      settings: await this.settings.of(who.webinarId),
      // The latest come newest first; changes in the order in which they were made.
      messages: await this.view(whole ? rows.reverse() : rows),
      more: whole ? channels.filter((_, index) => pages[index]!.length > PAGE) : [],
      waiting: isStaff(who.role) ? await this.waiting(who) : { messages: [], more: false },
      reacted: whole ? [] : latest.map(({ id, reactions }) => ({ messageId: id, reactions: toReactions(reactions) })),
      mine: await this.mine(who, latest),
      lastSentAt: await this.messages.lastSentAt(who.participantId),
    };
    return { chat };
  }

  private async mine({ participantId }: Attendance, rows: MessageRow[]): Promise<ChatSnapshot['mine']> {
    const reacted = rows.filter(({ reactions }) => Object.keys(reactions).length > 0).map(({ id }) => id);
    const own = await this.messages.reactionsOf(participantId, reacted);
    return own.map(({ messageId, emoji }) => ({ messageId, emoji }));
  }
}
