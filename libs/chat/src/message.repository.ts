import type { ChatChannel, MessageEmoji } from '@lectern/contracts';
import { forUpdate, insertRow, rawQuery, selectRows, type Transaction } from '@lectern/database';
import type { Attendance } from '@lectern/kernel';
import { isStaff } from '@lectern/webinars';
import { Injectable } from '@nestjs/common';
import { Brackets, DataSource, In, type SelectQueryBuilder } from 'typeorm';
import { MessageRow, ReactionRow } from './message.entity';

interface Stretch {
  /** Places before this one, or the latest. */
  before?: string;
  /** No further back than this place. */
  until?: string;
  limit: number;
}

@Injectable()
export class MessageRepository {
  constructor(private readonly source: DataSource) {}

  byId(webinarId: string, id: string, manager = this.source.manager): Promise<MessageRow | null> {
    return manager.findOneBy(MessageRow, { id, webinarId });
  }

  /** For a change inside `tx` that takes no place in the room's order. */
  lockById({ manager }: Transaction, webinarId: string, id: string): Promise<MessageRow | null> {
    return manager.findOne(MessageRow, { where: { id, webinarId }, ...forUpdate(manager) });
  }

  byIds(ids: string[], manager = this.source.manager): Promise<MessageRow[]> {
    return ids.length > 0 ? manager.findBy(MessageRow, { id: In(ids) }) : Promise.resolve([]);
  }

  byClientId(participantId: string, clientId: string, manager = this.source.manager): Promise<MessageRow | null> {
    return manager.findOneBy(MessageRow, { participantId, clientId });
  }

  /** When somebody last wrote to everyone; what was deleted or not let through counts too. */
  async lastSentAt(participantId: string, manager = this.source.manager): Promise<string | null> {
    const sql = `SELECT sent_at AS at FROM message WHERE participant_id = ? AND channel = 'everyone' ORDER BY id DESC LIMIT 1`;
    const [last] = await rawQuery<{ at: string }>(manager, sql, [participantId]);
    return last?.at ?? null;
  }

  /** What `who` sees of a channel, newest first; what waits or was not let through only where it is their own. */
  page(who: Attendance, channel: ChatChannel, { before, until, limit }: Stretch): Promise<MessageRow[]> {
    const conditions: [string, unknown][] = [
      ['webinar_id = ?', who.webinarId],
      ['channel = ?', channel],
    ];
    if (channel === 'everyone') conditions.push([`(state = 'visible' OR participant_id = ?)`, who.participantId]);
    else if (!isStaff(who.role)) conditions.push([`(channel = 'moderators' AND thread_id = ?)`, who.participantId]);
    if (before) conditions.push(['place < ?', before]);
    if (until) conditions.push(['place >= ?', until]);
    const where = conditions.map(([condition]) => condition).join(' AND ');
    const tail = `WHERE ${where} ORDER BY place DESC LIMIT ${limit}`;
    const parameters = conditions.map(([, value]) => value);
    return selectRows(this.source.manager, MessageRow, tail, parameters);
  }

  changedSince(who: Attendance, since: number, limit: number): Promise<MessageRow[]> {
    return this.visible(who).andWhere('m.seq > :since', { since }).orderBy('m.seq').limit(limit).getMany();
  }

  /** What waits for a moderator, oldest first. */
  waiting(webinarId: string, limit: number): Promise<MessageRow[]> {
    return this.source.manager
      .createQueryBuilder(MessageRow, 'm')
      .where(`m.webinar_id = :webinarId AND m.state = 'pending' AND m.deleted_at IS NULL`, { webinarId })
      .orderBy('m.place')
      .limit(limit)
      .getMany();
  }

  countWaiting(participantId: string, manager = this.source.manager): Promise<number> {
    return manager
      .createQueryBuilder(MessageRow, 'm')
      .where(`m.participant_id = :participantId AND m.channel = 'everyone'`, { participantId })
      .andWhere(`m.state = 'pending' AND m.deleted_at IS NULL`)
      .getCount();
  }

  /** The same rule as `maySee`, for the database. */
  private visible({ webinarId, participantId, role }: Attendance): SelectQueryBuilder<MessageRow> {
    const query = this.source.manager
      .createQueryBuilder(MessageRow, 'm')
      .where('m.webinar_id = :webinarId', { webinarId });
    if (isStaff(role)) return query;
    return query.andWhere(
      new Brackets((or) =>
        or
          .where(`(m.channel = 'everyone' AND (m.state = 'visible' OR m.participant_id = :participantId))`, {
            participantId,
          })
          .orWhere(`(m.channel = 'moderators' AND m.thread_id = :participantId)`),
      ),
    );
  }

  async insert(tx: Transaction, row: MessageRow): Promise<void> {
    await insertRow(tx.manager, MessageRow, row);
  }

  async update(tx: Transaction, id: string, change: Partial<MessageRow>): Promise<void> {
    await tx.manager.update(MessageRow, { id }, change);
  }

  reactionsOf(participantId: string, messageIds: string[]): Promise<ReactionRow[]> {
    if (messageIds.length === 0) return Promise.resolve([]);
    return this.source.manager.findBy(ReactionRow, { participantId, messageId: In(messageIds) });
  }

  /** @returns what this person had answered with before */
  async react(
    { manager }: Transaction,
    messageId: string,
    participantId: string,
    emoji: MessageEmoji | null,
  ): Promise<MessageEmoji | null> {
    const before = await manager.findOneBy(ReactionRow, { messageId, participantId });
    if (before?.emoji === emoji) return emoji;
    if (before) await manager.delete(ReactionRow, { messageId, participantId });
    if (emoji) await manager.insert(ReactionRow, { messageId, participantId, emoji });
    return before?.emoji ?? null;
  }
}
