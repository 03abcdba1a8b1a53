import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { GroupView } from '@followon/shared/contract/groups';
import type { HandoverView } from '@followon/shared/contract/handovers';
import { aGroup } from '../support/a-group.js';
import type { HandoverRow } from '../support/a-handover.js';
import { aHandover, taskOf } from '../support/a-handover.js';
import type { ProgrammeRow } from '../support/a-programme.js';
import { aProgramme } from '../support/a-programme.js';
import { aSite } from '../support/a-site.js';
import type { TestWorker } from '../support/a-worker.js';
import { aWorker } from '../support/a-worker.js';
import type { AccountRow } from '../support/an-account.js';
import { anAccount } from '../support/an-account.js';
import type { TestApi } from '../support/api.js';
import { anApi } from '../support/api.js';
import type { TestDatabase } from '../support/database.js';
import { aDatabase } from '../support/database.js';
import { recordMeeting } from '../support/meetings.js';

let database: TestDatabase;
let api: TestApi;
let worker: TestWorker;
let siteId: string;
let clinician: AccountRow;
let one: { programme: ProgrammeRow; handover: HandoverRow };
let other: typeof one;

const now = new Date();
const day = (days: number) => new Date(now.getTime() + days * 86_400_000).toISOString().slice(0, 10);

beforeAll(async () => {
  database = await aDatabase();
  api = await anApi(database);
  worker = await aWorker(database);
}, 30_000);

const aSide = async () => {
  const programme = await aProgramme(database, {
    ...{ siteId, clinicianId: clinician.id, lastSessionOn: day(-7) },
  });
  return { programme, handover: await aHandover(database, programme) };
};

beforeEach(async () => {
  siteId = (await aSite(database)).id;
  clinician = await anAccount(database, { roles: [{ role: 'clinician', siteId }] });
  [one, other] = [await aSide(), await aSide()];
});

afterAll(async () => {
  await worker?.close();
  await api?.close();
  await database?.close();
});

/** Written down as they chose; only what follows is asked of the product. */
async function chose({ programme, handover }: typeof one, route: string, With: object = {}): Promise<void> {
  const [was] = await database.query<{ route: string }>('select route from handover where id = $1', [
    handover.id,
  ]);
  const { groupId = null, programmeId = null } = With as { groupId?: string; programmeId?: string };
  await database.query(
    'update handover set route = $2, with_group_id = $3, with_programme_id = $4 where id = $1',
    [handover.id, route, groupId, programmeId],
  );
  await worker.append({
    ...{ name: 'handover.route-chosen.v1', streamId: programme.id, siteId, occurredAt: now },
    payload: { programmeId: programme.id, handoverId: handover.id, from: was?.route ?? 'new', route },
  } as Parameters<typeof worker.append>[0]);
  await worker.drain(now);
}
const bothChoose = async () => {
  await chose(one, 'merge', { programmeId: other.programme.id });
  await chose(other, 'merge', { programmeId: one.programme.id });
};
const form = async ({ programme }: typeof one) => {
  const at = await api.signedInAs(clinician);
  const body = { siteId, programmeId: programme.id, name: `Joint ${programme.id}`, cadence: 'weekly' };
  const { id } = (await at.post<GroupView>('/groups', body)).body;
  await worker.drain(now);
  return { id, site_id: siteId, name: body.name };
};
const groupOf = async ({ handover }: typeof one) =>
  (
    await database.query<{ group_id: string | null }>('select group_id from handover where id = $1', [
      handover.id,
    ])
  )[0]?.group_id;
const stateOf = async ({ handover }: typeof one, key: string) =>
  (await taskOf(database, handover.id, key)).state;

