import type { RecordingSettings } from '@lectern/contracts';
import { JsonColumn, NullableText, TextColumn } from '@lectern/database';
import { Entity, PrimaryColumn } from 'typeorm';

@Entity('recording_settings')
export class RecordingSettingsRow {
  @PrimaryColumn('text', { name: 'webinar_id' }) webinarId!: string;
  @JsonColumn() settings!: RecordingSettings;
}

/** Who agreed when, and to which text: with the words, as a host may change them later. */
@Entity('recording_consent')
export class ConsentRow {
  @PrimaryColumn('text', { name: 'participant_id' }) participantId!: string;
  @PrimaryColumn('text') version!: string;
  @TextColumn({ name: 'webinar_id' }) webinarId!: string;
  /** Null: the text that comes with Lectern. */
  @NullableText({ name: 'consent_text' }) text!: string | null;
  @TextColumn({ name: 'given_at' }) givenAt!: string;
}

/** Somebody who is in no result of this webinar. */
@Entity('recording_left_out')
export class LeftOutRow {
  @PrimaryColumn('text', { name: 'participant_id' }) participantId!: string;
  @TextColumn({ name: 'webinar_id' }) webinarId!: string;
  @TextColumn({ name: 'asked_at' }) askedAt!: string;
  /** The participant, or the account of the host who did it for them. */
  @TextColumn({ name: 'asked_by' }) askedBy!: string;
}

export const termsEntities = [RecordingSettingsRow, ConsentRow, LeftOutRow];
