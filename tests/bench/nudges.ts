import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from '@followon/local-services/free-port';
import { nodeEnv, nodeFlags } from '@followon/local-services/node-flags';
import { seeded } from '../support/seeded.js';
import { startProcess } from '../support/processes.js';
import { setStage, type Stage } from '../support/stage.js';
import { testSecret } from '../support/test-secret.js';
import { inShuffledOrder } from './arms.js';
import { atMost, type Bench, inPairs, measured } from './measure.js';
import { noonOfNudges, nudgesToPlan } from './nudges-to-plan.js';

const messages = 10_000;
const profileDir = process.env.BENCH_PROFILE_DIR;
const profiling = profileDir ? ['--cpu-prof', `--cpu-prof-dir=${profileDir}`] : [];
const perSecond = 1_000;
const connections = 16;
const mostS = 60;
const patienceMs = 300_000;
/** Of the HTML part of such a mail. */
const bytes = 7_000;

interface Taken {
  readonly taken: number;
  readonly different: number;
  readonly busiest: number;
  readonly at: number;
}

export const nudges: Bench = {
  name: 'nudges',
  title: `${messages} nudges planned and handed to a mail server`,
  run: async ({ seed, repeats, say }) => {
    const seen: { planned: number[]; busiest: number[]; twice: number[] } = {
      planned: [],
      busiest: [],
      twice: [],
    };
    const product = async (repeat: number): Promise<number> => {
      const run = await productRun(seed + repeat);
      seen.planned.push(run.plannedS);
      seen.busiest.push(run.taken.busiest);
      seen.twice.push(run.taken.taken - run.taken.different);
      return run.seconds;
    };
    const raw = await inShuffledOrder({ product, bare: bareSeconds }, { random: seeded(seed), repeats, say });
    const [ours, bare] = [measured('s', raw.product), measured('s', raw.bare)];
    return {
      bench: nudges.name,
      title: nudges.title,
      method: `5,000 registers are missing in 5,000 groups at 50 sites, each with two contact people who have a sealed e-mail address; the built worker reads the streams, plans, weighs, chooses, words and sends over ${connections} connections, at most ${perSecond}/s by its bucket, until the last mail is taken by a local mail server in a process of its own; bare: nodemailer alone with as many connections and mails of the same size`,
      figures: {
        product: ours,
        'of that until all are planned': measured('s', seen.planned),
        bare,
        'product / bare': inPairs('times', raw.product, raw.bare),
        'most in one second': measured('mails', seen.busiest),
        'mails that came twice': measured('mails', seen.twice),
      },
      floors: [
        atMost('10,000 nudges', { is: ours.median, limit: mostS, unit: 's' }),
        atMost('mails that came twice', { is: Math.max(...seen.twice), limit: 0, unit: 'mails' }),
      ],
    };
  },
};

async function productRun(seed: number) {
  const stage = await setStage();
  const sink = await startSink(stage.dir);
  try {
    const streams = await nudgesToPlan(stage, seeded(seed), { groups: messages / 2, sites: 50 });
    const file = join(stage.dir, 'streams.json');
    writeFileSync(file, JSON.stringify(streams));
    const logFile = join(stage.dir, 'logs', 'nudge-worker.log');
    const worker = startProcess({
      ...{ name: 'worker', file: 'tests/dist/bench/nudge-worker.js', args: [noonOfNudges, file] },
      ...{ nodeArgs: [...nodeFlags, ...profiling], logFile, env: workerEnvFor(stage, sink.url) },
      isReady: (log) => log().includes('ready'),
    });
    try {
      await worker.becomesReady();
      process.kill(worker.pid, 'SIGUSR2');
      const taken = await sink.all();
      if (profileDir) await Promise.race([worker.gone, sleep(20_000)]);
      const started = stamp(logFile, 'started');
      return {
        seconds: (taken.at - started) / 1_000,
        plannedS: (stamp(logFile, 'planned') - started) / 1_000,
        taken,
      };
    } finally {
      await worker.kill('SIGKILL');
    }
  } finally {
    await sink.close();
    await stage.close();
  }
}

const workerEnvFor = (stage: Stage, smtpUrl: string): Record<string, string> => ({
  ...{ ...nodeEnv, NODE_ENV: 'production', LOG_LEVEL: 'warn', FOLLOWON_MODE: 'live' },
  ...{ WORKER_DATABASE_URL: stage.urls.worker, QUEUE_DATABASE_URL: stage.urls.worker },
  ...{ FOLLOWON_SECRET: testSecret, PUBLIC_URL: 'https://followon.example', SMTP_URL: smtpUrl },
  ...{ SMTP_PER_SECOND: String(perSecond), SMTP_AT_ONCE: String(connections) },
});

async function bareSeconds(): Promise<number> {
  const stage = await setStage();
  const sink = await startSink(stage.dir);
  const logFile = join(stage.dir, 'logs', 'bare-mailer.log');
  const mailer = startProcess({
    ...{ name: 'bare mailer', file: 'tests/dist/bench/bare-mailer.js', env: {}, logFile },
    args: [sink.url, String(messages), String(connections), String(bytes)],
    isReady: (log) => log().includes('started'),
  });
  try {
    const { at } = await sink.all();
    return (at - stamp(logFile, 'started')) / 1_000;
  } finally {
    await mailer.kill('SIGKILL');
    await sink.close();
    await stage.close();
  }
}

async function startSink(dir: string) {
  const port = await freePort();
  const logFile = join(dir, 'logs', 'mail-sink.log');
  const sink = startProcess({
    ...{ name: 'mail sink', file: 'tests/dist/bench/mail-sink.js', env: {}, logFile },
    args: [String(port), String(messages)],
    isReady: (log) => log().includes('ready'),
  });
  await sink.becomesReady();
  return {
    url: `smtp://127.0.0.1:${port}`,
    all: () => allTaken(logFile),
    close: () => sink.kill('SIGKILL'),
  };
}

async function allTaken(logFile: string): Promise<Taken> {
  const deadline = performance.now() + patienceMs;
  while (performance.now() < deadline) {
    const said = /all taken (.*)/.exec(readFileSync(logFile, 'utf8'))?.[1];
    if (said !== undefined) return JSON.parse(said) as Taken;
    await sleep(50);
  }
  throw new Error(`The mail server has not got all of ${messages} mails.`);
}

function stamp(logFile: string, word: string): number {
  const at = new RegExp(`${word} (\\d+)`).exec(readFileSync(logFile, 'utf8'))?.[1];
  return Number(at ?? Number.NaN);
}
