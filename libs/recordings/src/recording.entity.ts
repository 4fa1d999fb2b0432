import type {
  ExtraFormat,
  RecordingStatus,
  RecordingStep,
  RecordingStopCause,
  RecordingTerms,
} from '@lectern/contracts';
import { IntegerColumn, JsonColumn, NullableText, RealColumn, TextColumn } from '@lectern/database';
import { Entity, PrimaryColumn } from 'typeorm';
import type { Redo } from './processing/step-results';
import { termsEntities } from './terms/terms.entities';

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
  /** What held when it began; null: it is older than such terms. */
  @JsonColumn({ nullable: true }) terms!: RecordingTerms | null;
  /** Since when it is paused. */
  @NullableText({ name: 'paused_at' }) pausedAt!: string | null;
  /** How long it was paused before that. */
  @IntegerColumn({ name: 'paused_ms' }) pausedMs!: number;
  /** Sign of life of whoever works on it: a stale one is taken up by the sweep. */
  @TextColumn({ name: 'updated_at' }) updatedAt!: string;
  /** How often the present step was begun. */
  @IntegerColumn() attempts!: number;
  /** How often it was handed to the queue. Jobs of an earlier run do nothing. */
  @IntegerColumn() run!: number;
  @JsonColumn() redo!: Redo;
  /** When this run was handed to the queue. */
  @NullableText() since!: string | null;
  @NullableText() failure!: string | null;
  /** In the words of the program that failed, for admins. */
  @NullableText({ name: 'failure_detail' }) failureDetail!: string | null;
  @NullableText() notice!: string | null;
  /** Languages that were spoken and for which there was no model. */
  @JsonColumn() untranscribed!: string[];
  /** Made besides. A step that is made anew is made anew for these too. */
  @JsonColumn() extras!: ExtraFormat[];
  /** What this run makes besides; null for any other run. */
  @NullableText() extra!: ExtraFormat | null;
  @NullableText({ name: 'resource_id' }) resourceId!: string | null;
  /** When the library took it in last. */
  @NullableText({ name: 'imported_at' }) importedAt!: string | null;
  /** When what it is made of was removed; nothing can be made of it since. */
  @NullableText({ name: 'discarded_at' }) discardedAt!: string | null;
  /** Participants without whom the library has it. */
  @JsonColumn({ name: 'left_out' }) leftOut!: string[];
}

/** What is to be there beside the usual when this run has ended. */
export const wantedExtras = ({ extras, extra }: Pick<RecordingRow, 'extras' | 'extra'>): ExtraFormat[] =>
  extra === null ? extras : [...extras, extra];

/** What has failed; where it was something besides, the rest is as whole as it was. */
export const afterFailure = ({ extra }: Pick<RecordingRow, 'extra'>): Pick<RecordingRow, 'status' | 'extra'> => ({
  status: extra === null ? 'failed' : 'ready',
  extra: null,
});

export const recordingEntities = [RecordingRow, ...termsEntities];
