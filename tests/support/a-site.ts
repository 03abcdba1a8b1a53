import { randomUUID } from 'node:crypto';
import type { Country } from '@followon/shared/rules/calendar/country';
import type { TestDatabase } from './database.js';

export interface SiteRow {
  readonly id: string;
  readonly name: string;
  readonly country: Country;
}

/** A site in England with a name of its own; nobody belongs to it yet. */
export const aSite = (database: TestDatabase, over: Partial<SiteRow> = {}): Promise<SiteRow> =>
  database.insert<SiteRow & Record<string, unknown>>('site', {
    name: `Site ${randomUUID()}`,
    country: 'england',
    ...over,
  });
