import type { UploadKind } from '@lectern/contracts';
import { IntegerColumn, NullableText, TextColumn } from '@lectern/database';
import { Entity, PrimaryColumn } from 'typeorm';

@Entity('upload')
export class UploadRow {
  @PrimaryColumn('text') id!: string;
  @TextColumn({ name: 'account_id' }) accountId!: string;
  @TextColumn() kind!: UploadKind;
  /** What it belongs to. */
  @TextColumn() target!: string;
  /** The file's name as the person had it: shown, never used as a path. */
  @TextColumn() name!: string;
  /** Bytes in the end. */
  @IntegerColumn() size!: number;
  @TextColumn({ name: 'created_at' }) createdAt!: string;
  @TextColumn({ name: 'expires_at' }) expiresAt!: string;
  /** Set when all has arrived and the feature has taken it. */
  @NullableText({ name: 'completed_at' }) completedAt!: string | null;
}

export const uploadEntities = [UploadRow];
