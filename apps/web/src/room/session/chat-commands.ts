import type { ChatChannel, ChatSettings, ChatSettingsChange, MessageEmoji, WordList } from '@lectern/contracts';
import { applyReactions, mergeMessages, prependMessages } from './merge-messages';
import type { RoomSession } from './room-session';
import type { ChatState } from './room-state';

/** What people do in the chat; each resolves once the server has it, or throws a CallError. */
export class ChatCommands {
  constructor(private readonly session: RoomSession) {}

  async delete(messageId: string): Promise<void> {
    this.session.said(await this.session.call('message:delete', { messageId }));
  }

  async review(messageId: string, approve: boolean): Promise<void> {
    this.session.said(await this.session.call('message:review', { messageId, approve }));
    const { waiting, moreWaiting } = this.session.store.get().chat;
    if (moreWaiting && waiting.length === 0) await this.loadWaiting();
  }

  /** The next of those that wait. */
  private async loadWaiting(): Promise<void> {
    const { messages, more } = await this.session.call('message:waiting', {});
    this.update((chat) => ({ ...mergeMessages(chat, messages, this.me), moreWaiting: more }));
  }

  /** Shown at once; put back if the server refuses. The same emoji again takes it back. */
  async react(messageId: string, emoji: MessageEmoji): Promise<void> {
    const before = this.session.store.get().chat.mine.get(messageId) ?? null;
    const wanted = before === emoji ? null : emoji;
    this.showMine(messageId, wanted);
    try {
      const reacted = await this.session.call('message:react', { messageId, emoji: wanted });
      this.update((chat) => applyReactions(chat, [reacted]));
    } catch (error) {
      this.showMine(messageId, before);
      throw error;
    }
  }

  async loadOlder(channel: ChatChannel, until?: string): Promise<void> {
    const before = this.session.store.get().chat.channels[channel].list[0]?.place;
    if (!before) return;
    const input = { channel, before, ...(until ? { until } : {}) };
    const { messages, more, mine } = await this.session.call('message:list', input);
    this.update((chat) => ({
      ...chat,
      mine: new Map([...chat.mine, ...mine.map(({ messageId, emoji }) => [messageId, emoji] as const)]),
      channels: { ...chat.channels, [channel]: prependMessages(chat.channels[channel], messages, more) },
    }));
  }

  /** All up to the latest has been on view. */
  see(channel: ChatChannel): void {
    this.update((chat) => {
      const last = chat.channels[channel].list.at(-1)?.place ?? '';
      return last <= chat.seen[channel] ? chat : { ...chat, seen: { ...chat.seen, [channel]: last } };
    });
  }

  /** Shown at once; put back if the server refuses. */
  async configure(change: ChatSettingsChange): Promise<void> {
    const before = this.session.store.get().chat.settings;
    const show = (settings: ChatSettings): void => this.update((chat) => ({ ...chat, settings }));
    show({ ...before, ...change });
    try {
      show(await this.session.call('chat:configure', change));
    } catch (error) {
      show(before);
      throw error;
    }
  }

  async wordLists(): Promise<WordList[]> {
    return (await this.session.call('chat:words', {})).lists;
  }

  async saveWords(language: string, words: string[]): Promise<WordList[]> {
    return (await this.session.call('chat:filter', { language, words })).lists;
  }

  private get me(): string | undefined {
    return this.session.store.get().me?.id;
  }

  private showMine(messageId: string, emoji: MessageEmoji | null): void {
    this.update((chat) => {
      const mine = new Map(chat.mine);
      if (emoji) mine.set(messageId, emoji);
      else mine.delete(messageId);
      return { ...chat, mine };
    });
  }

  private update(change: (chat: ChatState) => ChatState): void {
    this.session.store.update(({ chat }) => ({ chat: change(chat) }));
  }
}
