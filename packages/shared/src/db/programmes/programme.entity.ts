import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';

/** A pain management programme (PMP) or self-management programme (SMP); its last session anchors the handover. */
@Entity('programme')
export class Programme {
  @PrimaryGeneratedColumn('uuid') id!: string;
  @Column('uuid', { name: 'site_id' }) siteId!: string;
  @Column('text') name!: string;
  @Column('text') type!: 'PMP' | 'SMP';
  @Column('text') mode!: 'in-person' | 'online' | 'hybrid';
  @Column('date', { name: 'first_session_on', nullable: true }) firstSessionOn!: string | null;
  @Column('date', { name: 'last_session_on' }) lastSessionOn!: string;
  @Column('date', { name: 'finished_on', nullable: true }) finishedOn!: string | null;
  @Column('uuid', { name: 'clinician_id', nullable: true }) clinicianId!: string | null;
  @Column('uuid', { name: 'ptv_id', nullable: true }) ptvId!: string | null;
  /** Stands in for the volunteer. */
  @Column('uuid', { name: 'deputy_id', nullable: true }) deputyId!: string | null;
  @Column('int', { default: 1 }) version!: number;
}
