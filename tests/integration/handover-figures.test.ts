import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { HandoverFigures } from '@followon/shared/contract/handover-figures';
import { addDays } from '@followon/shared/rules/calendar/civil-date';
import { londonDate } from '@followon/shared/rules/calendar/london';
import { aGroup } from '../support/a-group.js';
import { aHandover } from '../support/a-handover.js';
import { aProgramme } from '../support/a-programme.js';
import { aSite } from '../support/a-site.js';
import { anAccount } from '../support/an-account.js';
import type { TestApi } from '../support/api.js';
import { anApi } from '../support/api.js';
import type { TestDatabase } from '../support/database.js';
import { aDatabase } from '../support/database.js';

const today = londonDate(new Date());
let database: TestDatabase;
let api: TestApi;
let siteId: string;

/** A programme that finished so long ago, whose group met so many days later; null: it has not met. */
async function finished(daysAgo: number, metAfter: number | null): Promise<void> {
  const finishedOn = addDays(today, -daysAgo);
  const { id: programmeId } = await aProgramme(database, {
    siteId,
    firstSessionOn: null,
    lastSessionOn: finishedOn,
    finishedOn,
  });
  const { id } = await aGroup(database, { siteId, programmeId });
  const met = { site_id: siteId, group_id: id, outcome: 'held', headcount: 5, recorded_at: new Date() };
  if (metAfter !== null) await database.insert('meeting', { ...met, held_on: addDays(finishedOn, metAfter) });
}

beforeAll(async () => {
  database = await aDatabase();
  api = await anApi(database);
  siteId = (await aSite(database)).id;
  const { id: ptvId } = await anAccount(database, {
    displayName: 'Sam',
    roles: [{ role: 'volunteer', siteId }],
  });
  await database.query('update volunteer set training_until = $2 where account_id = $1', [
    ptvId,
    addDays(today, 30),
  ]);
  const running = { siteId, firstSessionOn: null };
  const soon = await aProgramme(database, { ...running, name: 'Soon', lastSessionOn: addDays(today, 20) });
  await aProgramme(database, { ...running, name: 'Later', lastSessionOn: addDays(today, 61) });
  const asked = { part: 'ptv', asked_at: new Date() };
  await database.insert('volunteer_request', {
    ...asked,
    site_id: siteId,
    programme_id: soon.id,
    account_id: ptvId,
  });
  const withSam = await aProgramme(database, { ...running, lastSessionOn: addDays(today, 10), ptvId });
  await aHandover(database, withSam, { openedOn: today, tasks: { intro_in_session: 'overdue' } });
  for (const [daysAgo, metAfter] of [
    [100, 14],
    [110, 21],
    [120, 42],
    [60, null],
    [900, 3],
  ] as const)
    await finished(daysAgo, metAfter);
}, 30_000);

afterAll(async () => {
  await api?.close();
  await database?.close();
});

const seenBy = async (role: 'lead' | 'site-admin' | 'network-admin', at = siteId) => {
  const client = await api.signedInAs(await anAccount(database, { roles: [{ role, siteId: at }] }));
  return (await client.get<HandoverFigures>(`/handover-figures?site=${siteId}`)).body.items;
};

test('a site sees what ends without a volunteer, what is late, how long the first meeting took and who needs a renewal', async () => {
  const [figures] = await seenBy('lead');
  expect(figures).toMatchObject({
    withoutVolunteer: { count: 1, items: [{ name: 'Soon', daysLeft: 20, asked: 1 }] },
    lateHandovers: 1,
    firstMeeting: { n: 3, median: 21, lowerQuartile: 17.5, upperQuartile: 31.5, notYet: 1 },
    withVolunteer: { of: 1, count: 1, percent: 100 },
    expiring: { count: 1, items: [{ displayName: 'Sam', training: { state: 'expiring' } }] },
  });
});

test('the network sees counts, no names and nothing worked out of a few', async () => {
  const [figures] = await seenBy('network-admin');
  expect(figures).toMatchObject({
    withoutVolunteer: { count: 1, items: null },
    lateHandovers: 1,
    firstMeeting: { n: null, median: null, lowerQuartile: null, upperQuartile: null, notYet: null },
    withVolunteer: { of: 1, count: null, percent: null },
    expiring: { count: null, items: null },
  });
  expect(JSON.stringify(figures)).not.toContain('Sam');
});

test('eight programmes are enough for a median outside the site, and n is rounded', async () => {
  for (let n = 0; n < 5; n += 1) await finished(130 + n, 28);
  const [figures] = await seenBy('network-admin');
  expect(figures?.firstMeeting).toMatchObject({ n: 10, median: 28 });
});

test('a joint group counts for both its programmes, and joining a group from the first visit', async () => {
  const place = (await aSite(database)).id;
  const finishedOn = addDays(today, -50);
  const ended = () =>
    aProgramme(database, { siteId: place, firstSessionOn: null, lastSessionOn: finishedOn, finishedOn });
  const [one, other, joins] = [await ended(), await ended(), await ended()];
  const meets = async (groupId: string, after: number) =>
    database.insert('meeting', {
      ...{ site_id: place, group_id: groupId, outcome: 'held', headcount: 5, recorded_at: new Date() },
      held_on: addDays(finishedOn, after),
    });
  const joint = await aGroup(database, { siteId: place, programmeId: one.id });
  const host = await aGroup(database, { siteId: place });
  await meets(joint.id, 20);
  await meets(host.id, 1);
  for (const programme of [one, other]) await aHandover(database, programme, { groupId: joint.id });
  const joined = await aHandover(database, joins, { groupId: host.id });
  await database.query(`update handover set route = 'join' where id = $1`, [joined.id]);
  const days = async () => {
    const lead = await api.signedInAs(
      await anAccount(database, { roles: [{ role: 'lead', siteId: place }] }),
    );
    const { body } = await lead.get<HandoverFigures>(`/handover-figures?site=${place}`);
    const { n, median, notYet } = body.items[0]?.firstMeeting ?? {};
    return { n, median, notYet };
  };
  expect(await days()).toEqual({ n: 2, median: 20, notYet: 1 });
  await database.query(
    `update handover_task set key = 'visit_in_pairs', state = 'done', evidence = $2 where handover_id = $1 and key = 'ptv_visit'`,
    [joined.id, JSON.stringify({ on: addDays(finishedOn, 29) })],
  );
  expect(await days()).toEqual({ n: 3, median: 20, notYet: 0 });
});

test('another site sees nothing of it', async () => {
  expect(await seenBy('site-admin', (await aSite(database)).id)).toEqual([]);
});

test('a volunteer whose account is closed is beside nobody', async () => {
  const place = (await aSite(database)).id;
  const { id: ptvId } = await anAccount(database, { roles: [{ role: 'volunteer', siteId: place }] });
  const soon = { siteId: place, firstSessionOn: null, lastSessionOn: addDays(today, 10), ptvId };
  await aHandover(database, await aProgramme(database, soon), { openedOn: today });
  const seen = async () => {
    const lead = await anAccount(database, { roles: [{ role: 'lead', siteId: place }] });
    const client = await api.signedInAs(lead);
    return (await client.get<HandoverFigures>(`/handover-figures?site=${place}`)).body.items[0];
  };
  expect(await seen()).toMatchObject({ withoutVolunteer: { count: 0 }, withVolunteer: { count: 1 } });
  await database.query('update account set disabled_at = now() where id = $1', [ptvId]);
  expect(await seen()).toMatchObject({ withoutVolunteer: { count: 1 }, withVolunteer: { count: 0 } });
});
