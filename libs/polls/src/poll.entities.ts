import type { PollKind, PollResults, PollState } from '@lectern/contracts';
import { FlagColumn, IntegerColumn, JsonColumn, NullableText, TextColumn } from '@lectern/database';
import { Entity, PrimaryColumn } from 'typeorm';

@Entity('poll')
export class PollRow {
  @PrimaryColumn('text') id!: string;
  @TextColumn({ name: 'webinar_id' }) webinarId!: string;
  @IntegerColumn() seq!: number;
  @TextColumn() kind!: PollKind;
  @TextColumn() question!: string;
  @JsonColumn() options!: string[];
  /** Places of the right options of a quiz. */
  @JsonColumn() correct!: number[];
  @FlagColumn() anonymous!: boolean;
  @TextColumn() results!: PollResults;
  @TextColumn() state!: PollState;
  @IntegerColumn() voters!: number;
  @TextColumn({ name: 'created_at' }) createdAt!: string;
  @NullableText({ name: 'opened_at' }) openedAt!: string | null;
  @NullableText({ name: 'closed_at' }) closedAt!: string | null;
}

/** One answer, as it is counted and as it is shown. */
export interface Pick {
  pick: string;
  label: string;
}

@Entity('poll_vote')
export class PollVoteRow {
  @PrimaryColumn('text', { name: 'poll_id' }) pollId!: string;
  @PrimaryColumn('text', { name: 'participant_id' }) participantId!: string;
  @JsonColumn() picks!: Pick[];
  @TextColumn({ name: 'voted_at' }) votedAt!: string;
}

/** A running count; so that nobody counts all votes at each vote. */
@Entity('poll_tally')
export class PollTallyRow {
  @PrimaryColumn('text', { name: 'poll_id' }) pollId!: string;
  @PrimaryColumn('text') pick!: string;
  @TextColumn() label!: string;
  @IntegerColumn() votes!: number;
}

export const pollEntities = [PollRow, PollVoteRow, PollTallyRow];
