import type { Chapter, Resource, ResourceFile, ResourceMetadata, ResourceQuestion } from '@lectern/contracts';
import {
  FlagColumn,
  IntegerColumn,
  JsonColumn,
  NullableReal,
  NullableText,
  RealColumn,
  TextColumn,
} from '@lectern/database';
import { Entity, PrimaryColumn } from 'typeorm';
import { AttachmentRow, PartRow } from './contents/content.entities';
import { AcceptanceRow, AgreementRow, ReviewNoteRow, ReviewSeenRow, SettingRow } from './review/review.entities';
import { GiftRow, PartnerRow } from './partners/partner.entities';
import { RetentionRuleRow } from './retention/retention.entity';
import { TranscriptVersionRow } from './transcript/transcript.entity';
import { ResourceVersionRow } from './versions/version.entity';

@Entity('resource')
export class ResourceRow {
  @PrimaryColumn('text') id!: string;
  @NullableText({ name: 'recording_id' }) recordingId!: string | null;
  @NullableText({ name: 'webinar_id' }) webinarId!: string | null;
  @TextColumn({ name: 'owner_id' }) ownerId!: string;
  @TextColumn() kind!: Resource['kind'];
  @TextColumn() status!: Resource['status'];
  @TextColumn() title!: string;
  @TextColumn() description!: string;
  @JsonColumn() languages!: string[];
  @TextColumn() licence!: Resource['licence'];
  @JsonColumn() authors!: string[];
  @JsonColumn() institutions!: string[];
  @JsonColumn() subjects!: string[];
  @NullableText() level!: ResourceMetadata['level'];
  @JsonColumn() competencies!: ResourceMetadata['competencies'];
  @JsonColumn() accessibility!: ResourceMetadata['accessibility'];
  @JsonColumn() translations!: ResourceMetadata['translations'];
  @RealColumn() duration!: number;
  @JsonColumn() captions!: string[];
  /** Languages of the interpreters: of each there is the whole sound. */
  @JsonColumn() channels!: string[];
  @FlagColumn({ name: 'has_poster' }) hasPoster!: boolean;
  @FlagColumn({ name: 'has_renditions' }) hasRenditions!: boolean;
  @JsonColumn() chapters!: Chapter[];
  /** What lies in the storage beside video, poster, captions and HLS. */
  @JsonColumn() files!: ResourceFile[];
  @FlagColumn({ name: 'offers_slides' }) offersSlides!: boolean;
  /** Where a link leads; null for all else. */
  @NullableText() link!: string | null;
  @NullableText() notice!: string | null;
  @NullableText({ name: 'recorded_at' }) recordedAt!: string | null;
  @TextColumn({ name: 'created_at' }) createdAt!: string;
  /** When it was published first; kept when it is taken back, so that harvesters hear of that. */
  @NullableText({ name: 'published_at' }) publishedAt!: string | null;
  @TextColumn({ name: 'updated_at' }) updatedAt!: string;
  /** Of what is public, or was last. */
  @IntegerColumn() version!: number;
  /** Since when it is this version; null for the first one. */
  @NullableText({ name: 'revised_at' }) revisedAt!: string | null;
  /** When it was handed to the librarians last; null when it never was. */
  @NullableText({ name: 'submitted_at' }) submittedAt!: string | null;
  @NullableText({ name: 'withdrawn_at' }) withdrawnAt!: string | null;
  /** For everyone to read: why its address shows nothing more. */
  @TextColumn({ name: 'withdrawn_reason' }) withdrawnReason!: string;
  @NullableText({ name: 'trashed_at' }) trashedAt!: string | null;
  @TextColumn({ name: 'trashed_by' }) trashedBy!: string;
  /** What it is again when it is restored. */
  @NullableText({ name: 'trashed_status' }) trashedStatus!: Resource['status'] | null;
  /** From here on it cannot be restored: its files are being removed. */
  @NullableText({ name: 'purging_at' }) purgingAt!: string | null;
  /** Only a tombstone is left. */
  @NullableText({ name: 'purged_at' }) purgedAt!: string | null;
  /** When the single tracks of its recording were removed. */
  @NullableText({ name: 'tracks_removed_at' }) tracksRemovedAt!: string | null;
}

@Entity('cue')
export class CueRow {
  @PrimaryColumn('text') id!: string;
  @TextColumn({ name: 'resource_id' }) resourceId!: string;
  @IntegerColumn() position!: number;
  @RealColumn({ name: 'start_at' }) start!: number;
  @RealColumn({ name: 'end_at' }) end!: number;
  @TextColumn() speaker!: string;
  @TextColumn() text!: string;
  /** Of speech recognition, 0 to 1. */
  @NullableReal() confidence?: number | null;
  /** BCP 47; null where nobody knows. */
  @NullableText() language!: string | null;
  @FlagColumn() interpreted!: boolean;
}

@Entity('resource_question')
export class ResourceQuestionRow {
  @PrimaryColumn('text') id!: string;
  @TextColumn({ name: 'resource_id' }) resourceId!: string;
  @IntegerColumn() position!: number;
  @TextColumn() text!: string;
  @NullableText() author!: string | null;
  @IntegerColumn() votes!: number;
  @NullableReal({ name: 'at_second' }) at!: number | null;
  @JsonColumn() answers!: ResourceQuestion['answers'];
}

const reviewEntities = [AcceptanceRow, AgreementRow, ReviewNoteRow, ReviewSeenRow, SettingRow];

export const libraryEntities = [
  ResourceRow,
  CueRow,
  ResourceQuestionRow,
  TranscriptVersionRow,
  AttachmentRow,
  PartRow,
  ...reviewEntities,
  RetentionRuleRow,
  ResourceVersionRow,
  PartnerRow,
  GiftRow,
];
