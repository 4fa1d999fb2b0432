import type { Message, MessageReactions } from '@lectern/contracts';
import { Broadcaster, Coalescer } from '@lectern/realtime';
import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import { groupsFor } from './message.audience';
import type { MessageRow } from './message.entity';
import { toReactions } from './message.view';

const REACTIONS_EVERY = 250;

interface Reacted {
  groups: string[];
  messageId: string;
  reactions: MessageReactions;
}

/** Tells those who may see a message what becomes of it. */
@Injectable()
export class MessageTeller implements OnModuleDestroy {
  private readonly reactions = new Coalescer<Reacted>(REACTIONS_EVERY, (changes) => this.tellReactions(changes));

  constructor(private readonly broadcaster: Broadcaster) {}

  changed(row: MessageRow, message: Message): void {
    const groups = groupsFor(row);
    for (const [index, group] of groups.entries())
      this.broadcaster.to(group, 'message:changed', { messages: [message] }, groups.slice(0, index));
  }

  reacted(row: MessageRow): void {
    const { id: messageId } = row;
    this.reactions.set(messageId, { messageId, groups: groupsFor(row), reactions: toReactions(row.reactions) });
  }

  private tellReactions(changes: Map<string, Reacted>): void {
    const byGroups = new Map<string, Reacted[]>();
    for (const change of changes.values()) {
      const key = change.groups.join(' ');
      byGroups.set(key, [...(byGroups.get(key) ?? []), change]);
    }
    for (const list of byGroups.values()) {
      const { groups } = list[0]!;
      const reacted = list.map(({ messageId, reactions }) => ({ messageId, reactions }));
      for (const [index, group] of groups.entries())
        this.broadcaster.to(group, 'message:reacted', { reacted }, groups.slice(0, index));
    }
  }

  onModuleDestroy(): void {
    this.reactions.close();
  }
}
