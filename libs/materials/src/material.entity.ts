import type { MaterialKind, MaterialStatus, Presentation } from '@lectern/contracts';
import {
  FlagColumn,
  IntegerColumn,
  JsonColumn,
  NullableReal,
  NullableText,
  RealColumn,
  TextColumn,
} from '@lectern/database';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('material')
export class MaterialRow {
  @PrimaryColumn('text') id!: string;
  @TextColumn({ name: 'webinar_id' }) webinarId!: string;
  /** Who has uploaded it. */
  @TextColumn({ name: 'account_id' }) accountId!: string;
  @TextColumn() kind!: MaterialKind;
  @TextColumn() title!: string;
  /** Bytes that were uploaded. */
  @IntegerColumn() size!: number;
  @TextColumn() status!: MaterialStatus;
  @RealColumn() percent!: number;
  @IntegerColumn() attempts!: number;
  @NullableText() failure!: string | null;
  /** In the words of the program that failed, for admins. */
  @NullableText({ name: 'failure_detail' }) failureDetail!: string | null;
  @Column('integer', { nullable: true }) pages!: number | null;
  /** Seconds. */
  @NullableReal() duration!: number | null;
  @FlagColumn({ name: 'has_video' }) hasVideo!: boolean;
  @FlagColumn({ name: 'has_audio' }) hasAudio!: boolean;
  /** The furthest page that the audience has seen; 0: nothing of it. */
  @IntegerColumn() reached!: number;
  @TextColumn({ name: 'created_at' }) createdAt!: string;
  /** Sign of life of whoever prepares it: a stale one is taken up by the sweep. */
  @TextColumn({ name: 'updated_at' }) updatedAt!: string;
  @NullableText({ name: 'deleted_at' }) deletedAt!: string | null;
}

/** The words of a page, for screen readers and search. */
@Entity('material_page')
export class MaterialPageRow {
  @PrimaryColumn('text', { name: 'material_id' }) materialId!: string;
  @PrimaryColumn('integer') page!: number;
  @TextColumn() text!: string;
}

/** What is shown in a room; it stays there over a restart. */
@Entity('presentation')
export class PresentationRow {
  @PrimaryColumn('text', { name: 'webinar_id' }) webinarId!: string;
  @IntegerColumn() seq!: number;
  @JsonColumn() shown!: Presentation['shown'];
}

export const materialEntities = [MaterialRow, MaterialPageRow, PresentationRow];
