import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { EntityManager } from 'typeorm';
import type { TestWorker } from '../support/a-worker.js';
import { aWorker } from '../support/a-worker.js';
import type { TestDatabase } from '../support/database.js';
import { aDatabase } from '../support/database.js';

let database: TestDatabase;
let worker: TestWorker;

beforeAll(async () => {
  database = await aDatabase();
  worker = await aWorker(database);
});

afterAll(async () => {
  await worker?.close();
  await database?.close();
});

async function planOf(manager: EntityManager): Promise<string> {
  await manager.query(
    `prepare messages_of (uuid) as select id from nudge where key = 'how_was_it' and person_id = $1`,
  );
  const rows: { 'QUERY PLAN': string }[] = await manager.query(
    `explain execute messages_of ('00000000-0000-4000-8000-000000000001')`,
  );
  return rows.map((row) => row['QUERY PLAN']).join('\n');
}

test('what the worker plans while a table is empty still goes by an index when it is full', async () => {
  await database.query('analyze nudge');
  const plan = await worker.database.transaction(planOf);
  expect(plan).toContain('Index');
  expect(plan).toContain('person_id = $1');
  expect(plan).not.toContain('Seq Scan on nudge');
});
