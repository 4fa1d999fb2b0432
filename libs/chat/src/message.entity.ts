import type { ChatChannel, ChatSettings, MessageEmoji, MessageState } from '@lectern/contracts';
import { IntegerColumn, JsonColumn, NullableText, TextColumn } from '@lectern/database';
import { Entity, PrimaryColumn } from 'typeorm';

/** How many have answered with each emoji. */
export type ReactionCounts = Partial<Record<MessageEmoji, number>>;

@Entity('message')
export class MessageRow {
  @PrimaryColumn('text') id!: string;
  @TextColumn({ name: 'webinar_id' }) webinarId!: string;
  @TextColumn({ name: 'participant_id' }) participantId!: string;
  @TextColumn({ name: 'client_id' }) clientId!: string;
  @IntegerColumn() seq!: number;
  @TextColumn() place!: string;
  @TextColumn() channel!: ChatChannel;
  @TextColumn() state!: MessageState;
  @NullableText({ name: 'thread_id' }) threadId!: string | null;
  @NullableText({ name: 'reply_to' }) replyTo!: string | null;
  @TextColumn() text!: string;
  @JsonColumn() reactions!: ReactionCounts;
  @TextColumn({ name: 'sent_at' }) sentAt!: string;
  @NullableText({ name: 'deleted_at' }) deletedAt!: string | null;
}

@Entity('message_reaction')
export class ReactionRow {
  @PrimaryColumn('text', { name: 'message_id' }) messageId!: string;
  @PrimaryColumn('text', { name: 'participant_id' }) participantId!: string;
  @TextColumn() emoji!: MessageEmoji;
}

@Entity('chat_settings')
export class ChatSettingsRow {
  @PrimaryColumn('text', { name: 'webinar_id' }) webinarId!: string;
  /** What has been changed; the rest follows the defaults. */
  @JsonColumn() settings!: Partial<ChatSettings>;
}

@Entity('chat_word_list')
export class WordListRow {
  @PrimaryColumn('text', { name: 'webinar_id' }) webinarId!: string;
  @PrimaryColumn('text') language!: string;
  @JsonColumn() words!: string[];
}

export const messageEntities = [MessageRow, ReactionRow, ChatSettingsRow, WordListRow];
