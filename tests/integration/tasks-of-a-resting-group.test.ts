import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { addDays } from '@followon/shared/rules/calendar/civil-date';
import { finishingOn } from '@followon/shared/rules/handover/finishing';
import { giveRole } from '../support/a-group-and-everyone.js';
import { aGroup } from '../support/a-group.js';
import { aHandoverInTime, noonOf } from '../support/a-handover-in-time.js';
import type { TestWorker } from '../support/a-worker.js';
import { aWorker } from '../support/a-worker.js';
import { anAccount } from '../support/an-account.js';
import type { TestDatabase } from '../support/database.js';
import { aDatabase } from '../support/database.js';

const lastSessionOn = '2026-12-03'; // a Thursday; on this day the support plan is due
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

/** A group that has one task of its own left, the support plan, and takes a break from the first of December. */
const resting = async () => {
  const handover = await aHandoverInTime({ database, worker }, { lastSessionOn });
  const { siteId, programme } = handover;
  const contact = await anAccount(database, { roles: [{ role: 'contact', siteId }] });
  const group = await aGroup(database, {
    siteId,
    programmeId: programme.id,
    state: 'forming',
    formedOn: null,
  });
  await giveRole(database, { siteId, groupId: group.id, kind: 'contact', accountId: contact.id });
  await handover.open(finishingOn(lastSessionOn));
  await database.query(
    `update handover_task t set state = 'done' from handover h where h.id = t.handover_id and h.programme_id = $1 and t.key <> 'support_plan'`,
    [programme.id],
  );
  const say = async (state: string, name: 'group.rested.v1' | 'group.resumed.v1', on: string) => {
    await database.query('update follow_on_group set state = $2 where id = $1', [group.id, state]);
    const about = { streamId: group.id, streamKind: 'group', siteId, occurredAt: noonOf(on) } as const;
    await (name === 'group.rested.v1'
      ? worker.append({ name, ...about, payload: { groupId: group.id, from: on, until: null } })
      : worker.append({ name, ...about, payload: { groupId: group.id, on } }));
    await worker.drain(noonOf(on));
  };
  await say('resting', 'group.rested.v1', '2026-11-29');
  return {
    live: async (from: string, days: number) => {
      for (let day = 0; day < days; day += 1) await handover.live(addDays(from, day));
    },
    resume: (on: string) => say('forming', 'group.resumed.v1', on),
    task: () => handover.task('support_plan'),
    told: async () =>
      (await handover.digests())
        .filter(({ state, tasks }) => state === 'sent' && tasks.includes('support_plan'))
        .map(({ to, on }) => `${on} ${to === contact.id ? 'contact' : to}`),
  };
};

describe('a group’s own task while the group takes a break', () => {
  test('is asked of nobody and told to nobody, however late it is', async () => {
    const group = await resting();
    await group.live('2026-11-30', 16);
    expect(await group.told()).toEqual([]);
    expect(await group.task()).toMatchObject({ escalated_to: null });
  });

  test('is late from the day on which the group is back, and told all the way up', async () => {
    const group = await resting();
    await group.live('2026-11-30', 16);
    await group.resume('2026-12-16');
    await group.live('2026-12-17', 9);
    expect(await group.told()).toEqual(['2026-12-17 contact', '2026-12-18 lead', '2026-12-22 site-admin']);
    expect(await group.task()).toMatchObject({ state: 'overdue', escalated_to: 'site-admin' });
  });
});
