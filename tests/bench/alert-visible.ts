import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { londonDate } from '@followon/shared/rules/calendar/london';
import pg from 'pg';
import { startProcess } from '../support/processes.js';
import { apiProcess, portOf, workerProcess } from '../support/product.js';
import { seeded } from '../support/seeded.js';
import { setStage, type Stage } from '../support/stage.js';
import { signIn, someone } from './administrator.js';
import { inShuffledOrder } from './arms.js';
import { atMost, type Bench, inPairs, measured, percentile } from './measure.js';
import { anOpenDashboard } from './open-dashboard.js';

const fading = 150;
const warm = 20; // registers whose delay is not counted
const others = 600;
const perSecond = 25; // registers altogether, one in five of which opens an alert
const mostMs = 1_000;
const patienceMs = 30_000;

export const alertVisible: Bench = {
  name: 'alert-visible',
  title: 'From a saved register to its alert on an open dashboard',
  run: async ({ seed, repeats, say }) => {
    const worst: number[] = [];
    const middle: number[] = [];
    const product = async (): Promise<number> => {
      const delays = await delaysOfProduct();
      middle.push(percentile(delays, 0.5));
      worst.push(percentile(delays, 1));
      return percentile(delays, 0.99);
    };
    const raw = await inShuffledOrder({ product, bare: bareP99 }, { random: seeded(seed), repeats, say });
    const p99 = measured('ms', raw.product);
    return {
      bench: alertVisible.name,
      title: alertVisible.title,
      method: `registers are saved through the API at ${perSecond}/s, ${fading} of ${fading + others} of them open an alert; a dashboard holds the live connection, waits 250 ms as the web does and asks for its inbox; delay = the list with the alert has arrived minus the answer to the register, 99th percentile after ${warm} to warm up, on Redis; bare: one notification from PostgreSQL and one query by plain pg`,
      figures: {
        'product p99': p99,
        'product p50': measured('ms', middle),
        'product worst': measured('ms', worst),
        'bare p99': measured('ms', raw.bare),
        'product / bare': inPairs('times', raw.product, raw.bare),
      },
      floors: [
        atMost('alert visible after its register, p99', { is: p99.median, limit: mostMs, unit: 'ms' }),
      ],
    };
  },
};

interface ToSave {
  readonly meetingId: string;
  readonly groupId: string;
  readonly headcount: number;
}

async function delaysOfProduct(): Promise<number[]> {
  const stage = await setStage();
  const spec = await apiProcess(stage);
  const api = startProcess(spec);
  const worker = startProcess(workerProcess(stage));
  try {
    await Promise.all([api.becomesReady(), worker.becomesReady()]);
    return await oneEvening(stage, `http://127.0.0.1:${portOf(spec)}`);
  } finally {
    await Promise.all([worker.kill('SIGTERM'), api.kill('SIGTERM')]);
    await stage.close();
  }
}

async function oneEvening(stage: Stage, url: string): Promise<number[]> {
  const { testPassword } = await import('../support/an-account.js');
  const [site] = await stage.query<{ id: string }>(`insert into site (name) values ('Busy') returning id`);
  const siteId = site?.id ?? '';
  const cookieOf = async (role: 'site-admin' | 'clinician') =>
    signIn(url, (await someone(stage, { role, siteId })).email, testPassword);
  const [saver, reader] = [await cookieOf('site-admin'), await cookieOf('clinician')];
  const few = await plannedMeetings(stage, siteId, { groups: fading, before: 2 });
  const usual = await plannedMeetings(stage, siteId, { groups: others, before: 8 });
  await stage.query('vacuum analyze');

  const dashboard = await anOpenDashboard(url, reader);
  const saved = new Map<string, number>();
  const evening = mixed(few, usual);
  const start = performance.now();
  const running = evening.map(async (meeting, index) => {
    await sleep(Math.max(0, start + (index * 1_000) / perSecond - performance.now()));
    await save(url, saver, meeting);
    saved.set(meeting.groupId, performance.now());
  });
  await Promise.all(running);
  const deadline = performance.now() + patienceMs;
  while (few.some(({ groupId }) => !dashboard.seen.has(groupId))) {
    if (performance.now() > deadline)
      throw new Error(`Only ${dashboard.seen.size} of ${few.length} alerts are on the list.`);
    await sleep(20);
  }
  dashboard.close();
  const delay = ({ groupId }: ToSave) => (dashboard.seen.get(groupId) ?? 0) - (saved.get(groupId) ?? 0);
  return few.slice(warm).map(delay);
}

/** One that fades, then four that do not, and so on. */
const mixed = (few: readonly ToSave[], usual: readonly ToSave[]): ToSave[] => {
  const each = Math.floor(usual.length / few.length);
  return few.flatMap((meeting, index) => [meeting, ...usual.slice(index * each, (index + 1) * each)]);
};

async function save(url: string, cookie: string, { meetingId, headcount }: ToSave): Promise<void> {
  const answer = await fetch(`${url}/api/meetings/${meetingId}/register`, {
    method: 'PUT',
    headers: { cookie, 'content-type': 'application/json', 'x-requested-with': 'followon' },
    body: JSON.stringify({ state: 'held', headcount }),
  });
  if (!answer.ok) throw new Error(`A register answered ${answer.status}: ${await answer.text()}`);
}

/** Groups that have met for ten weeks, eight people each time and `before` the last two times, with tonight's meeting planned. */
async function plannedMeetings(
  stage: Stage,
  siteId: string,
  { groups, before }: { readonly groups: number; readonly before: number },
): Promise<ToSave[]> {
  const today = londonDate(new Date());
  const planned = Array.from({ length: groups }, () => ({ groupId: randomUUID(), meetingId: randomUUID() }));
  await stage.query(
    `with planned as (select * from jsonb_to_recordset($1::jsonb) as p("groupId" uuid, "meetingId" uuid)
     ), formed as (insert into follow_on_group (id, site_id, name, cadence, state, formed_on)
       select "groupId", $2::uuid, 'Group ' || "groupId", 'weekly', 'meeting', $3::date - 400 from planned
     ), met as (insert into meeting (site_id, group_id, held_on, outcome, headcount, newcomers, recorded_at, version)
       select $2::uuid, "groupId", $3::date - 7 * week, 'held', case when week <= 2 then $4::int else 8 end, 0, now(), 1
       from planned cross join generate_series(1, 10) week)
     insert into meeting (id, site_id, group_id, held_on, outcome) select "meetingId", $2::uuid, "groupId", $3::date, 'planned' from planned`,
    [JSON.stringify(planned), siteId, today, before],
  );
  return planned.map((meeting) => ({ ...meeting, headcount: before }));
}

/** What nothing can be faster than: a notification of PostgreSQL, and one query. */
async function bareP99(): Promise<number> {
  const stage = await setStage();
  const [teller, hearer] = [0, 1].map(() => new pg.Client({ connectionString: stage.ownerUrl }));
  if (!teller || !hearer) throw new Error('There are no two connections.');
  try {
    await Promise.all([teller.connect(), hearer.connect()]);
    await hearer.query('listen bare');
    const delays: number[] = [];
    for (let n = -warm; n < fading; n += 1) {
      const heard = new Promise((resolve) => hearer.once('notification', resolve));
      const start = performance.now();
      await teller.query('notify bare');
      await heard;
      await hearer.query('select * from alert order by opened_at desc limit 100');
      if (n >= 0) delays.push(performance.now() - start);
    }
    return percentile(delays, 0.99);
  } finally {
    await Promise.all([teller.end(), hearer.end()]);
    await stage.close();
  }
}
