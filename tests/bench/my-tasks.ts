import pg from 'pg';
import { startProcess } from '../support/processes.js';
import { apiProcess, portOf } from '../support/product.js';
import { seeded } from '../support/seeded.js';
import { setStage, type Stage } from '../support/stage.js';
import { inShuffledOrder } from './arms.js';
import { aBigSite, type BigSite } from './big-site.js';
import { atMost, type Bench, inPairs, measured, percentile } from './measure.js';

const requests = 200;
const warm = 40;
const mostMs = 40;

/** What the volunteer's list shows, without a product around it. */
const BARE = `
  select t.*, p.name from handover_task t join handover h on h.id = t.handover_id join programme p on p.id = h.programme_id
  where t.assignee_id = $1 and t.state in ('open', 'overdue') order by t.due_on limit 51`;

export const myTasks: Bench = {
  name: 'my-tasks',
  title: 'My tasks of a volunteer with 40 open ones, at a site of 1,000 handovers',
  run: async ({ seed, repeats, say }) => {
    const stage = await setStage();
    const spec = await apiProcess(stage);
    const api = startProcess(spec);
    try {
      await api.becomesReady();
      const url = `http://127.0.0.1:${portOf(spec)}`;
      const site = await aBigSite(stage, url);
      const raw = await inShuffledOrder(
        { product: () => p95OfApi(url, site), bare: () => p95OfBare(stage, site) },
        { random: seeded(seed), repeats, say },
      );
      const product = measured('ms', raw.product);
      return {
        bench: myTasks.name,
        title: myTasks.title,
        method: `GET /api/handover-tasks?mine=true through HTTP, session and row-level security, ${requests} requests one after the other after ${warm} to warm up, 95th percentile; 1,000 handovers with 20,000 tasks, 40 open ones with this volunteer; bare: the 40 rows with their programmes by plain pg as the owner`,
        figures: {
          product,
          bare: measured('ms', raw.bare),
          'product / bare': inPairs('times', raw.product, raw.bare),
        },
        floors: [atMost('my tasks, 95th percentile', { is: product.median, limit: mostMs, unit: 'ms' })],
      };
    } finally {
      await api.kill('SIGTERM');
      await stage.close();
    }
  },
};

async function p95(once: () => Promise<void>): Promise<number> {
  const times: number[] = [];
  for (let n = -warm; n < requests; n += 1) {
    const start = performance.now();
    await once();
    if (n >= 0) times.push(performance.now() - start);
  }
  return percentile(times, 0.95);
}

const p95OfApi = (url: string, { cookie, openTasks }: BigSite): Promise<number> =>
  p95(async () => {
    const answer = await fetch(`${url}/api/handover-tasks?mine=true&limit=50`, { headers: { cookie } });
    const { items } = (await answer.json()) as { items: { state: string }[] };
    const open = items.filter(({ state }) => state === 'open').length;
    if (open !== openTasks) throw new Error(`The list has ${open} open tasks and not ${openTasks}.`);
  });

async function p95OfBare(stage: Stage, { accountId }: BigSite): Promise<number> {
  const client = new pg.Client({ connectionString: stage.ownerUrl });
  await client.connect();
  try {
    return await p95(
      async () => void (await client.query({ name: 'bare', text: BARE, values: [accountId] })),
    );
  } finally {
    await client.end();
  }
}
