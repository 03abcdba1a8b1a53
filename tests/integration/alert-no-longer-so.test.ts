import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { AlertDetail } from '@followon/shared/contract/alerts';
import type { OutboxMessage } from '@followon/shared/contract/messages';
import type { Page } from '@followon/shared/contract/page';
import { addDays } from '@followon/shared/rules/calendar/civil-date';
import type { GroupRow } from '../support/a-group.js';
import type { Everyone } from '../support/a-group-and-everyone.js';
import { aGroupAndEveryone } from '../support/a-group-and-everyone.js';
import type { TestWorker } from '../support/a-worker.js';
import { aWorker } from '../support/a-worker.js';
import type { TestApi } from '../support/api.js';
import { anApi } from '../support/api.js';
import type { TestDatabase } from '../support/database.js';
import { aDatabase } from '../support/database.js';
import { recordMeeting } from '../support/meetings.js';

const evening = (n: number) => addDays('2026-03-02', 7 * n);
const noonOf = (day: string) => new Date(`${day}T12:00:00Z`);
let database: TestDatabase;
let worker: TestWorker;
let api: TestApi;
let here: Everyone;

beforeAll(async () => {
  database = await aDatabase();
  worker = await aWorker(database);
  api = await anApi(database);
  here = await aGroupAndEveryone(database, api);
}, 30_000);

afterAll(async () => {
  await api?.close();
  await worker?.close();
  await database?.close();
});

async function meet(week: number, came: number): Promise<void> {
  const group = { id: here.groupId, site_id: here.siteId } as GroupRow;
  await recordMeeting({ database, worker, group }, { on: evening(week), came });
  await worker.drain(noonOf(evening(week)));
}

/** What the clinician was sent about the group. */
async function letter(): Promise<OutboxMessage | undefined> {
  const { body } = await here.clients.clinician.get<Page<OutboxMessage>>('/demo/outbox?limit=100');
  return body.items.find(
    ({ subject, groupId }) => subject === 'A group may need you' && groupId === here.groupId,
  );
}

test('a message that has left says since when it is no longer so, and so does the page that it leads to', async () => {
  for (const [week, came] of [8, 8, 8, 8, 8, 8, 4, 4, 4].entries()) await meet(week, came);
  await worker.deliverer.deliver(noonOf(evening(8)));
  expect(await letter()).toMatchObject({ state: 'sent', noLongerSo: null });

  for (const week of [9, 10, 11]) await meet(week, 9);
  const said = await letter();
  expect(said?.noLongerSo).toEqual({ on: expect.any(String), because: 'level-fell' });
  const [alert] = await database.query<{ id: string }>('select id from alert where group_id = $1', [
    here.groupId,
  ]);
  const page = await here.clients.clinician.get<AlertDetail>(`/alerts/${alert?.id}`);
  expect(page.body).toMatchObject({
    ...{ state: 'withdrawn', withdrawnBecause: 'level-fell', nextStage: null, mayAct: false },
  });
  expect(page.body.closedAt?.slice(0, 10)).toBe(said?.noLongerSo?.on);
  expect(page.body.history.map(({ what }) => what)).toEqual(
    expect.arrayContaining(['opened', 'told-clinicians', 'withdrawn']),
  );
});
