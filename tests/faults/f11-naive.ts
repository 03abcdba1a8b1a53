import { setTimeout as sleep } from 'node:timers/promises';
import { setStage } from '../support/stage.js';
import { damageOf, makeNaiveTables } from './naive.js';
import { type Arm, mustBeZero } from './verdict.js';

const poisoned = 0;
const patienceMs = 2_000;
const retryEveryMs = 50;

/** One queue in strict order that tries its head again until it works: everybody waits behind one bad event. */
export async function naivePoison({
  groups,
  meetingsEach,
}: {
  groups: number;
  meetingsEach: number;
}): Promise<Omit<Arm, 'seconds'>> {
  const stage = await setStage();
  try {
    await makeNaiveTables(stage);
    await stage.query(
      'insert into naive_event select lane, seq from generate_series(0, $1::int - 1) lane, generate_series(1, $2::int) seq order by seq, lane',
      [groups, meetingsEach],
    );
    const queue = await stage.query<{ lane: number; seq: number }>(
      'select lane, seq from naive_event order by seq, lane',
    );
    const deadline = performance.now() + patienceMs;
    for (const fact of queue) {
      while (fact.lane === poisoned && performance.now() < deadline) await sleep(retryEveryMs);
      if (performance.now() >= deadline) break;
      await stage.query('insert into naive_effect values ($1, $2)', [fact.lane, fact.seq]);
    }
    const { facts, lost, doubled } = await damageOf(stage);
    return {
      counts: { facts, lost, doubled },
      broken: mustBeZero({ 'waiting behind one bad event': lost - meetingsEach }),
    };
  } finally {
    await stage.close();
  }
}
