import { NullableText, TextColumn } from '@lectern/database';
import { Entity, PrimaryColumn } from 'typeorm';

/** An institution that has given something. */
@Entity('partner')
export class PartnerRow {
  @PrimaryColumn('text') slug!: string;
  /** As it was written first, until a librarian says otherwise. */
  @TextColumn() name!: string;
  @TextColumn() description!: string;
  @NullableText() country!: string | null;
  @NullableText() website!: string | null;
}

/** Whose a resource is that was public at any time. */
@Entity('partner_gift')
export class GiftRow {
  @PrimaryColumn('text', { name: 'resource_id' }) resourceId!: string;
  @PrimaryColumn('text') slug!: string;
  /** As it is written there. */
  @TextColumn() name!: string;
}
