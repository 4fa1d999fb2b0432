import type { QaSettings, QuestionState } from '@lectern/contracts';
import { FlagColumn, IntegerColumn, JsonColumn, NullableText, TextColumn } from '@lectern/database';
import { Entity, PrimaryColumn } from 'typeorm';

@Entity('question')
export class QuestionRow {
  @PrimaryColumn('text') id!: string;
  @TextColumn({ name: 'webinar_id' }) webinarId!: string;
  @TextColumn({ name: 'participant_id' }) participantId!: string;
  @TextColumn({ name: 'client_id' }) clientId!: string;
  @IntegerColumn() seq!: number;
  @TextColumn() text!: string;
  @TextColumn() state!: QuestionState;
  @FlagColumn() anonymous!: boolean;
  @IntegerColumn() votes!: number;
  @TextColumn({ name: 'asked_at' }) askedAt!: string;
  @NullableText({ name: 'taken_up_at' }) takenUpAt!: string | null;
  /** What was promised when it was asked; later settings do not change it. */
  @FlagColumn({ name: 'hidden_from_staff' }) hiddenFromStaff!: boolean;
  /** The text as it is searched. */
  @TextColumn() folded!: string;
  @NullableText({ name: 'pinned_at' }) pinnedAt!: string | null;
  @NullableText({ name: 'merged_into' }) mergedInto!: string | null;
  @NullableText({ name: 'assignee_id' }) assigneeId!: string | null;
}

@Entity('question_vote')
export class VoteRow {
  @PrimaryColumn('text', { name: 'question_id' }) questionId!: string;
  @PrimaryColumn('text', { name: 'participant_id' }) participantId!: string;
}

@Entity('answer')
export class AnswerRow {
  @PrimaryColumn('text') id!: string;
  @TextColumn({ name: 'question_id' }) questionId!: string;
  @TextColumn({ name: 'participant_id' }) participantId!: string;
  @TextColumn() author!: string;
  @TextColumn() text!: string;
  @TextColumn({ name: 'answered_at' }) answeredAt!: string;
  @NullableText({ name: 'edited_at' }) editedAt!: string | null;
  /** The name of who changed it last. */
  @NullableText({ name: 'edited_by' }) editedBy!: string | null;
}

/** What an answer said before it was changed. */
@Entity('answer_version')
export class AnswerVersionRow {
  @PrimaryColumn('text') id!: string;
  @TextColumn({ name: 'answer_id' }) answerId!: string;
  @TextColumn() author!: string;
  @TextColumn() text!: string;
  @TextColumn({ name: 'written_at' }) writtenAt!: string;
}

@Entity('qa_settings')
export class QaSettingsRow {
  @PrimaryColumn('text', { name: 'webinar_id' }) webinarId!: string;
  /** What the hosts have changed; the rest follows the defaults. */
  @JsonColumn() settings!: Partial<QaSettings>;
}

export const questionEntities = [QuestionRow, VoteRow, AnswerRow, AnswerVersionRow, QaSettingsRow];
