import { setTimeout as sleep } from 'node:timers/promises';
import type { Seeded } from '../support/seeded.js';
import { type ProcessSpec, type RunningProcess, startProcess } from '../support/processes.js';

/** A process that is started again whenever it dies, as its supervisor would. */
export interface Actor {
  readonly name: string;
  readonly pid: number;
  readonly ready: boolean;
  becomesReady(): Promise<void>;
  /** `kill -9`; a new one starts at once. */
  strike(): Promise<void>;
  stop(): Promise<void>;
}

export function keepAlive(spec: ProcessSpec): Actor {
  let stopped = false;
  let running: RunningProcess = startProcess(spec);
  const follow = async (): Promise<void> => {
    while (!stopped) {
      await running.gone;
      if (!stopped) running = startProcess(spec);
    }
  };
  const following = follow();
  return {
    name: spec.name,
    get pid() {
      return running.pid;
    },
    get ready() {
      return running.ready;
    },
    becomesReady: () => running.becomesReady(),
    strike: () => running.kill('SIGKILL'),
    stop: async () => {
      stopped = true;
      await running.kill('SIGKILL');
      await following;
    },
  };
}

export interface Blow {
  /** After this many kills. */
  readonly after: number;
  readonly name: string;
  readonly strike: () => Promise<void>;
}

export interface Storm {
  readonly random: Seeded;
  /** Listed as often as they weigh. */
  readonly victims: readonly Actor[];
  readonly kills: number;
  readonly everyMs: number;
  /** What happens besides, such as a Redis that forgets everything. */
  readonly blows: readonly Blow[];
  /** Whether anybody was in the middle of something; asked right before each kill. */
  readonly busy: () => Promise<boolean>;
}

export interface StormReport extends Readonly<Record<string, number>> {
  readonly kills: number;
  /** Kills of a process that had finished starting. */
  readonly killsOfReady: number;
  /** Kills at a moment at which a transaction was open. */
  readonly killsWhileBusy: number;
}

const spread = 0.5; // every interval is up to this share shorter or longer
const waitsForReady = 0.8; // share of kills that wait for their victim: Node needs most of a second to start
const mostWaitMs = 3_000;

/** Kills at random until the number is reached. Every choice comes from the seed; when it falls does not. */
export async function rage({ random, victims, kills, everyMs, blows, busy }: Storm): Promise<StormReport> {
  const report = { kills: 0, killsOfReady: 0, killsWhileBusy: 0, blows: 0 };
  for (let n = 1; n <= kills; n += 1) {
    await sleep(everyMs * (1 - spread + 2 * spread * random.next()));
    const victim = random.pick(victims);
    if (random.next() < waitsForReady) await untilReady(victim);
    const wasReady = victim.ready;
    const wasBusy = await busy().catch(() => false);
    await victim.strike();
    report.kills += 1;
    report.killsOfReady += wasReady ? 1 : 0;
    report.killsWhileBusy += wasBusy ? 1 : 0;
    for (const blow of blows.filter(({ after }) => after === n)) {
      await blow.strike();
      report.blows += 1;
    }
  }
  return report;
}

async function untilReady(victim: Actor): Promise<void> {
  const deadline = performance.now() + mostWaitMs;
  while (!victim.ready && performance.now() < deadline) await sleep(10);
}
