import { readFileSync } from 'node:fs';
import { addDays } from '@followon/shared/rules/calendar/civil-date';
import { setTimeout as sleep } from 'node:timers/promises';
import { residentBytes, type RunningProcess, startProcess } from '../support/processes.js';
import { apiProcess, portOf, workerProcess } from '../support/product.js';
import { seeded, type Seeded } from '../support/seeded.js';
import { setStage, type Stage } from '../support/stage.js';
import { type Administrator, anAdministrator } from './administrator.js';
import { atLeast, atMost, type Bench, measured, secondsSince } from './measure.js';

const groups = 500;
const linesEach = 100;
const attendeesEach = 10;
const floorLines = 5_000;
const limits = { readyS: 3, apiMb: 250, workerMb: 200 };
const lateMs = 300_000;
const lookEveryMs = 100; // at most that much is measured too much; looking more often slows what is measured

interface Run {
  readonly linesPerSecond: number;
  /** Until the upload was taken in, until every line was applied, until every group was judged. */
  readonly receivedS: number;
  readonly appliedS: number;
  readonly judgedS: number;
  readonly apiReadyS: number;
  readonly workerReadyS: number;
  readonly apiMb: number;
  readonly workerMb: number;
  readonly realFile: number | undefined;
}

export const importAndSize: Bench = {
  name: 'import',
  title: `Import of ${groups * linesEach} register lines, start and size`,
  run: async ({ seed, repeats, say }) => {
    const runs: Run[] = [];
    for (let repeat = 0; repeat < repeats; repeat += 1) {
      const run = await once(seeded(seed + repeat));
      say(
        `  ${Math.round(run.linesPerSecond)} lines/s, api ${Math.round(run.apiMb)} MB, worker ${Math.round(run.workerMb)} MB`,
      );
      runs.push(run);
    }
    const of = (unit: string, which: Exclude<keyof Run, 'realFile'>) =>
      measured(
        unit,
        runs.map((run) => run[which]),
      );
    const lines = of('lines/s', 'linesPerSecond');
    const [apiReady, workerReady] = [of('s', 'apiReadyS'), of('s', 'workerReadyS')];
    const [api, worker] = [of('MB', 'apiMb'), of('MB', 'workerMb')];
    const real = runs.flatMap(({ realFile }) => (realFile === undefined ? [] : [realFile]));
    return {
      bench: importAndSize.name,
      title: importAndSize.title,
      method: `a CSV made from the seed, ${groups} groups, ${linesEach} lines each, ${attendeesEach} attendees a line, sent to POST /api/imports/registers of a real API; the clock runs from the first byte until the report says done and every cursor of a real worker is at its head; memory is what the system says is resident after it`,
      figures: {
        import: lines,
        'until received': of('s', 'receivedS'),
        'until applied': of('s', 'appliedS'),
        'until judged': of('s', 'judgedS'),
        'api ready': apiReady,
        'worker ready': workerReady,
        'api resident': api,
        'worker resident': worker,
        ...(real.length > 0 ? { 'your file': measured('s', real) } : {}),
      },
      floors: [
        atLeast('import, judging included', { is: lines.median, floor: floorLines, unit: 'lines/s' }),
        atMost('start of the API alone', { is: apiReady.median, limit: limits.readyS, unit: 's' }),
        atMost('start of the worker alone', { is: workerReady.median, limit: limits.readyS, unit: 's' }),
        atMost('memory of the API', { is: api.median, limit: limits.apiMb, unit: 'MB' }),
        atMost('memory of the worker', { is: worker.median, limit: limits.workerMb, unit: 'MB' }),
      ],
    };
  },
};

async function once(random: Seeded): Promise<Run> {
  const stage = await setStage();
  const processes: RunningProcess[] = [];
  try {
    const start = async (spec: Parameters<typeof startProcess>[0]): Promise<[RunningProcess, number]> => {
      const from = performance.now();
      const running = startProcess(spec);
      processes.push(running);
      await running.becomesReady();
      return [running, secondsSince(from)];
    };
    const apiSpec = await apiProcess(stage);
    const [api, apiReadyS] = await start(apiSpec);
    const [worker, workerReadyS] = await start(workerProcess(stage));
    const administrator = await anAdministrator(stage, `http://127.0.0.1:${portOf(apiSpec)}`);

    const times = await timeOfImport(stage, administrator, registers(random));
    const size = { apiMb: megabytes(api.pid), workerMb: megabytes(worker.pid) };
    const own = process.env.BENCH_REGISTERS;
    const real = own ? await timeOfImport(stage, administrator, readFileSync(own, 'utf8')) : undefined;
    return {
      linesPerSecond: (groups * linesEach) / times.judgedS,
      ...times,
      apiReadyS,
      workerReadyS,
      ...size,
      realFile: real?.judgedS,
    };
  } finally {
    await Promise.all(processes.map((each) => each.kill('SIGKILL')));
    await stage.close();
  }
}

const megabytes = (pid: number): number => (residentBytes(pid) ?? Number.NaN) / 1_048_576;

/** Lines of all groups, day after day, as services keep them. */
function registers(random: Seeded): string {
  const first = addDays(new Date().toISOString().slice(0, 10), -7 * linesEach);
  const lines = ['site,group,date,status,headcount,attendees'];
  for (let week = 0; week < linesEach; week += 1) {
    for (let group = 0; group < groups; group += 1) {
      const came = random.between(attendeesEach - 2, attendeesEach + 2);
      const attendees = Array.from({ length: came }, (_, n) => `p${group}-${(n + week) % 14}`).join(';');
      lines.push(`Site ${group % 5},Group ${group},${addDays(first, 7 * week)},held,${came},${attendees}`);
    }
  }
  return `${lines.join('\n')}\n`;
}

type Times = Pick<Run, 'receivedS' | 'appliedS' | 'judgedS'>;

async function timeOfImport(stage: Stage, administrator: Administrator, csv: string): Promise<Times> {
  const start = performance.now();
  const id = await administrator.sendRegisters(csv);
  const receivedS = secondsSince(start);
  for (;;) {
    const { state, refusedTotal } = await administrator.reportOf(id);
    if (state === 'failed') throw new Error('The import failed.');
    if (state === 'done') {
      if (refusedTotal > 0) process.stderr.write(`  ${refusedTotal} lines were refused\n`);
      break;
    }
    await orLate(start);
  }
  const appliedS = secondsSince(start);
  while (!(await allJudged(stage))) await orLate(start);
  return { receivedS, appliedS, judgedS: secondsSince(start) };
}

async function orLate(start: number): Promise<void> {
  if (performance.now() - start > lateMs) throw new Error('The import took longer than five minutes.');
  await sleep(lookEveryMs);
}

async function allJudged(stage: Stage): Promise<boolean> {
  const [row] = await stage.query<{ done: boolean }>(
    `select not exists (select 1 from stream_head h cross join (select distinct reactor from reactor_cursor) r
       left join reactor_cursor c on c.stream_id = h.stream_id and c.reactor = r.reactor
       where coalesce(c.last_seq, 0) < h.next_seq - 1) as done`,
  );
  return row?.done ?? false;
}
