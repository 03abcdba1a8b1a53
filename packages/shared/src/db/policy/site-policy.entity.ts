import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Thresholds } from '../../rules/health/facts.js';

/** How early a site wants to hear of its groups. */
@Entity('site_policy')
export class SitePolicy {
  @PrimaryColumn('uuid', { name: 'site_id' }) siteId!: string;
  /** The ETag; part of the parameter version of every level judged by these marks. */
  @Column('int') version!: number;
  /** Null: the shipped marks, after others were tried. */
  @Column('jsonb', { nullable: true }) thresholds!: Thresholds | null;
  @Column('timestamptz', { name: 'saved_at' }) savedAt!: Date;
  @Column('uuid', { name: 'saved_by', nullable: true }) savedBy!: string | null;
}