describe('two programmes that chose each other', () => {
  test('go on in one group, and its first meeting counts for both', async () => {
    await bothChoose();
    const group = await form(one);
    expect([await groupOf(one), await groupOf(other)]).toEqual([group.id, group.id]);
    await recordMeeting({ database, worker, group }, { on: day(-1), came: 6, at: now });
    await worker.drain(now);
    for (const side of [one, other])
      expect([await stateOf(side, 'first_date_fixed'), await stateOf(side, 'first_meeting')]).toEqual([
        'done',
        'done',
      ]);
  });

  test('find the group that the other has formed already, and what it has done', async () => {
    const group = await form(one);
    await recordMeeting({ database, worker, group }, { on: day(-1), came: 6, at: now });
    await worker.drain(now);
    await chose(one, 'merge', { programmeId: other.programme.id });
    expect(await groupOf(other)).toBeNull();
    await chose(other, 'merge', { programmeId: one.programme.id });
    expect(await groupOf(other)).toBe(group.id);
    expect(await stateOf(other, 'first_meeting')).toBe('done');
  });

  test('have nobody’s names read: of a joint group nobody can tell whose people they are', async () => {
    await bothChoose();
    const group = await form(one);
    await database.insert('member', { site_id: siteId, group_id: group.id, display_name: 'Jo' });
    const at = await api.signedInAs(clinician);
    for (const { programme } of [one, other]) {
      const { status, body } = await at.get<{ items: unknown[] }>(`/programmes/${programme.id}/participants`);
      expect([status, body.items]).toEqual([200, []]);
    }
  });
});

describe('a programme that would join a group', () => {
  let host: Awaited<ReturnType<typeof aGroup>>;
  let contact: AccountRow;
  beforeEach(async () => {
    host = await aGroup(database, { siteId });
    contact = await anAccount(database, { roles: [{ role: 'contact', siteId }] });
    await database.insert('group_role', {
      ...{ site_id: siteId, group_id: host.id, kind: 'contact', account_id: contact.id, from_on: day(-90) },
    });
    await chose(one, 'join', { groupId: host.id });
  });

  const agree = async (said: boolean) => {
    const at = await api.signedInAs(clinician);
    const { id, version } = await taskOf(database, one.handover.id, 'host_agrees');
    const evidence = { answers: { 'host-said-yes': said } };
    const body = said ? { state: 'done', evidence } : { state: 'open' };
    const { status } = await at.patch(`/handover-tasks/${id}`, body, { 'If-Match': `"${version}"` });
    expect(status).toBe(200);
    await worker.drain(now);
  };

  test('belongs to it once it said yes, and no longer when that is taken back', async () => {
    expect(await groupOf(one)).toBeNull();
    await agree(true);
    expect(await groupOf(one)).toBe(host.id);
    await agree(false);
    expect(await groupOf(one)).toBeNull();
  });

  test('changes its mind, and is not with that group any more', async () => {
    await agree(true);
    await chose(one, 'buddy');
    expect(await groupOf(one)).toBeNull();
  });

  test('shows nothing of itself to that group’s contact people, gives them no task, and sees none of its people', async () => {
    await database.insert('member', { site_id: siteId, group_id: host.id, display_name: 'Ann' });
    await agree(true);
    await recordMeeting({ database, worker, group: host }, { on: day(-1), came: 9, at: now });
    await worker.drain(now);
    const inside = await api.signedInAs(contact);
    expect((await inside.get(`/handovers/${one.handover.id}`)).status).toBe(404);
    expect((await inside.get(`/programmes/${one.programme.id}`)).status).toBe(404);
    expect((await inside.get<{ items: unknown[] }>('/handover-tasks?mine=true')).body.items).toEqual([]);
    const at = await api.signedInAs(clinician);
    const people = `/programmes/${one.programme.id}/participants`;
    expect((await at.get<{ items: unknown[] }>(people)).body.items).toEqual([]);
    expect((await at.post(`/groups/${host.id}/members`, { displayName: 'Bea' })).status).toBe(404);
    const { tasks } = (await at.get<HandoverView>(`/handovers/${one.handover.id}`)).body;
    expect(tasks.filter(({ state }) => state === 'done').map(({ key }) => key)).toEqual(['host_agrees']);
  });
});
