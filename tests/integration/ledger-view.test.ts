import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { EventView, TraceView } from '@followon/shared/contract/ledger';
import type { Page } from '@followon/shared/contract/page';
import type { Role } from '@followon/shared/contract/session';
import type { StoredFact } from '../support/a-dead-event.js';
import { aFact } from '../support/a-dead-event.js';
import { aSite } from '../support/a-site.js';
import { anAccount } from '../support/an-account.js';
import type { Client, TestApi } from '../support/api.js';
import { anApi } from '../support/api.js';
import type { TestDatabase } from '../support/database.js';
import { aDatabase } from '../support/database.js';

let database: TestDatabase;
let api: TestApi;
let siteId: string;
let admin: Client;
let secondAdmin: Client;
let volunteer: Client;
let stranger: Client;
let elsewhere: string;

beforeAll(async () => {
  database = await aDatabase();
  api = await anApi(database);
  siteId = (await aSite(database)).id;
  elsewhere = (await aSite(database)).id;
  const as = async (role: Role, site = siteId) =>
    api.signedInAs(await anAccount(database, { roles: [{ role, siteId: site }] }));
  admin = await as('site-admin');
  secondAdmin = await as('network-admin');
  volunteer = await as('volunteer');
  stranger = await as('site-admin', elsewhere);
}, 30_000);

afterAll(async () => {
  await api?.close();
  await database?.close();
});

describe('a stream', () => {
  test('reads in its order, page by page', async () => {
    const streamId = randomUUID();
    for (let seq = 1; seq <= 5; seq += 1) await aFact(database, { siteId, streamId, seq });
    const page = async (after: string) =>
      (await admin.get<Page<EventView>>(`/events?stream=${streamId}&limit=2&after=${after}`)).body;
    const first = await page('0');
    const second = await page(String(first.nextCursor));
    const third = await page(String(second.nextCursor));
    const seqs = [first, second, third].map(({ items }) => items.map(({ seq }) => seq));
    expect(seqs).toEqual([[1, 2], [3, 4], [5]]);
    expect(third.nextCursor).toBeNull();
  });

  test('of another site is as empty as one that does not exist', async () => {
    const { stream_id } = await aFact(database, { siteId });
    const empty = { items: [], nextCursor: null };
    expect((await stranger.get(`/events?stream=${stream_id}`)).body).toEqual(empty);
    expect((await admin.get(`/events?stream=${randomUUID()}`)).body).toEqual(empty);
  });

  test('is not read by somebody who administers another site and only works at this one', async () => {
    const roles = [
      { role: 'site-admin', siteId: elsewhere },
      { role: 'clinician', siteId },
    ] as const;
    const both = await api.signedInAs(await anAccount(database, { roles }));
    const { stream_id, event_id } = await aFact(database, { siteId });
    expect((await both.get<Page<EventView>>(`/events?stream=${stream_id}`)).body.items).toEqual([]);
    expect((await both.get(`/events/${event_id}/trace`)).status).toBe(404);
  });
});

describe('a trace', () => {
  const aChain = async (): Promise<StoredFact[]> => {
    const held = await aFact(database, { siteId });
    const changed = await aFact(database, {
      siteId,
      name: 'group-health.changed.v1',
      causedBy: held.event_id,
    });
    const opened = await aFact(database, { siteId, name: 'alert.opened.v1', causedBy: changed.event_id });
    return [
      held,
      changed,
      opened,
      await aFact(database, { siteId, name: 'nudge.planned.v1', causedBy: opened.event_id }),
    ];
  };

  test('walks from the message back to the register it came from', async () => {
    const chain = await aChain();
    const message = chain.at(-1) as StoredFact;
    const { body } = await admin.get<TraceView>(`/events/${message.event_id}/trace`);
    expect(body.items.map(({ id }) => id)).toEqual(chain.map(({ event_id }) => event_id).reverse());
    expect(body.items.map(({ causedBy }) => causedBy).at(-1)).toBeNull();
  });

  test('of a message is open to everybody at the site in the demo, of other facts to administrators', async () => {
    const [held, , , message] = (await aChain()) as [StoredFact, StoredFact, StoredFact, StoredFact];
    expect((await volunteer.get(`/events/${message.event_id}/trace`)).status).toBe(200);
    expect((await volunteer.get(`/events/${held.event_id}/trace`)).status).toBe(404);
    const foreign = await stranger.get(`/events/${message.event_id}/trace`);
    const nothing = await stranger.get(`/events/${randomUUID()}/trace`);
    expect([foreign.status, foreign.text]).toEqual([404, nothing.text]);
  });
});

describe('the payload of an event', () => {
  const told = async () => {
    const held = await aFact(database, {
      siteId,
      payload: { on: '2026-03-02', headcount: 3, newcomers: 1 },
    });
    const changed = await aFact(database, {
      siteId,
      name: 'group-health.changed.v1',
      causedBy: held.event_id,
      payload: {
        ...{ from: 'watch', to: 'fading', clearsWhen: { key: 'two-meetings-with', headcount: 5 } },
        reasons: [{ key: 'below-60', usual: 8, recent: [4, 5, 3], meetingIds: [] }],
      },
    });
    const message = await aFact(database, {
      siteId,
      name: 'nudge.planned.v1',
      causedBy: changed.event_id,
    });
    return { held, path: `/events/${message.event_id}/trace` };
  };

  test('holds numbers of people for the site’s administrator only', async () => {
    const { held, path } = await told();
    expect((await admin.get(path)).text).toMatch(/"recent":\[4,5,3\].*"headcount":3/);
    for (const reader of [secondAdmin, volunteer])
      expect((await reader.get(path)).text).not.toMatch(/headcount|newcomers|usual|recent/);
    const stream = await secondAdmin.get<Page<EventView>>(`/events?stream=${held.stream_id}`);
    expect(stream.body.items.map(({ payload }) => payload)).toEqual([{ on: '2026-03-02' }]);
  });

  test('tells nobody of the internal level', async () => {
    const { path } = await told();
    for (const reader of [admin, secondAdmin, volunteer])
      expect((await reader.get(path)).text).not.toContain('watch');
  });
});
