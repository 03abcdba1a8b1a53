import { prepared } from '@followon/shared/db/prepared';
import type { Route } from '@followon/shared/rules/handover/routes';
import { listFor } from '@followon/shared/rules/handover/site-changes';
import { SiteChangesSchema } from '@followon/shared/rules/handover/site-changes-schema';
import type { SiteChanges } from '@followon/shared/rules/handover/site-changes-schema';
import type { TaskTemplate } from '@followon/shared/rules/handover/task';
import type { EntityManager } from 'typeorm';

/** Null as version: the list as it is shipped. */
export interface SiteList {
  readonly version: number | null;
  readonly tasks: readonly TaskTemplate[];
}

interface Asked {
  readonly siteId: string;
  readonly route: Route;
  readonly withoutPtv?: boolean;
}

interface Saved {
  readonly version: number;
  readonly changes: SiteChanges;
}

const NEWEST = {
  name: 'handover-template-newest',
  text: `select version, changes from handover_template
    where site_id = $1 and route = $2 and saved_at <= $3 order by version desc limit 1`,
};
const ONE = {
  name: 'handover-template-one',
  text: 'select version, changes from handover_template where site_id = $1 and route = $2 and version = $3',
};

/** The list that a site has for a route at a moment; asked about the same moment again, it is the same list. */
export async function newestList(manager: EntityManager, asked: Asked, at: Date): Promise<SiteList> {
  const [saved] = await prepared<Saved>(manager, NEWEST, [asked.siteId, asked.route, at]);
  return asList(asked, saved);
}

/** @throws Error when the site never saved that version: running lists are pinned to it, so something is wrong. */
export async function listOfVersion(
  manager: EntityManager,
  asked: Asked,
  version: number | null,
): Promise<SiteList> {
  if (version === null) return asList(asked, undefined);
  const [saved] = await prepared<Saved>(manager, ONE, [asked.siteId, asked.route, version]);
  if (!saved) throw new Error(`site ${asked.siteId} has no version ${version} of the list "${asked.route}"`);
  return asList(asked, saved);
}

function asList({ route, withoutPtv = false }: Asked, saved: Saved | undefined): SiteList {
  const changes = saved && SiteChangesSchema.parse(saved.changes);
  return { version: saved?.version ?? null, tasks: listFor(route, changes, { withoutPtv }) };
}
