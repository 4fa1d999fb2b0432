import { IntegerColumn, NullableText, TextColumn } from '@lectern/database';
import { Entity, PrimaryColumn } from 'typeorm';

/** A file that somebody has given. */
@Entity('resource_attachment')
export class AttachmentRow {
  /** That of its upload. */
  @PrimaryColumn('text') id!: string;
  @TextColumn({ name: 'resource_id' }) resourceId!: string;
  /** As the person had it: shown, never used as a path. */
  @TextColumn() name!: string;
  @TextColumn({ name: 'media_type' }) mediaType!: string;
  /** Bytes. */
  @IntegerColumn() size!: number;
  /** Taken out of what was public: kept for the versions that have it, shown no more. */
  @NullableText({ name: 'removed_at' }) removedAt!: string | null;
  @TextColumn({ name: 'created_at' }) createdAt!: string;
}

/** One place in a series or a package. */
@Entity('resource_part')
export class PartRow {
  @PrimaryColumn('text', { name: 'resource_id' }) resourceId!: string;
  @PrimaryColumn('text', { name: 'part_id' }) partId!: string;
  @IntegerColumn() position!: number;
}
