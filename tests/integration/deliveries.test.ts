import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { DeliveryCounts, DeliveryDetail, DeliveryLine } from '@followon/shared/contract/deliveries';
import type { Page } from '@followon/shared/contract/page';
import type { Role } from '@followon/shared/contract/session';
import type { DeliveryStage, Stuck } from '../support/a-delivery.js';
import { aDeliveryStage } from '../support/a-delivery.js';

let stage: DeliveryStage;
beforeAll(async () => {
  stage = await aDeliveryStage();
}, 30_000);
afterAll(() => stage?.close());

const settle = (id: string, body: object, who: Role = 'site-admin') =>
  stage.at[who].post<DeliveryLine & { detail?: string }>(`/deliveries/${id}/settle`, body);
const stuck = (over: Stuck) => stage.aDelivery(over);
const eventsAbout = async (id: string) =>
  (
    await stage.database.query<{ name: string }>(
      `select name from event where payload ->> 'deliveryId' = $1 order by name`,
      [id],
    )
  ).map(({ name }) => name);

describe('what can be decided about a message', () => {
  test.each([
    { from: 'unknown', how: 'arrived', to: 'delivered', tells: ['delivery.settled.v1', 'nudge.sent.v1'] },
    { from: 'unknown', how: 'again', to: 'queued', tells: ['delivery.settled.v1'] },
    { from: 'dead', how: 'again', to: 'queued', tells: ['delivery.settled.v1'] },
    { from: 'dead', how: 'let-go', to: 'suppressed', tells: ['delivery.settled.v1'] },
    { from: 'queued', how: 'let-go', to: 'suppressed', tells: ['delivery.settled.v1'] },
    { from: 'held', how: 'posted', to: 'sent', tells: ['delivery.settled.v1', 'nudge.sent.v1'] },
  ] as const)('$from: $how makes it $to, and says so once', async ({ from, how, to, tells }) => {
    const id = await stuck({ state: from, reason: from === 'held' ? 'to-print' : 'x', tries: 5 });
    const [before] = await stage.database.query<{ idem_key: string }>(
      'select idem_key from delivery where id = $1',
      [id],
    );
    const answers = await Promise.all([settle(id, { how }), settle(id, { how })]);
    expect(answers.map(({ status, body }) => [status, body.state])).toEqual([
      [200, to],
      [200, to],
    ]);
    expect(await eventsAbout(id)).toEqual([...tells]);
    const { body } = await stage.at['site-admin'].get<DeliveryDetail>(`/deliveries/${id}`);
    expect(body.steps.map(({ what, reason }) => [what, reason])).toEqual([['settled', how]]);
    const [after] = await stage.database.query<{ idem_key: string; tries: number }>(
      'select idem_key, tries from delivery where id = $1',
      [id],
    );
    expect(after).toEqual({ ...before, tries: how === 'again' ? 0 : 5 });
  });

  test.each([
    { state: 'sent', how: 'again', words: /It has left/ },
    { state: 'sending', how: 'let-go', words: /leaving at this moment/ },
    { state: 'suppressed', how: 'again', words: /held back/ },
    { state: 'dead', how: 'posted', words: /Somebody else/ },
  ] as const)('$state cannot be $how: it says why, and nothing happens', async ({ state, how, words }) => {
    const id = await stuck({ state, reason: 'paused' });
    const { status, body } = await settle(id, { how });
    expect([status, body.detail]).toEqual([409, expect.stringMatching(words)]);
    expect(await eventsAbout(id)).toEqual([]);
  });

  test('why is kept with it, and only a reason that goes with what was decided', async () => {
    const id = await stuck({ state: 'unknown', reason: 'sender-lost' });
    expect((await settle(id, { how: 'arrived', reason: 'not-needed' })).status).toBe(400);
    expect((await settle(id, { how: 'again', reason: 'because I say so' })).status).toBe(400);
    expect(await eventsAbout(id)).toEqual([]);
    expect((await settle(id, { how: 'arrived', reason: 'they-said' })).status).toBe(200);
    const { body } = await stage.at['site-admin'].get<DeliveryDetail>(`/deliveries/${id}`);
    expect(body.steps.map(({ what, reason }) => [what, reason])).toEqual([['settled', 'arrived/they-said']]);
  });

  test('two administrators who decide differently at once: one does, the other is told', async () => {
    for (let round = 0; round < 6; round += 1) {
      const id = await stuck({ state: 'unknown', reason: 'sender-lost' });
      const answers = await Promise.all([settle(id, { how: 'arrived' }), settle(id, { how: 'let-go' })]);
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
      expect((await eventsAbout(id)).filter((name) => name === 'delivery.settled.v1')).toHaveLength(1);
    }
  });

  test('a site’s administrator decides, and nobody else', async () => {
    const id = await stuck({ state: 'dead', reason: 'refused' });
    for (const role of ['lead', 'clinician', 'volunteer', 'contact', 'network-admin'] as const)
      expect({ role, status: (await settle(id, { how: 'let-go' }, role)).status }).toEqual({
        role,
        status: 404,
      });
    expect((await stage.stranger.post(`/deliveries/${id}/settle`, { how: 'let-go' })).status).toBe(404);
    const seen = async (role: Role) =>
      (await stage.at[role].get<DeliveryDetail>(`/deliveries/${id}`)).body.ways;
    expect([await seen('site-admin'), await seen('lead')]).toEqual([['again', 'let-go'], []]);
  });
});

