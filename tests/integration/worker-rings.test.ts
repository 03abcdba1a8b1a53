import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { openQueue } from '@followon/shared/doorbell/doorbell';
import { queues, ringOptions } from '@followon/shared/events/queues';
import { NestFactory } from '@nestjs/core';
import { workerEnv } from '../../apps/worker/src/env.js';
import { log } from '../../apps/worker/src/log.js';
import { Work } from '../../apps/worker/src/work.js';
import { WorkerModule } from '../../apps/worker/src/worker.module.js';
import { aGroup } from '../support/a-group.js';
import type { TestWorker } from '../support/a-worker.js';
import { aWorker } from '../support/a-worker.js';
import type { TestDatabase } from '../support/database.js';
import { aDatabase } from '../support/database.js';
import { eventually } from '../support/eventually.js';
import { recordMeeting } from '../support/meetings.js';
import { doorbells } from '../support/queue.js';
import { testSecret } from '../support/test-secret.js';

const now = new Date('2026-06-01T10:00:00Z');
let database: TestDatabase;
let writer: TestWorker;

beforeAll(async () => {
  database = await aDatabase();
  writer = await aWorker(database);
});

afterAll(async () => {
  await writer?.close();
  await database?.close();
});

describe.each(doorbells())('the running worker on $name', (bell) => {
  test('reads a stream that is rung for, sweeps when the clock rings, and ends with nothing left open', async () => {
    const env = workerEnv({
      ...{
        WORKER_DATABASE_URL: database.urls.worker,
        ALLOW_UNSAFE_POSTGRES: 'true',
        FOLLOWON_SECRET: testSecret,
        LOG_LEVEL: 'silent',
        CONCURRENCY: '4',
      },
      ...{ SWEEP_EVERY_MS: '200', RECONCILE_EVERY_MS: '600000', FOLLOWON_MODE: 'live' },
      ...bell.env(database),
    });
    log.level = 'silent';
    const app = await NestFactory.createApplicationContext(WorkerModule.with(env), {
      logger: false,
      abortOnError: false,
    });
    const queue = openQueue(bell.of(database), queues.streams);
    try {
      await app.get(Work).start();
      const group = await aGroup(database);
      await recordMeeting({ database, worker: writer, group }, { on: '2026-06-01', came: 8, at: now });
      await queue.add(queues.streams, { streamId: 'not a stream' }, { ...ringOptions, jobId: randomUUID() });
      await queue.add(queues.streams, { streamId: group.id }, { ...ringOptions, jobId: randomUUID() });
      const judged = () => database.query('select 1 from group_health where group_id = $1', [group.id]);
      await eventually('the group to be judged', async () => (await judged()).length === 1, 8_000);

      const due = {
        rule: 'silence',
        site_id: group.site_id,
        stream_id: group.id,
        subject_id: group.id,
        occurrence: bell.name,
        due_at: now,
      };
      const { id } = await database.insert<{ id: number }>('due', due);
      const done = async () =>
        (await database.query('select outcome from due where id = $1 and done_at is not null', [id]))[0];
      expect(await eventually('the sweep', async () => (await done()) ?? false, 8_000)).toEqual({
        outcome: 'listened',
      });
    } finally {
      await app.close();
      await queue.close();
      await bell.clear();
    }
  });
});
