import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { DeliveryCounts } from '@followon/shared/contract/deliveries';
import type { Role } from '@followon/shared/contract/session';
import type { DeliveryStage } from '../support/a-delivery.js';
import { aDeliveryStage } from '../support/a-delivery.js';
import { aGroup } from '../support/a-group.js';

let stage: DeliveryStage;
beforeAll(async () => {
  stage = await aDeliveryStage();
}, 30_000);
afterAll(() => stage?.close());

describe('texts that wait for a person', () => {
  const texts = async (role: Role) => {
    const { body } = await stage.at[role].get<DeliveryCounts>(`/deliveries/counts?site=${stage.siteId}`);
    return { replies: body.replies, differing: body.differing };
  };
  const aside = async (why: string, daysAgo: number, more: object = {}) => {
    const at = new Date(Date.now() - daysAgo * 86_400_000);
    const reply = { provider: 'notify', provider_id: randomUUID(), kind: 'reply', happened_at: at };
    const inbound = await stage.database.insert<{ id: string }>('inbound_message', reply);
    const told = { site_id: stage.siteId, inbound_id: inbound.id, why, at };
    await stage.database.insert('reply_aside', { ...told, ...more });
  };

  test('are counted for a week; another number stands until somebody saves the register again', async () => {
    const group = await aGroup(stage.database, { siteId: stage.siteId, name: 'Tea', headcounts: [] });
    const recorded = new Date(Date.now() - 9 * 86_400_000);
    const meeting = await stage.database.insert<{ id: string }>('meeting', {
      ...{ site_id: stage.siteId, group_id: group.id, held_on: '2026-03-02', outcome: 'held' },
      ...{ headcount: 4, recorded_at: recorded },
    });
    for (const daysAgo of [1, 2, 8]) await aside('unread', daysAgo);
    await aside('differs', 8, { meeting_id: meeting.id, amount: 6 });
    await aside('differs', 8, { meeting_id: meeting.id, amount: 4 });
    const unread = { why: 'unread', count: 2 };
    const differing = { groupId: group.id, groupName: 'Tea', on: '2026-03-02', texted: 6, saved: 4 };
    for (const role of ['site-admin', 'lead'] as const)
      expect(await texts(role)).toEqual({
        replies: [{ why: 'differs', count: 1 }, unread],
        differing: [differing],
      });
    for (const role of ['clinician', 'volunteer', 'network-admin'] as const)
      expect(await texts(role)).toEqual({ replies: [], differing: [] });
    await stage.database.query('update meeting set recorded_at = now() where id = $1', [meeting.id]);
    expect(await texts('lead')).toEqual({ replies: [unread], differing: [] });
  });
});
