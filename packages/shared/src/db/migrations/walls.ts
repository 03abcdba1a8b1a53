/**
 * Row-level security, the second wall (docs/architecture.md, "Two walls"). Settings are read inside a sub-select so
 * that they are evaluated once per statement, and the membership sub-select is the shape that kept its index.
 */
const userId = `(select nullif(current_setting('app.user_id', true), '')::uuid)`;
const principalSite = `(select nullif(current_setting('app.site_id', true), '')::uuid)`;

export const ownRow = (column: string): string => `${column} = ${userId}`;
const sitesOfUser = `select m.site_id from membership m where m.account_id = ${userId}`;
export const inMySites = (column: string): string => `${column} in (${sitesOfUser})`;
export const inPrincipalSite = (column: string): string => `${column} = ${principalSite}`;

interface Wall {
  readonly table: string;
  /** Condition for signed-in users; undefined: no row at all. */
  readonly app?: string;
  /** Condition for the worker; undefined: no row at all. */
  readonly worker?: string;
  readonly appMay?: string;
  readonly workerMay?: string;
}

const policy = (name: string, wall: { table: string; role: string; condition: string }): string =>
  `create policy ${name} on ${wall.table} to ${wall.role} using (${wall.condition}) with check (${wall.condition})`;

/**
 * For the few functions that run with the owner's rights. `pg_temp` is named last: unnamed it would come first, and a
 * caller's temporary table could stand in for one of ours.
 */
export const asOwner = 'security definer set search_path = pg_catalog, public, pg_temp';

/**
 * Statements that put one table behind the wall: FORCE, so that not even the owner reads by accident,
 * a policy per run-time role, and the narrow grants. The owner (migrations, seeding) has a policy of its own.
 */
export function wall(spec: Wall): string[] {
  const { table, app, worker, appMay = 'select, insert, update, delete', workerMay = appMay } = spec;
  const statements = [
    `alter table ${table} enable row level security`,
    `alter table ${table} force row level security`,
    policy('owner_all', { table, role: 'current_user', condition: 'true' }),
  ];
  if (app)
    statements.push(
      policy('app_wall', { table, role: 'app_rt', condition: app }),
      `grant ${appMay} on ${table} to app_rt`,
    );
  if (worker) {
    statements.push(
      policy('worker_wall', { table, role: 'worker_rt', condition: worker }),
      `grant ${workerMay} on ${table} to worker_rt`,
    );
  }
  return statements;
}

/** The usual wall: a user's own sites, the worker's one site. */
export const siteWall = (table: string, may: { appMay?: string; workerMay?: string } = {}): string[] =>
  wall({ table, app: inMySites('site_id'), worker: inPrincipalSite('site_id'), ...may });
