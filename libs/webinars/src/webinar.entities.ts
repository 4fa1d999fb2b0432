import type { AgendaItem, BanScope, Role, RoomControls, StageGrant, WebinarStatus } from '@lectern/contracts';
import { FlagColumn, IntegerColumn, JsonColumn, NullableText, TextColumn } from '@lectern/database';
import { Entity, PrimaryColumn } from 'typeorm';

@Entity('webinar')
export class WebinarRow {
  @PrimaryColumn('text') id!: string;
  @TextColumn({ name: 'owner_id' }) ownerId!: string;
  @TextColumn() title!: string;
  @TextColumn() description!: string;
  @JsonColumn() languages!: string[];
  @TextColumn({ name: 'starts_at' }) startsAt!: string;
  @TextColumn({ name: 'time_zone' }) timeZone!: string;
  @IntegerColumn({ name: 'duration_minutes' }) durationMinutes!: number;
  @JsonColumn() agenda!: AgendaItem[];
  @TextColumn() status!: WebinarStatus;
  @NullableText({ name: 'started_at' }) startedAt!: string | null;
  @NullableText({ name: 'ended_at' }) endedAt!: string | null;
  /** Sequence number of the latest change in its room. */
  @IntegerColumn() seq!: number;
  @TextColumn({ name: 'created_at' }) createdAt!: string;
}

@Entity('invitation')
export class InvitationRow {
  @PrimaryColumn('text') id!: string;
  @TextColumn({ name: 'webinar_id' }) webinarId!: string;
  @TextColumn() role!: Role;
  @IntegerColumn() uses!: number;
  @TextColumn({ name: 'created_at' }) createdAt!: string;
  @NullableText({ name: 'revoked_at' }) revokedAt!: string | null;
}

/** One person in one webinar. */
@Entity('participant')
export class ParticipantRow {
  @PrimaryColumn('text') id!: string;
  @TextColumn({ name: 'webinar_id' }) webinarId!: string;
  @TextColumn({ name: 'account_id' }) accountId!: string;
  @NullableText({ name: 'invitation_id' }) invitationId!: string | null;
  @TextColumn({ name: 'display_name' }) displayName!: string;
  @TextColumn() role!: Role;
  @FlagColumn() muted!: boolean;
  @NullableText({ name: 'removed_at' }) removedAt!: string | null;
  @TextColumn({ name: 'joined_at' }) joinedAt!: string;
  @NullableText({ name: 'hand_raised_at' }) handRaisedAt!: string | null;
  @TextColumn() stage!: StageGrant;
  /** The role was given in mid-session: no invitation link changes it. */
  @FlagColumn() appointed!: boolean;
  /** Was in the room when it was locked, and may come back. */
  @FlagColumn() admitted!: boolean;
}

@Entity('room_controls')
export class RoomControlsRow {
  @PrimaryColumn('text', { name: 'webinar_id' }) webinarId!: string;
  @JsonColumn() controls!: RoomControls;
}

/** Somebody who was put out and may not come back; the participant has `removedAt` as long. */
@Entity('ban')
export class BanRow {
  @PrimaryColumn('text', { name: 'participant_id' }) participantId!: string;
  @TextColumn({ name: 'webinar_id' }) webinarId!: string;
  @TextColumn({ name: 'owner_id' }) ownerId!: string;
  @TextColumn({ name: 'account_id' }) accountId!: string;
  @TextColumn() scope!: Exclude<BanScope, 'none'>;
  /** The link that was closed because this person had come by it. */
  @NullableText({ name: 'closed_invitation_id' }) closedInvitationId!: string | null;
  @TextColumn({ name: 'banned_by' }) bannedBy!: string;
  @TextColumn({ name: 'banned_at' }) bannedAt!: string;
}

export const webinarEntities = [WebinarRow, InvitationRow, ParticipantRow, RoomControlsRow, BanRow];
