import { randomUUID } from 'node:crypto';
import { planHandover } from '@followon/shared/rules/handover/plan-handover';
import { templateOf } from '@followon/shared/rules/handover/templates/of-route';
import pg from 'pg';
import type { Stage } from '../support/stage.js';
import { secondsSince } from './measure.js';

const connections = 8;
const reactors = ['alerts', 'handover', 'health', 'live', 'nudges'];
const names = ['programme.finishing.v1', 'handover.opened.v1', 'handover-task.done.v1'];

interface Programme {
  readonly id: string;
  readonly site_id: string;
  readonly last_session_on: string;
}

/** The same rows without a product: seconds for a plain transaction a programme, over so many connections. */
export async function bareHandovers(stage: Stage, siteId: string): Promise<number> {
  const pool = new pg.Pool({ connectionString: stage.ownerUrl, max: connections });
  try {
    const waiting = await stage.query<Programme & Record<string, unknown>>(
      'select id, site_id, last_session_on::text from programme where site_id = $1',
      [siteId],
    );
    await Promise.all(Array.from({ length: connections }, () => pool.query('select 1')));
    const start = performance.now();
    const lane = async () => {
      for (let next = waiting.pop(); next; next = waiting.pop()) await one(pool, next);
    };
    await Promise.all(Array.from({ length: connections }, lane));
    return secondsSince(start);
  } finally {
    await pool.end();
  }
}

async function one(pool: pg.Pool, programme: Programme): Promise<void> {
  const client = await pool.connect();
  try {
    await client.query('begin');
    await handover(client, programme);
    await ledger(client, programme);
    await client.query('commit');
  } finally {
    client.release();
  }
}

async function handover(client: pg.PoolClient, { id, site_id, last_session_on }: Programme): Promise<void> {
  const handoverId = randomUUID();
  const anchors = { lastSessionOn: last_session_on, country: 'england' } as const;
  const tasks = planHandover({ tasks: templateOf('new'), openedOn: '2000-01-03', ...anchors }).map(
    (task) => ({
      ...{
        id: randomUUID(),
        key: task.key,
        position: task.position,
        owner_role: task.ownerRole,
        anchor: task.anchor,
      },
      ...{ due_offset_days: task.dueOffsetDays, due_on: task.dueOn, blocking: task.blocking },
    }),
  );
  await client.query(
    `insert into handover (id, site_id, programme_id, template_version, opened_on) values ($1, $2, $3, 'bare', '2000-01-03')`,
    [handoverId, site_id, id],
  );
  await client.query(
    `insert into handover_task (id, site_id, handover_id, key, position, owner_role, anchor, due_offset_days, due_on, blocking)
     select t.id, $2, $3, key, position, owner_role, anchor, due_offset_days, due_on, blocking from jsonb_to_recordset($1::jsonb)
       as t(id uuid, key text, position int, owner_role text, anchor text, due_offset_days int, due_on date, blocking boolean)`,
    [JSON.stringify(tasks), site_id, handoverId],
  );
  await client.query(
    `insert into due (rule, site_id, stream_id, subject_id, occurrence, due_at)
     select 'bare', $2, $3, t.id, t.due_on::text, t.due_on from jsonb_to_recordset($1::jsonb) as t(id uuid, due_on date)`,
    [JSON.stringify(tasks), site_id, id],
  );
}

async function ledger(client: pg.PoolClient, { id, site_id }: Programme): Promise<void> {
  const events = names.map((name) => ({ event_id: randomUUID(), name }));
  await client.query(
    `insert into stream_head (stream_id, stream_kind, site_id, next_seq) values ($1, 'programme', $2, ${1 + names.length})`,
    [id, site_id],
  );
  await client.query(
    `insert into event (event_id, stream_id, stream_kind, seq, site_id, name, payload, occurred_at, announced_at)
     select event_id, $2, 'programme', row_number() over (), $3, name, '{}', now(), now() from jsonb_to_recordset($1::jsonb) as e(event_id uuid, name text)`,
    [JSON.stringify(events), id, site_id],
  );
  await client.query(
    `insert into reactor_cursor (reactor, stream_id, site_id, last_seq) select r, $1, $2, ${names.length} from unnest($3::text[]) r`,
    [id, site_id, reactors],
  );
  await client.query(
    `insert into reaction_outcome (reactor, event_id, site_id, reaction, did, what)
     select 'handover', event_id, $2, 'bare', true, 'opened' from jsonb_to_recordset($1::jsonb) as e(event_id uuid)`,
    [JSON.stringify(events), site_id],
  );
}
