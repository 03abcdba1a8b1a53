import { openQueue } from '@followon/shared/doorbell/doorbell';
import { setTimeout as sleep } from 'node:timers/promises';
import { startProcess } from '../support/processes.js';
import { seeded } from '../support/seeded.js';
import { setStage } from '../support/stage.js';
import { copies } from './f10-copies.js';
import { damageOf, makeNaiveTables, naiveProcess } from './naive.js';
import { type Arm, mustBeZero } from './verdict.js';

/** "Apply from the job's data": what a job says happens as often as it is said. */
export async function naiveJobs(
  { groups, meetingsEach }: { groups: number; meetingsEach: number },
  seed: number,
): Promise<Omit<Arm, 'seconds'>> {
  const stage = await setStage();
  const worker = startProcess(naiveProcess(stage, 'naive-worker'));
  const queue = openQueue({ kind: 'redis', url: stage.redisUrl, prefix: '{naive}' }, 'streams');
  try {
    await makeNaiveTables(stage);
    await stage.query(
      'insert into naive_event select lane, seq from generate_series(1, $1::int) lane, generate_series(1, $2::int) seq',
      [groups, meetingsEach],
    );
    await worker.becomesReady();
    const facts = Array.from({ length: groups * meetingsEach }, (_, index) => ({
      lane: 1 + Math.floor(index / meetingsEach),
      seq: 1 + (index % meetingsEach),
    }));
    const jobs = seeded(seed).shuffle(facts.flatMap((fact) => Array.from({ length: copies }, () => fact)));
    await queue.addBulk(jobs.map((data) => ({ name: 'event', data, opts: { removeOnComplete: true } })));
    while ((await queue.getJobCountByTypes('waiting', 'active')) > 0) await sleep(50);
    const { facts: known, lost, doubled } = await damageOf(stage);
    return {
      counts: { jobs: jobs.length, facts: known, lost, doubled },
      broken: mustBeZero({ lost, doubled }),
    };
  } finally {
    await queue.close();
    await worker.kill('SIGKILL');
    await stage.close();
  }
}
