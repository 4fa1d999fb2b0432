import type { EditableCue } from '@lectern/contracts';
import { IntegerColumn, NullableText, TextColumn } from '@lectern/database';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('transcript_version')
export class TranscriptVersionRow {
  @PrimaryColumn('text', { name: 'resource_id' }) resourceId!: string;
  @PrimaryColumn('integer') number!: number;
  @IntegerColumn() revision!: number;
  @NullableText({ name: 'author_id' }) authorId!: string | null;
  @NullableText({ name: 'author_name' }) authorName!: string | null;
  @TextColumn({ name: 'started_at' }) startedAt!: string;
  @TextColumn({ name: 'ended_at' }) endedAt!: string;
  @IntegerColumn() changes!: number;
  /** null: those of the table `cue`. */
  @Column('simple-json', { nullable: true }) cues!: EditableCue[] | null;
}
