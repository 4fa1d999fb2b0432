import type { RetentionAction } from '@lectern/contracts';
import { IntegerColumn, TextColumn } from '@lectern/database';
import { Entity, PrimaryColumn } from 'typeorm';

@Entity('retention_rule')
export class RetentionRuleRow {
  /** Empty: of the recordings that no other rule meets. */
  @PrimaryColumn('text', { name: 'series_id' }) seriesId!: string;
  @TextColumn() action!: RetentionAction;
  @IntegerColumn({ name: 'after_days' }) afterDays!: number;
  @TextColumn({ name: 'author_id' }) authorId!: string;
  @TextColumn({ name: 'changed_at' }) changedAt!: string;
}
