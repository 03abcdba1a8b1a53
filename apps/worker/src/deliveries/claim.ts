import { prepared } from '@followon/shared/db/prepared';
import type { EntityManager } from 'typeorm';

/** A delivery that is due, with the message it carries. */
export interface Claimed {
  readonly id: string;
  readonly site_id: string;
  readonly event_id: string;
  readonly idem_key: string;
  readonly channel: string;
  readonly state: 'queued' | 'held';
  readonly reason: string | null;
  readonly tries: number;
  /** Where a letter that waits for a printer goes. */
  readonly contact_point_id: string | null;
  readonly nudge_id: string;
  readonly key: string;
  readonly audience: 'member' | 'role-holder' | 'volunteer' | 'staff';
  readonly person_kind: 'account' | 'member';
  readonly person_id: string;
  readonly subject_id: string;
  readonly group_id: string | null;
  readonly programme_id: string | null;
  readonly use_by: Date;
  readonly figures: Readonly<Record<string, unknown>>;
}

const PAGE = 400;
/** What was held after a restore waits for a person, however long (docs/decisions/0029). */
const HELD_TO_BE_SEEN = `state = 'held' and reason is distinct from 'restored'`;

const DUE = `
  select id, site_id from (
    (select id, site_id, due_at from delivery where state = 'queued' and due_at <= $1 order by due_at, id limit ${PAGE})
    union all
    (select id, site_id, due_at from delivery where ${HELD_TO_BE_SEEN} and due_at <= $1 order by due_at, id limit ${PAGE})) due
  order by due_at, id limit ${PAGE}`;

export interface Lot {
  readonly siteId: string;
  readonly ids: readonly string[];
}

/** So few that they leave almost at once: what was weighed must not grow old before it leaves. */
const LOT = 16;

/** The first that are due, in lots of one site each. */
export async function dueLots(manager: EntityManager, now: Date): Promise<Lot[]> {
  const found: { id: string; site_id: string }[] = await manager.query(DUE, [now]);
  const bySite = new Map<string, string[]>();
  for (const { id, site_id } of found) bySite.set(site_id, [...(bySite.get(site_id) ?? []), id]);
  return [...bySite].flatMap(([siteId, ids]) =>
    Array.from({ length: Math.ceil(ids.length / LOT) }, (_, n) => ({
      siteId,
      ids: ids.slice(n * LOT, (n + 1) * LOT),
    })),
  );
}

const CLAIM = {
  name: 'claim-deliveries',
  text: `
  select d.id, d.site_id, d.event_id, d.idem_key, d.channel, d.state, d.reason, d.tries, d.contact_point_id, n.id as nudge_id, n.key, n.audience, n.person_kind,
    n.person_id, n.subject_id, n.group_id, n.programme_id, n.use_by, n.figures
  from delivery d join nudge n on n.id = d.nudge_id
  where d.id = any($1::uuid[]) and (d.state = 'queued' or (d.state = 'held' and d.reason is distinct from 'restored')) and d.due_at <= $2
  order by d.due_at, d.id for update of d skip locked`,
};
const ONE_BY_ONE = {
  name: 'one-message-to-a-person-at-a-time',
  text: `select pg_advisory_xact_lock(hashtextextended(id::text, 0)) from (select unnest($1::uuid[]) as id order by 1) person`,
};

/**
 * Takes what nobody else has taken and is still due. Messages to one person are weighed one at a time: of several in a lot
 * the first is taken, the others wait for the next lot, which sees what became of it.
 */
export async function claimLot(
  manager: EntityManager,
  ids: readonly string[],
  now: Date,
): Promise<Claimed[]> {
  const rows = await prepared<Claimed>(manager, CLAIM, [ids, now]);
  const firsts = [...new Map([...rows].reverse().map((row) => [row.person_id, row])).values()].reverse();
  if (firsts.length > 0) await prepared(manager, ONE_BY_ONE, [firsts.map(({ person_id }) => person_id)]);
  return firsts;
}
