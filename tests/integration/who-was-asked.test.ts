import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { aProgramme } from '../support/a-programme.js';
import { aSite } from '../support/a-site.js';
import { anAccount } from '../support/an-account.js';
import type { TestApi } from '../support/api.js';
import { anApi } from '../support/api.js';
import type { TestDatabase } from '../support/database.js';
import { aDatabase } from '../support/database.js';

let database: TestDatabase;
let api: TestApi;

beforeAll(async () => {
  database = await aDatabase();
  api = await anApi(database);
});

afterAll(async () => {
  await api?.close();
  await database?.close();
});

test('reading who was asked at a programme waits for nobody who holds the programme', async () => {
  const siteId = (await aSite(database)).id;
  const lead = await api.signedInAs(await anAccount(database, { roles: [{ role: 'lead', siteId }] }));
  const programme = await aProgramme(database, { siteId });
  await database.query('begin');
  await database.query('select 1 from programme where id = $1 for share', [programme.id]);
  const asked = lead.get(`/programmes/${programme.id}/volunteers`).then(({ status }) => status);
  const answered = await Promise.race([asked, sleep(3_000).then(() => 'it waits')]);
  await database.query('rollback');
  await asked;
  expect(answered).toBe(200);
});
