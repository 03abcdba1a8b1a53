import { planHandover } from '@followon/shared/rules/handover/plan-handover';
import { templateOf } from '@followon/shared/rules/handover/templates/of-route';
import { addDays } from '@followon/shared/rules/calendar/civil-date';
import { londonDate } from '@followon/shared/rules/calendar/london';
import type { Stage } from '../support/stage.js';
import { signIn, someone } from './administrator.js';

const handovers = 1_000;
const others = 100; // volunteers
const openTasks = 40;

export interface BigSite {
  readonly accountId: string;
  readonly cookie: string;
  readonly openTasks: number;
}

/** 1,000 handovers of one site, all 20,000 tasks given out, and one volunteer who is signed in and has 40 open ones. */
export async function aBigSite(stage: Stage, url: string): Promise<BigSite> {
  const [site] = await stage.query<{ id: string }>(
    `insert into site (name) values ('Big site') returning id`,
  );
  const siteId = site?.id ?? '';
  const { id: accountId, email } = await someone(stage, { role: 'volunteer', siteId });
  await stage.query(
    `with people as (insert into account (email, display_name, password_hash)
       select gen_random_uuid() || '@bench.example', 'Volunteer ' || n, 'x' from generate_series(1, ${others}) n returning id
     ) insert into membership (account_id, site_id, role) select id, $1::uuid, 'volunteer' from people`,
    [siteId],
  );
  await fill(stage, siteId);
  await giveOut(stage, siteId, accountId);
  await stage.query('vacuum analyze');
  const { testPassword } = await import('../support/an-account.js');
  return { accountId, cookie: await signIn(url, email, testPassword), openTasks };
}

async function fill(stage: Stage, siteId: string): Promise<void> {
  const today = londonDate(new Date());
  const anchors = {
    lastSessionOn: addDays(today, 14),
    openedOn: addDays(today, -14),
    country: 'england',
  } as const;
  const tasks = planHandover({ tasks: templateOf('new'), ...anchors });
  await stage.query(
    `with volunteer as (select account_id as id, row_number() over (order by account_id) as n from membership where site_id = $1
     ), programmes as (insert into programme (site_id, name, type, mode, last_session_on, ptv_id)
       select $1, 'Programme ' || g, 'PMP', 'in-person', $2, (select id from volunteer where n = 1 + g % ${others}) from generate_series(1, ${handovers}) g
       returning id, ptv_id
     ), opened as (insert into handover (site_id, programme_id, template_version, opened_on) select $1, id, 'base-1', $3 from programmes
       returning id, programme_id)
     insert into handover_task (site_id, handover_id, key, position, owner_role, assignee_id, anchor, due_offset_days, due_on, blocking, state, done_at)
     select $1, o.id, t.key, t.position, t."ownerRole", case when t."ownerRole" = 'volunteer' then p.ptv_id end, t.anchor, t."dueOffsetDays", t."dueOn",
       t.blocking, case when t.position <= 5 then 'done' else 'open' end, case when t.position <= 5 then now() - interval '20 days' end
     from opened o join programmes p on p.id = o.programme_id cross join jsonb_to_recordset($4::jsonb)
       as t(key text, position int, "ownerRole" text, anchor text, "dueOffsetDays" int, "dueOn" date, blocking boolean)`,
    [siteId, anchors.lastSessionOn, anchors.openedOn, JSON.stringify(tasks)],
  );
}

/** Nobody's programme is this volunteer's but those of the tasks, and of the tasks there are exactly so many. */
async function giveOut(stage: Stage, siteId: string, accountId: string): Promise<void> {
  await stage.query(
    `update programme set ptv_id = (select account_id from membership where site_id = $1 and account_id <> $2 limit 1) where ptv_id = $2`,
    [siteId, accountId],
  );
  await stage.query(`update handover_task set assignee_id = null where assignee_id = $1`, [accountId]);
  await stage.query(
    `update handover_task set assignee_id = $2 where id in (
       select id from handover_task where site_id = $1 and owner_role = 'volunteer' and state = 'open' order by id limit ${openTasks})`,
    [siteId, accountId],
  );
}
