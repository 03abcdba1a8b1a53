import { spawn } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { addDays } from '@followon/shared/rules/calendar/civil-date';
import { repository } from '../support/repository.js';
import { seeded, type Seeded } from '../support/seeded.js';
import { atMost, type Bench, measured, secondsSince } from './measure.js';

const groups = 10_000;
const linesEach = 100;
const membersEach = 18; // two in three come: 12 a line
const limits = { seconds: 30, megabytes: 500 };
const lookEveryMs = 20;
const command = join(repository, 'packages/followon-health/bin/followon-health.mjs');

const arms = {
  'in order': { file: 'sorted.csv', args: [] },
  'in order, weekly ticks': { file: 'sorted.csv', args: ['--ticks', 'weekly'] },
  'in any order': { file: 'shuffled.csv', args: [] },
} as const;
type Arm = keyof typeof arms;
type Run = { readonly seconds: number; readonly megabytes: number };

export const healthCommand: Bench = {
  name: 'health-command',
  title: `The health command on ${groups * linesEach} register lines`,
  run: async ({ seed, repeats, say }) => {
    const folder = mkdtempSync(join(tmpdir(), 'followon-bench-'));
    try {
      writeRegisters(folder, seeded(seed));
      await typed(['--help']); // made, if its sources have changed
      const runs = new Map<Arm, Run[]>();
      for (let repeat = 0; repeat < repeats; repeat += 1)
        for (const arm of Object.keys(arms) as Arm[]) {
          const { file, args } = arms[arm];
          const run = await typed([join(folder, file), '--out', join(folder, 'scores.csv'), ...args]);
          say(`  ${arm}: ${run.seconds.toFixed(1)} s, ${Math.round(run.megabytes)} MB`);
          runs.set(arm, [...(runs.get(arm) ?? []), run]);
        }
      return resultOf(runs);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
};

function resultOf(runs: ReadonlyMap<Arm, readonly Run[]>) {
  const of = (arm: Arm, unit: string, which: keyof Run) =>
    measured(
      unit,
      (runs.get(arm) ?? []).map((run) => run[which]),
    );
  const each = (Object.keys(arms) as Arm[]).map((arm) => ({
    arm,
    seconds: of(arm, 's', 'seconds'),
    memory: of(arm, 'MB', 'megabytes'),
  }));
  return {
    bench: healthCommand.name,
    title: healthCommand.title,
    method: `a file made from the seed, ${groups} groups, ${linesEach} weekly lines each, two in three of ${membersEach} members come, read by the command as a process of its own, its start and both passes included; memory is the most that the system says was resident (VmHWM, looked at every ${lookEveryMs} ms)`,
    figures: Object.fromEntries(
      each.flatMap(({ arm, seconds, memory }) => [
        [arm, seconds],
        [`${arm}, most memory`, memory],
      ]),
    ),
    floors: each.flatMap(({ arm, seconds, memory }) => [
      atMost(arm, { is: seconds.median, limit: limits.seconds, unit: 's' }),
      atMost(`${arm}, most memory`, { is: memory.median, limit: limits.megabytes, unit: 'MB' }),
    ]),
  };
}

/** Two files of one kind: by group and date, and by date only, as services keep them. */
function writeRegisters(folder: string, random: Seeded): void {
  const nameOf = (group: number): string => String(group).padStart(5, '0');
  const line = (group: number, week: number): string => {
    const members = Array.from({ length: membersEach }, (_, n) => `p${nameOf(group)}x${n}`);
    const came = members.filter(() => random.between(1, 3) > 1);
    const names = `Site ${Math.floor(group / 1_000)},Group ${nameOf(group)}`;
    return `${names},${addDays('2024-01-01', 7 * week)},held,${came.length},${came.join(';')}\n`;
  };
  const [rows, columns] = [numbersTo(groups), numbersTo(linesEach)];
  writeLines(join(folder, arms['in order'].file), rows, (group) =>
    columns.map((week) => line(group, week)).join(''),
  );
  writeLines(join(folder, arms['in any order'].file), columns, (week) =>
    random
      .shuffle(rows)
      .map((group) => line(group, week))
      .join(''),
  );
}

const numbersTo = (end: number): number[] => Array.from({ length: end }, (_, n) => n);

function writeLines(path: string, parts: readonly number[], textOf: (part: number) => string): void {
  const file = openSync(path, 'w');
  writeSync(file, 'site,group,date,status,headcount,attendees\n');
  for (const part of parts) writeSync(file, textOf(part));
  closeSync(file);
}

/** @throws Error when it does not end well */
async function typed(args: readonly string[]): Promise<Run> {
  const start = performance.now();
  const child = spawn(process.execPath, [command, ...args], { stdio: 'ignore' });
  let megabytes = 0;
  const looking = setInterval(() => (megabytes = mostResident(child.pid) ?? megabytes), lookEveryMs);
  const code = await new Promise<number | null>((done) => child.once('exit', done));
  clearInterval(looking);
  if (code !== 0) throw new Error(`The health command ended with ${code}.`);
  return { seconds: secondsSince(start), megabytes };
}

function mostResident(pid: number | undefined): number | undefined {
  try {
    const [, kilobytes] = /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
    return kilobytes === undefined ? undefined : Number(kilobytes) / 1_024;
  } catch {
    return undefined;
  }
}
