import type { TestDatabase } from './database.js';
import { aSite } from './a-site.js';

export interface ProgrammeRow {
  readonly id: string;
  readonly site_id: string;
  readonly name: string;
  readonly last_session_on: string;
  readonly finished_on: string | null;
}

interface ProgrammeOptions {
  /** A new site unless given. */
  readonly siteId?: string;
  readonly name?: string;
  readonly type?: 'PMP' | 'SMP';
  readonly mode?: 'in-person' | 'online' | 'hybrid';
  readonly firstSessionOn?: string | null;
  readonly lastSessionOn?: string;
  readonly finishedOn?: string | null;
  readonly clinicianId?: string | null;
  readonly ptvId?: string | null;
}

/** A pain management programme of eight weekly sessions that has not finished. */
export async function aProgramme(
  database: TestDatabase,
  options: ProgrammeOptions = {},
): Promise<ProgrammeRow> {
  const siteId = options.siteId ?? (await aSite(database)).id;
  return database.insert<ProgrammeRow & Record<string, unknown>>('programme', {
    site_id: siteId,
    name: options.name ?? 'Spring programme',
    type: options.type ?? 'PMP',
    mode: options.mode ?? 'in-person',
    first_session_on: options.firstSessionOn === undefined ? '2026-03-03' : options.firstSessionOn,
    last_session_on: options.lastSessionOn ?? '2026-04-21',
    finished_on: options.finishedOn ?? null,
    clinician_id: options.clinicianId ?? null,
    ptv_id: options.ptvId ?? null,
  });
}
