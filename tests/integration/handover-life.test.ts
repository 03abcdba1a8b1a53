import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { ChosenRoute } from '@followon/shared/rules/handover/routes';
import { chosenRoutes } from '@followon/shared/rules/handover/routes';
import { isWorkingDay } from '@followon/shared/rules/calendar/working-days';
import { templateOf } from '@followon/shared/rules/handover/templates/of-route';
import fc from 'fast-check';
import { ALivingHandover } from '../support/a-living-handover.js';
import type { TestApi } from '../support/api.js';
import { anApi } from '../support/api.js';
import type { TestWorker } from '../support/a-worker.js';
import { aWorker } from '../support/a-worker.js';
import type { TestDatabase } from '../support/database.js';
import { aDatabase } from '../support/database.js';

let database: TestDatabase;
let api: TestApi;
let worker: TestWorker;

beforeAll(async () => {
  database = await aDatabase();
  api = await anApi(database);
  worker = await aWorker(database);
}, 30_000);

afterAll(async () => {
  await api?.close();
  await worker?.close();
  await database?.close();
});

const ACTS = {
  ask: (life: ALivingHandover, { n }: Act) => life.ask(n, n % 3 === 0 ? 'deputy' : 'ptv'),
  accept: (life: ALivingHandover, { n }: Act) => life.answer(n, 'accept'),
  decline: (life: ALivingHandover, { n }: Act) => life.answer(n, 'decline'),
  count: (life: ALivingHandover, { n }: Act) => life.count(n),
  choose: (life: ALivingHandover, { n }: Act) =>
    life.choose(chosenRoutes[n % chosenRoutes.length] as ChosenRoute),
  tick: (life: ALivingHandover, { n }: Act) => life.tick(n, 'done'),
  'set aside': (life: ALivingHandover, { n }: Act) => life.tick(n, 'not-applicable'),
  undo: (life: ALivingHandover, { n }: Act) => life.tick(n, 'open'),
  reschedule: (life: ALivingHandover, { n }: Act) => life.reschedule((n - 8) * 2),
  finish: (life: ALivingHandover) => life.finish(),
  'sign off': (life: ALivingHandover) => life.signOff(),
  'fix a date': (life: ALivingHandover, { n }: Act) => life.meetIn(n),
  pass: (life: ALivingHandover, { n }: Act) => life.pass(1 + (n % 9)),
  replay: (life: ALivingHandover) => life.replay(),
} as const;

interface Act {
  readonly act: keyof typeof ACTS;
  readonly n: number;
}

const anAct: fc.Arbitrary<Act> = fc.record({
  // Days pass and things get done more often than people change their minds.
  act: fc.constantFrom(...(Object.keys(ACTS) as Act['act'][]), 'pass', 'tick', 'accept'),
  n: fc.nat({ max: 16 }),
});

/** A few every time; more by hand, with LIVES=200. */
const LIVES = Number(process.env.LIVES ?? 6);

interface Standing {
  readonly key: string;
  readonly state: string;
  readonly due_on: string;
}

/** Of every checklist of a programme: what must never be, whatever happened. */
async function whatIsWrong(
  life: ALivingHandover,
  before: readonly Standing[],
  act: string,
): Promise<string[]> {
  const today = await life.today();
  const now = await standing(life);
  const settled = before.filter(({ state }) => state === 'done' || state === 'not-applicable');
  const gone = settled.filter(({ key }) => !now.some((task) => task.key === key));
  const moved = settled.filter(({ key, due_on }) =>
    now.some((task) => task.key === key && isSettled(task) && task.due_on !== due_on),
  );
  const dayOff = now.filter((task) => !isSettled(task) && !isWorkingDay(task.due_on, 'england'));
  const silent = await database.query<{ key: string }>(
    `select t.key from handover_task t join handover h on h.id = t.handover_id where h.programme_id = $1
       and t.owner_role <> 'system' and t.state = 'open' and h.state in ('open', 'signed-off', 'accepted') and t.due_on >= $2::date
       and not exists (select from due d where d.rule in ('task-reminder', 'task-overdue') and d.subject_id = t.id
         and d.occurrence like t.due_on::text || '%' and d.done_at is null)`,
    [life.programmeId, today],
  );
  const doubled = await database.query<{ key: string }>(
    `select e.payload ->> 'key' as key from event e where e.stream_id = $1 and e.name in ('handover-task.done.v1', 'handover-task.reopened.v1')
     group by e.payload ->> 'taskId', 1
     having count(*) filter (where e.name like '%done%') > 1 + count(*) filter (where e.name like '%reopened%')`,
    [life.programmeId],
  );
  const stuck = await database.query<{ reason: string }>(`select reason from dead_event where site_id = $1`, [
    life.siteId,
  ]);
  return [
    ...(act === 'undo' ? [] : gone.map(({ key }) => `${key} was settled and is gone`)),
    ...moved.map(({ key }) => `${key} was settled and has moved`),
    ...dayOff.map(({ key, due_on }) => `${key} is due on a day off, ${due_on}`),
    ...silent.map(({ key }) => `nobody would notice that ${key} is late`),
    ...doubled.map(({ key }) => `${key} was ticked twice`),
    ...stuck.map(({ reason }) => `dead event: ${reason}`),
    ...(await missingFrom(life, now)),
    ...life.faults,
  ];
}

/** The list is the one of its route: nothing that belongs to it is lost, and nothing else waits to be done. */
async function missingFrom(life: ALivingHandover, now: readonly Standing[]): Promise<string[]> {
  const [handover] = await database.query<{ route: ChosenRoute; without_ptv: boolean; state: string }>(
    'select route, without_ptv, state from handover where programme_id = $1',
    [life.programmeId],
  );
  if (!handover || handover.state !== 'open') return [];
  const wanted = templateOf(handover.route, { withoutPtv: handover.without_ptv }).map(({ key }) => key);
  const lost = wanted.filter((key) => !now.some((task) => task.key === key));
  const extra = now.filter(
    (task) => !isSettled(task) && !wanted.includes(task.key) && !life.takenBack.has(task.key),
  );
  return [
    ...lost.map((key) => `${key} belongs to "${handover.route}" and is not there`),
    ...extra.map(({ key }) => `${key} waits, and does not belong to "${handover.route}"`),
  ];
}

const isSettled = ({ state }: Pick<Standing, 'state'>) => state === 'done' || state === 'not-applicable';

const standing = (life: ALivingHandover): Promise<Standing[]> =>
  database.query<Standing & Record<string, unknown>>(
    `select t.key, t.state, t.due_on from handover_task t join handover h on h.id = t.handover_id where h.programme_id = $1 order by t.position`,
    [life.programmeId],
  );

test('whatever people do in whatever order, a handover loses nothing, doubles nothing and forgets no day', async () => {
  const lives = fc.asyncProperty(
    fc.integer({ min: 1, max: 45 }),
    fc.array(anAct, { minLength: 5, maxLength: 22 }),
    async (daysToGo, acts) => {
      const life = await ALivingHandover.begin(database, { api, worker, daysToGo });
      for (const { act, n } of acts) {
        const before = await standing(life);
        await ACTS[act](life, { act, n });
        await life.settle();
        expect({ act, n, wrong: await whatIsWrong(life, before, act) }).toEqual({ act, n, wrong: [] });
      }
    },
  );
  await fc.assert(lives, { numRuns: LIVES, endOnFailure: true });
}, 900_000);
