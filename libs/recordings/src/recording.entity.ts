import type { RecordingStatus, RecordingStep, RecordingStopCause } from '@lectern/contracts';
import { IntegerColumn, NullableText, RealColumn, TextColumn } from '@lectern/database';
import { Entity, PrimaryColumn } from 'typeorm';

@Entity('recording')
export class RecordingRow {
  @PrimaryColumn('text') id!: string;
  @TextColumn({ name: 'webinar_id' }) webinarId!: string;
  @TextColumn() status!: RecordingStatus;
  @TextColumn() step!: RecordingStep;
  /** 0 to 100. */
  @RealColumn() percent!: number;
  @TextColumn({ name: 'started_at' }) startedAt!: string;
  @NullableText({ name: 'stopped_at' }) stoppedAt!: string | null;
  @NullableText({ name: 'stop_cause' }) stopCause!: RecordingStopCause | null;
  /** Since when it is paused. */
  @NullableText({ name: 'paused_at' }) pausedAt!: string | null;
  /** How long it was paused before that. */
  @IntegerColumn({ name: 'paused_ms' }) pausedMs!: number;
  /** Sign of life of whoever works on it: a stale one is taken up by the sweep. */
  @TextColumn({ name: 'updated_at' }) updatedAt!: string;
  @IntegerColumn() attempts!: number;
  @NullableText() failure!: string | null;
  @NullableText() notice!: string | null;
  @NullableText({ name: 'resource_id' }) resourceId!: string | null;
}

export const recordingEntities = [RecordingRow];
