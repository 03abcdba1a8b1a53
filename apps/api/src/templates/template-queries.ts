import type { Country } from '@followon/shared/rules/calendar/country';
import type { Route } from '@followon/shared/rules/handover/routes';
import { SiteChangesSchema } from '@followon/shared/rules/handover/site-changes-schema';
import type { SiteChanges } from '@followon/shared/rules/handover/site-changes-schema';
import { Injectable } from '@nestjs/common';
import { notFound } from '../http/problem.js';
import { Work } from '../work/work.js';

export interface SavedTemplate {
  readonly route: Route;
  readonly version: number;
  readonly changes: SiteChanges;
  readonly savedAt: Date;
  readonly savedBy: string | null;
}

/** As many as anybody looks back at. */
const VERSIONS = 50;

const SITE = 'select name, country from site where id = $1';

const NEWEST = `
  select distinct on (route) route, version, changes, saved_at as "savedAt", null as "savedBy"
  from handover_template where site_id = $1 order by route, version desc`;

const VERSIONS_OF = `
  select t.route, t.version, t.changes, t.saved_at as "savedAt", a.display_name as "savedBy"
  from handover_template t left join account a on a.id = t.saved_by
  where t.site_id = $1 and t.route = $2 order by t.version desc limit ${VERSIONS}`;

/** Nothing is written when somebody else has saved that version meanwhile. */
const SAVE = `
  insert into handover_template (site_id, route, version, changes, saved_at, saved_by) values ($1, $2, $3, $4::jsonb, $5, $6)
  on conflict (site_id, route, version) do nothing returning version`;

interface SiteRow {
  readonly name: string;
  readonly country: Country;
}

interface Saving {
  readonly siteId: string;
  readonly route: Route;
  readonly version: number;
  readonly changes: SiteChanges;
}

@Injectable()
export class TemplateQueries {
  constructor(private readonly work: Work) {}

  /** @throws Refusal 404 for a site that is not there or behind the wall. */
  async site(siteId: string): Promise<SiteRow> {
    const [site]: SiteRow[] = await this.work.manager.query(SITE, [siteId]);
    if (!site) throw notFound();
    return site;
  }

  /** The newest version of each route that the site has one of. */
  async newest(siteId: string): Promise<SavedTemplate[]> {
    return (await this.work.manager.query<SavedTemplate[]>(NEWEST, [siteId])).map(parsed);
  }

  /** The newest first. */
  async versions(siteId: string, route: Route): Promise<SavedTemplate[]> {
    return (await this.work.manager.query<SavedTemplate[]>(VERSIONS_OF, [siteId, route])).map(parsed);
  }

  /** False when that version is there already. */
  async save({ siteId, route, version, changes }: Saving): Promise<boolean> {
    const { manager, who } = this.work;
    const saved: unknown[] = await manager.query(SAVE, [
      ...[siteId, route, version, JSON.stringify(changes), this.work.now(), who.accountId],
    ]);
    return saved.length > 0;
  }
}

const parsed = (row: SavedTemplate): SavedTemplate => ({
  ...row,
  changes: SiteChangesSchema.parse(row.changes),
});
