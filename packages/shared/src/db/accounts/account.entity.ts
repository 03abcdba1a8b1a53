import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';
import type { Role } from '../../contract/session.js';
import type { Country } from '../../rules/calendar/country.js';

@Entity('account')
export class Account {
  @PrimaryGeneratedColumn('uuid') id!: string;
  @Column('text') email!: string;
  @Column('text', { name: 'display_name' }) displayName!: string;
  /** argon2id, in the PHC string format. Only the sign-in role may read it. */
  @Column('text', { name: 'password_hash', select: false }) passwordHash!: string;
  @Column('timestamptz', { name: 'disabled_at', nullable: true }) disabledAt!: Date | null;
  /** Since when nobody is there. */
  @Column('timestamptz', { name: 'email_broken_at', nullable: true, select: false })
  emailBrokenAt!: Date | null;
}

/** A role held at a site; a person may hold several. */
@Entity('membership')
export class Membership {
  @PrimaryGeneratedColumn('uuid') id!: string;
  @Column('uuid', { name: 'account_id' }) accountId!: string;
  @Column('uuid', { name: 'site_id' }) siteId!: string;
  @Column('text') role!: Role;
}

@Entity('session')
export class Session {
  @PrimaryGeneratedColumn('uuid') id!: string;
  @Column('bytea', { name: 'token_hash' }) tokenHash!: Buffer;
  @Column('uuid', { name: 'account_id' }) accountId!: string;
  @Column('timestamptz', { name: 'last_seen_at', default: () => 'now()' }) lastSeenAt!: Date;
  @Column('timestamptz', { name: 'expires_at' }) expiresAt!: Date;
}

/** A patient tutor volunteer (PTV) of a site. */
@Entity('volunteer')
export class Volunteer {
  @PrimaryGeneratedColumn('uuid') id!: string;
  @Column('uuid', { name: 'site_id' }) siteId!: string;
  @Column('uuid', { name: 'account_id' }) accountId!: string;
  @Column('date', { name: 'paused_until', nullable: true }) pausedUntil!: string | null;
  /** Most programmes at once that this volunteer wants beside them. */
  @Column('int', { name: 'caseload_cap', default: 3 }) caseloadCap!: number;
  /** Last day on which training and site checks hold; null: nobody wrote it down, which is not the same as yes. */
  @Column('date', { name: 'training_until', nullable: true }) trainingUntil!: string | null;
  @Column('date', { name: 'checks_until', nullable: true }) checksUntil!: string | null;
}

@Entity('site')
export class Site {
  @PrimaryGeneratedColumn('uuid') id!: string;
  @Column('text') name!: string;
  @Column('text', { default: 'england' }) country!: Country;
}
