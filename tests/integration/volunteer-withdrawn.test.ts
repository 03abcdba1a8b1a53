import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { VolunteerRequestView } from '@followon/shared/contract/volunteers';
import { aProgramme } from '../support/a-programme.js';
import { aSite } from '../support/a-site.js';
import type { TestWorker } from '../support/a-worker.js';
import { aWorker } from '../support/a-worker.js';
import type { AccountRow } from '../support/an-account.js';
import { anAccount } from '../support/an-account.js';
import type { Client, TestApi } from '../support/api.js';
import { anApi } from '../support/api.js';
import type { TestDatabase } from '../support/database.js';
import { aDatabase } from '../support/database.js';
import { eventsOf } from '../support/events.js';
import { eventually } from '../support/eventually.js';

let database: TestDatabase;
let api: TestApi;
let worker: TestWorker;
let siteId: string;
let lead: Client;
let sam: AccountRow;
let bev: AccountRow;
let programmeId: string;

beforeAll(async () => {
  database = await aDatabase();
  api = await anApi(database);
  worker = await aWorker(database);
}, 30_000);
beforeEach(async () => {
  siteId = (await aSite(database)).id;
  const volunteer = () => anAccount(database, { roles: [{ role: 'volunteer', siteId }] });
  [sam, bev] = [await volunteer(), await volunteer()];
  lead = await api.signedInAs(await anAccount(database, { roles: [{ role: 'lead', siteId }] }));
  programmeId = (await aProgramme(database, { siteId })).id;
});
afterAll(async () => {
  await worker?.close();
  await api?.close();
  await database?.close();
});

const ask = async ({ id: accountId }: AccountRow) =>
  (await lead.post<VolunteerRequestView>(`/programmes/${programmeId}/volunteers`, { accountId, part: 'ptv' }))
    .body.id;
const withdrawn = async () =>
  (await eventsOf(database, programmeId))
    .filter(({ name }) => name === 'programme.volunteer-withdrawn.v1')
    .map(({ payload }) => payload['requestId']);

describe('a question to a volunteer that is taken back', () => {
  test('by the lead is announced once, and no message about it leaves', async () => {
    const id = await ask(sam);
    await worker.drain(new Date());
    expect((await lead.post(`/volunteer-requests/${id}/withdraw`, {})).status).toBe(200);
    expect((await lead.post(`/volunteer-requests/${id}/withdraw`, {})).status).toBe(200);
    await worker.drain(new Date());
    await worker.deliverer.deliver(new Date(Date.now() + 5 * 86_400_000));
    expect(await withdrawn()).toEqual([id]);
    expect(
      await database.query('select key, state, reason from nudge where person_id = $1', [sam.id]),
    ).toEqual([{ key: 'volunteer_asked', state: 'suppressed', reason: 'no-longer-true' }]);
  });

  test('because somebody else said yes is announced as well', async () => {
    const [yes, other] = [await ask(sam), await ask(bev)];
    const atSam = await api.signedInAs(sam);
    expect((await atSam.post(`/volunteer-requests/${yes}/answer`, { answer: 'accept' })).status).toBe(200);
    expect(await withdrawn()).toEqual([other]);
  });

  test('is heard by the open screen of whoever was asked, and of no other volunteer', async () => {
    const id = await ask(sam);
    const screens = await Promise.all([sam, bev].map(async (who) => listening(await api.signedInAs(who))));
    await lead.post(`/volunteer-requests/${id}/withdraw`, {});
    await worker.drain(new Date());
    await eventually('the change', async () => screens[0]?.heard().includes(programmeId) ?? false);
    expect(screens[1]?.heard()).not.toContain(programmeId);
    for (const { leave } of screens) leave();
  });
});

async function listening(who: Client): Promise<{ heard: () => string; leave: () => void }> {
  const leaving = new AbortController();
  const { body } = await who.fetch('/live', { signal: leaving.signal });
  let heard = '';
  const read = async () => {
    for await (const chunk of body as unknown as AsyncIterable<Uint8Array>)
      heard += Buffer.from(chunk).toString();
  };
  void read().catch(() => undefined);
  return { heard: () => heard, leave: () => leaving.abort() };
}
