import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { HandoverPolicyView } from '@followon/shared/contract/handover-policy';
import type { Problem } from '@followon/shared/contract/problem';
import { finishingOn } from '@followon/shared/rules/handover/finishing';
import type { Everyone } from '../support/a-group-and-everyone.js';
import { aGroupAndEveryone } from '../support/a-group-and-everyone.js';
import { aHandoverInTime } from '../support/a-handover-in-time.js';
import type { TestWorker } from '../support/a-worker.js';
import { aWorker } from '../support/a-worker.js';
import type { TestApi } from '../support/api.js';
import { anApi } from '../support/api.js';
import type { TestDatabase } from '../support/database.js';
import { aDatabase } from '../support/database.js';
import { auditOf, eventsOf } from '../support/events.js';

const shipped = { leadAfterDays: 3, adminAfterDays: 7, minimumInterest: 4 };
let database: TestDatabase;
let worker: TestWorker;
let api: TestApi;
let site: Everyone;

beforeAll(async () => {
  database = await aDatabase();
  worker = await aWorker(database);
  api = await anApi(database);
}, 30_000);

beforeEach(async () => {
  site = await aGroupAndEveryone(database, api);
});

afterAll(async () => {
  await api?.close();
  await worker?.close();
  await database?.close();
});

const read = (role: keyof Everyone['clients'] = 'site-admin') =>
  site.clients[role].get<HandoverPolicyView>(`/handover-policy?site=${site.siteId}`);
const save = (terms: object, version = 0, role: keyof Everyone['clients'] = 'site-admin') =>
  site.clients[role].put<HandoverPolicyView & Problem>(
    '/handover-policy',
    { siteId: site.siteId, terms },
    { 'If-Match': `"${version}"` },
  );

describe('how a site runs its handovers', () => {
  test('is as shipped until it saves its own, and clinicians may read it', async () => {
    const { body, headers } = await read('clinician');
    expect(headers.get('etag')).toBe('"0"');
    expect(body).toMatchObject({ terms: shipped, defaults: shipped, mayChange: false, savedAt: null });
    expect((await read()).body.mayChange).toBe(true);
    expect((await read('volunteer')).status).toBe(404);
  });

  test('is saved with an event of the site and an entry in its log', async () => {
    const terms = { leadAfterDays: 1, adminAfterDays: 14, minimumInterest: 5 };
    const { status, body } = await save(terms);
    expect([status, body.terms, body.version]).toEqual([200, terms, 1]);
    expect((await read()).body.terms).toEqual(terms);
    expect(await eventsOf(database, site.siteId)).toMatchObject([
      { name: 'handover-policy.saved.v1', payload: { siteId: site.siteId, version: 1 } },
    ]);
    expect(await auditOf(database, site.siteId)).toEqual(['handover-policy.saved']);
  });

  test.each([
    { what: 'by a clinician', role: 'clinician', terms: shipped, version: 0, status: 404 },
    { what: 'over a newer one', role: 'site-admin', terms: shipped, version: 4, status: 412 },
    {
      what: 'with the administrator before the lead',
      role: 'site-admin',
      terms: { ...shipped, adminAfterDays: 2 },
      version: 0,
      status: 400,
    },
    {
      what: 'out of bounds',
      role: 'site-admin',
      terms: { ...shipped, minimumInterest: 1 },
      version: 0,
      status: 400,
    },
  ] as const)('is not saved $what', async ({ role, terms, version, status }) => {
    expect((await save(terms, version, role)).status).toBe(status);
    expect((await read()).body.version).toBe(0);
  });
});

describe('a site that changes its days', () => {
  test('gives tasks that are late already the new clocks, and tells nobody twice', async () => {
    const handover = await aHandoverInTime({ database, worker }, { lastSessionOn: '2026-12-03' });
    await handover.open(finishingOn('2026-12-03'));
    // Needs check due 12 November: the lead knows. Poll due on the 19th: only its owner does.
    for (const day of ['2026-11-13', '2026-11-16', '2026-11-20']) await handover.live(day);
    const told = async () => {
      const events = await eventsOf(database, handover.programme.id);
      return events
        .filter(({ name }) => name === 'handover-task.escalated.v1')
        .filter(({ payload }) => ['needs_check', 'interest_poll'].includes(String(payload['key'])))
        .map(({ payload }) => `${String(payload['key'])} ${String(payload['to'])}`);
    };
    expect(await told()).toEqual(['needs_check lead', 'needs_check site-admin']);

    await saveDays(handover.siteId, { lead: 5, admin: 20 }, '2026-11-20');
    await handover.live('2026-11-23');
    expect(await told()).toEqual(['needs_check lead', 'needs_check site-admin']);
    await handover.live('2026-11-24');
    expect(await told()).toEqual(['needs_check lead', 'needs_check site-admin', 'interest_poll lead']);
    await handover.live('2026-12-08');
    await handover.live('2026-12-09');
    expect((await told()).filter((it) => it === 'needs_check lead')).toHaveLength(1);
    expect((await told()).at(-1)).toBe('interest_poll site-admin');
  });
});

describe('a task that was opened again', () => {
  test('keeps the days that this gave it when its site changes its days', async () => {
    const handover = await aHandoverInTime({ database, worker }, { lastSessionOn: '2026-12-03' });
    await handover.open(finishingOn('2026-12-03'));
    await handover.settle('interest_poll', handover.people.clinician, '2026-11-19');
    await handover.live('2026-11-25');
    const { id, handover_id: handoverId } = await handover.task('interest_poll');
    await database.query(
      `update handover_task set state = 'overdue', done_at = null, done_by = null where id = $1`,
      [id],
    );
    const opened = { handoverId, taskId: id, key: 'interest_poll' };
    await handover.say('handover-task.reopened.v1', '2026-11-25', opened);

    await saveDays(handover.siteId, { lead: 2, admin: 20 }, '2026-11-25');
    await handover.live('2026-11-25');
    expect(await handover.task('interest_poll')).toMatchObject({ escalated_to: null });
    await handover.live('2026-11-26'); // two days after the day before
    expect(await handover.task('interest_poll')).toMatchObject({ escalated_to: 'lead' });
  });
});

async function saveDays(siteId: string, { lead, admin }: { lead: number; admin: number }, on: string) {
  const at = new Date(`${on}T12:00:00Z`);
  await database.insert('handover_policy', {
    ...{ site_id: siteId, lead_after_days: lead, admin_after_days: admin },
    ...{ minimum_interest: 4, version: 1, saved_at: at },
  });
  const about = { streamId: siteId, streamKind: 'site', siteId, occurredAt: at } as const;
  await worker.append({ name: 'handover-policy.saved.v1', ...about, payload: { siteId, version: 1 } });
  await worker.drain(at);
}
