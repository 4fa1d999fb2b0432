import type { Message } from '@lectern/contracts';
import { type Transaction, UnitOfWork } from '@lectern/database';
import { type Attendance, notFound } from '@lectern/kernel';
import { WebinarRepository } from '@lectern/webinars';
import { Injectable } from '@nestjs/common';
import { maySee } from './message.audience';
import type { MessageRow } from './message.entity';
import { MessageReader } from './message.reader';
import { MessageRepository } from './message.repository';
import { MessageTeller } from './message.teller';

/** What a change of messages stands on: the room is locked until the commit. */
export interface Desk {
  tx: Transaction;
  who: Attendance;
  /** The change's place in the room's order. */
  seq: number;
}

/** The one way by which messages are written and changed: lock, look, write, and tell after the commit. */
@Injectable()
export class MessageWriter {
  constructor(
    private readonly messages: MessageRepository,
    private readonly webinars: WebinarRepository,
    private readonly reader: MessageReader,
    private readonly teller: MessageTeller,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  run<T>(who: Attendance, work: (desk: Desk) => Promise<T>): Promise<T> {
    return this.unitOfWork.runRepeatable(async (tx) => {
      const seq = await this.webinars.nextSequence(tx, who.webinarId);
      return work({ tx, who, seq });
    });
  }

  /** @throws DomainError NOT_FOUND also for what this person may not see */
  async get({ tx, who }: Desk, id: string): Promise<MessageRow> {
    const row = await this.messages.byId(who.webinarId, id, tx.manager);
    if (!row || !maySee(who, row)) throw notFound('This message');
    return row;
  }

  async insert({ tx }: Desk, row: MessageRow): Promise<Message> {
    await this.messages.insert(tx, row);
    return this.finish(tx, row);
  }

  async change({ tx, seq }: Desk, row: MessageRow, patch: Partial<MessageRow>): Promise<Message> {
    await this.messages.update(tx, row.id, { ...patch, seq });
    return this.finish(tx, { ...row, ...patch, seq });
  }

  /** As it is; nothing has changed. */
  async show({ tx }: Desk, row: MessageRow): Promise<Message> {
    return (await this.reader.view([row], tx.manager))[0]!;
  }

  private async finish(tx: Transaction, row: MessageRow): Promise<Message> {
    const message = (await this.reader.view([row], tx.manager))[0]!;
    tx.afterCommit(() => this.teller.changed(row, message));
    return message;
  }
}
