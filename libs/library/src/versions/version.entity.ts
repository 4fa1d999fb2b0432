import type { VersionContent, VersionField, VersionKind } from '@lectern/contracts';
import { JsonColumn, NullableInteger, NullableText, TextColumn } from '@lectern/database';
import { Entity, PrimaryColumn } from 'typeorm';

@Entity('resource_version')
export class ResourceVersionRow {
  @PrimaryColumn('text', { name: 'resource_id' }) resourceId!: string;
  @PrimaryColumn('integer') number!: number;
  @NullableText({ name: 'author_id' }) authorId!: string | null;
  @NullableText({ name: 'author_name' }) authorName!: string | null;
  @TextColumn({ name: 'started_at' }) startedAt!: string;
  @TextColumn({ name: 'ended_at' }) endedAt!: string;
  @TextColumn() kind!: VersionKind;
  /** What was changed and why, in the words of who did. */
  @TextColumn() note!: string;
  /** The version that was brought back by this one. */
  @NullableInteger({ name: 'restored_from' }) restoredFrom!: number | null;
  /** Compared with the version before. */
  @JsonColumn() changes!: VersionField[];
  @JsonColumn() content!: VersionContent;
}
