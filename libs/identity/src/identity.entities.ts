import type { SiteRole } from '@lectern/contracts';
import { NullableText, TextColumn } from '@lectern/database';
import { Entity, PrimaryColumn } from 'typeorm';

/** A person: with an address and a password, or a guest with a name only. */
@Entity('account')
export class Account {
  @PrimaryColumn('text') id!: string;
  @NullableText() email!: string | null;
  @NullableText({ name: 'password_hash' }) passwordHash!: string | null;
  @TextColumn({ name: 'display_name' }) displayName!: string;
  @TextColumn({ name: 'site_role' }) siteRole!: SiteRole;
  @TextColumn({ name: 'created_at' }) createdAt!: string;
}

/** A signed-in browser. Only a hash of the cookie's value is kept. */
@Entity('login_session')
export class LoginSession {
  @PrimaryColumn('text', { name: 'id_hash' }) idHash!: string;
  @TextColumn({ name: 'account_id' }) accountId!: string;
  @TextColumn({ name: 'created_at' }) createdAt!: string;
  @TextColumn({ name: 'expires_at' }) expiresAt!: string;
}

/** Lets one person make an account, once. */
@Entity('one_time_link')
export class OneTimeLink {
  @PrimaryColumn('text', { name: 'id_hash' }) idHash!: string;
  @TextColumn({ name: 'site_role' }) siteRole!: SiteRole;
  @TextColumn({ name: 'created_at' }) createdAt!: string;
  @TextColumn({ name: 'expires_at' }) expiresAt!: string;
}

export const identityEntities = [Account, LoginSession, OneTimeLink];
