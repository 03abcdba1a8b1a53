import { join } from 'node:path';
import type { ProcessSpec } from '../support/processes.js';
import type { Stage } from '../support/stage.js';

/** Facts and effects of the naive arms, side by side and without any constraint. */
export async function makeNaiveTables(stage: Stage): Promise<void> {
  await stage.query('create table naive_event (lane int, seq int)');
  await stage.query('create table naive_effect (lane int, seq int)');
}

export const naiveProcess = (stage: Stage, name: string, args: readonly string[] = []): ProcessSpec => ({
  name,
  file: `tests/dist/faults/${name.startsWith('naive-writer') ? 'naive-writer' : 'naive-worker'}.js`,
  args: [stage.ownerUrl, stage.redisUrl, ...args],
  env: {},
  logFile: join(stage.dir, 'logs', `${name}.log`),
  isReady: (log) => log().includes('ready'),
});

export interface Damage {
  readonly facts: number;
  readonly lost: number;
  readonly doubled: number;
}

export async function damageOf(stage: Stage): Promise<Damage> {
  const [row] = await stage.query<{ facts: number; lost: number; doubled: number }>(`
    with fact as (select distinct lane, seq from naive_event),
      effect as (select lane, seq, count(*) as n from naive_effect group by lane, seq)
    select count(*)::int as facts, (count(*) filter (where e.n is null))::int as lost, (count(*) filter (where e.n > 1))::int as doubled
    from fact f left join effect e using (lane, seq)`);
  return row ?? { facts: 0, lost: 0, doubled: 0 };
}
