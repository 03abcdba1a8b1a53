import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { NestFactory } from '@nestjs/core';
import { repository } from '../support/repository.js';

/**
 * The built worker, whole, at a noon that stands still, so that messages may leave whatever the time is where this runs. Its
 * streams are read in as many lanes as it has for them, without a doorbell; meanwhile it sends what is due, as its loop does.
 */
const [noon, streamsFile] = process.argv.slice(2) as [string, string];
const now = new Date(noon);

type Token = abstract new (...args: never[]) => object;
interface Dispatcher {
  drainStream(streamId: string, now: Date): Promise<void>;
}
interface Deliverer {
  deliver(now: Date): Promise<number>;
}
interface Env {
  readonly CONCURRENCY: number;
}

const built = (file: string): Promise<unknown> =>
  import(pathToFileURL(join(repository, `apps/worker/dist/${file}.js`)).href);
const { WorkerModule } = (await built('worker.module')) as { WorkerModule: { with(env: Env): never } };
const { workerEnv } = (await built('env')) as { workerEnv: () => Env };
const { Dispatcher } = (await built('dispatch/dispatcher')) as { Dispatcher: Token };
const { Deliverer } = (await built('deliveries/deliverer')) as { Deliverer: Token };

const env = workerEnv();
const app = await NestFactory.createApplicationContext(WorkerModule.with(env), { logger: false });
const dispatcher = app.get<Dispatcher>(Dispatcher);
const deliverer = app.get<Deliverer>(Deliverer);
const waiting = JSON.parse(readFileSync(streamsFile, 'utf8')) as string[];

process.stdout.write('ready\n');
await new Promise((resolve) => process.once('SIGUSR2', resolve));
process.stdout.write(`started ${Date.now()}\n`);

const lane = async (): Promise<void> => {
  for (let next = waiting.pop(); next; next = waiting.pop()) await dispatcher.drainStream(next, now);
};
let isPlanning = true;
const planning = Promise.all(Array.from({ length: env.CONCURRENCY }, lane)).then(() => {
  isPlanning = false;
  process.stdout.write(`planned ${Date.now()}\n`);
});
do {
  if ((await deliverer.deliver(now)) === 0) await new Promise((resolve) => setTimeout(resolve, 50));
} while (isPlanning);
await planning;
while ((await deliverer.deliver(now)) > 0);
const { user, system } = process.cpuUsage();
process.stdout.write(`sent ${Date.now()} cpu ${Math.round((user + system) / 1_000)}\n`);
await app.close();
