import type { ReviewNoteKind } from '@lectern/contracts';
import { IntegerColumn, JsonColumn, NullableText, TextColumn } from '@lectern/database';
import { Entity, PrimaryColumn } from 'typeorm';

/** One entry in the thread of a resource. */
@Entity('review_note')
export class ReviewNoteRow {
  @PrimaryColumn('text') id!: string;
  @TextColumn({ name: 'resource_id' }) resourceId!: string;
  @TextColumn() kind!: ReviewNoteKind;
  @TextColumn({ name: 'author_id' }) authorId!: string;
  @TextColumn({ name: 'author_name' }) authorName!: string;
  @TextColumn() body!: string;
  @TextColumn({ name: 'created_at' }) createdAt!: string;
}

/** Until when somebody has read a thread. */
@Entity('review_seen')
export class ReviewSeenRow {
  @PrimaryColumn('text', { name: 'account_id' }) accountId!: string;
  @PrimaryColumn('text', { name: 'resource_id' }) resourceId!: string;
  @TextColumn({ name: 'seen_at' }) seenAt!: string;
}

/** A version of the contribution agreement; none is ever changed. */
@Entity('contribution_agreement')
export class AgreementRow {
  @PrimaryColumn('integer') version!: number;
  @TextColumn() body!: string;
  @TextColumn() hash!: string;
  @NullableText({ name: 'author_id' }) authorId!: string | null;
  @TextColumn({ name: 'created_at' }) createdAt!: string;
}

@Entity('agreement_acceptance')
export class AcceptanceRow {
  @PrimaryColumn('text') id!: string;
  @TextColumn({ name: 'resource_id' }) resourceId!: string;
  @TextColumn({ name: 'account_id' }) accountId!: string;
  @TextColumn({ name: 'account_name' }) accountName!: string;
  @IntegerColumn() version!: number;
  @TextColumn() hash!: string;
  @TextColumn({ name: 'accepted_at' }) acceptedAt!: string;
}

@Entity('library_setting')
export class SettingRow {
  @PrimaryColumn('text') name!: string;
  @JsonColumn() value!: unknown;
}
