import { NestFactory } from '@nestjs/core';
import type { Messenger } from './deliveries/channels/messenger.js';
import { MESSENGERS } from './deliveries/channels/messenger.js';
import { waysOf } from './deliveries/channels/messengers.js';
import { workerEnv } from './env.js';
import { inBrief, log } from './log.js';
import { Work } from './work.js';
import { WorkerModule } from './worker.module.js';

try {
  const env = workerEnv();
  log.level = env.LOG_LEVEL;
  const app = await NestFactory.createApplicationContext(WorkerModule.with(env), {
    logger: false,
    abortOnError: false,
  });
  app.enableShutdownHooks();
  await app.get(Work).start();
  log.info(waysOf(app.get<Messenger[]>(MESSENGERS), env.FOLLOWON_MODE));
  log.info('the worker is ready');
} catch (error) {
  log.fatal({ error: error instanceof Error ? error.message : inBrief(error) }, 'the worker cannot start');
  process.exit(1);
}