describe('the list', () => {
  test('is narrowed by state, message, channel and site, and names nobody', async () => {
    const id = await stuck({ state: 'dead', reason: 'refused', key: 'meeting_reminder', channel: 'smtp' });
    const here = { site: stage.siteId, state: 'dead', key: 'meeting_reminder', channel: 'smtp' };
    const found = async (filters: Readonly<Record<string, string>>) =>
      (
        await stage.at['site-admin'].get<Page<DeliveryLine>>(
          `/deliveries?${new URLSearchParams(filters).toString()}`,
        )
      ).body.items;
    expect((await found(here)).map((line) => line.id)).toEqual([id]);
    for (const other of [
      { state: 'sent' },
      { key: 'how_was_it' },
      { channel: 'paper' },
      { site: stage.elsewhere },
    ])
      expect(await found({ ...here, ...other })).toEqual([]);
    expect(JSON.stringify(await found({ site: stage.siteId }))).not.toMatch(/Robin|@example/);
  });
});

describe('the numbers on top', () => {
  const counts = async (role: Role, query = `?site=${stage.siteId}`) => {
    const { body } = await stage.at[role].get<DeliveryCounts>(`/deliveries/counts${query}`);
    return Object.fromEntries(body.states.map(({ state, count }) => [state, count]));
  };

  test('are whole for those of the site, and for the network’s own never about a few', async () => {
    await Promise.all(Array.from({ length: 3 }, () => stuck({ state: 'bounced', reason: 'nobody-there' })));
    for (const role of ['site-admin', 'lead', 'clinician'] as const)
      expect(await counts(role)).toMatchObject({ bounced: 3 });
    expect(await counts('network-admin')).toMatchObject({ bounced: null });
    for (const role of ['volunteer', 'contact'] as const) expect(await counts(role)).toEqual({});
  });

  test('of another site are nobody’s here', async () => {
    const { body } = await stage.stranger.get<DeliveryCounts>(`/deliveries/counts?site=${stage.siteId}`);
    expect(body.states).toEqual([]);
  });
});

describe('those who are told numbers', () => {
  const READERS = ['clinician', 'network-admin'] as const;
  const list = async (role: Role, query: string) =>
    (await stage.at[role].get<Page<DeliveryLine>>(`/deliveries?limit=200${query}`)).body.items;

  test('do not learn of a message to a member, neither in the list nor by its id', async () => {
    const id = await stuck({
      ...{ state: 'sent', reason: null, key: 'missed_you_soft', audience: 'member' },
    });
    expect((await list('lead', '&key=missed_you_soft')).map((line) => line.id)).toEqual([id]);
    for (const role of READERS) {
      expect(await list(role, '&key=missed_you_soft')).toEqual([]);
      expect((await stage.at[role].get(`/deliveries/${id}`)).status).toBe(404);
    }
  });

  test.each([
    { state: 'held', reason: 'to-print', channel: 'paper', told: 'suppressed' },
    { state: 'bounced', reason: 'nobody-there', channel: 'notify-sms', told: 'suppressed' },
    { state: 'dead', reason: 'no-address', channel: 'paper', told: 'suppressed' },
    { state: 'delivered', reason: null, channel: 'paper', told: 'sent' },
  ] as const)('read of $state by $channel only that it is $told', async ({ told, ...over }) => {
    const id = await stuck({ ...over, key: 'role_thanks', tries: 3 });
    const plain = { state: told, reason: null, channel: 'other', tries: 0, isLetter: false, ways: [] };
    for (const role of READERS) {
      const one = await stage.at[role].get<DeliveryDetail>(`/deliveries/${id}`);
      expect(one.body).toMatchObject({ ...plain, steps: [] });
      const found = async (query: string) => (await list(role, query)).find((line) => line.id === id);
      expect(await found('&key=role_thanks')).toMatchObject(plain);
      expect(await found(`&state=${told}`)).toMatchObject(plain);
      expect(await found(`&state=${over.state}`)).toBeUndefined();
      expect(await found(`&channel=${over.channel}`)).toBeUndefined();
    }
    const whole = await stage.at.lead.get<DeliveryDetail>(`/deliveries/${id}`);
    expect(whole.body).toMatchObject(over);
  });
});
