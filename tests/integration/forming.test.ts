import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { GroupRoleView, GroupView, MemberView } from '@followon/shared/contract/groups';
import type { Page } from '@followon/shared/contract/page';
import type { Problem } from '@followon/shared/contract/problem';
import type { ProgrammeView } from '@followon/shared/contract/programmes';
import { aGroup } from '../support/a-group.js';
import { aHandover } from '../support/a-handover.js';
import type { ProgrammeRow } from '../support/a-programme.js';
import { aProgramme } from '../support/a-programme.js';
import { aSite } from '../support/a-site.js';
import { anAccount } from '../support/an-account.js';
import type { Client, TestApi } from '../support/api.js';
import { anApi } from '../support/api.js';
import type { TestDatabase } from '../support/database.js';
import { aDatabase } from '../support/database.js';

let database: TestDatabase;
let api: TestApi;
let siteId: string;
let programme: ProgrammeRow;
let volunteer: Client;
let clinician: Client;
let stranger: Client;

const ahead = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

beforeAll(async () => {
  database = await aDatabase();
  api = await anApi(database);
}, 30_000);

beforeEach(async () => {
  siteId = (await aSite(database)).id;
  const somebody = async (role: 'volunteer' | 'clinician') => {
    const account = await anAccount(database, { roles: [{ role, siteId }] });
    return { id: account.id, client: await api.signedInAs(account) };
  };
  const [ptv, other, runs] = [
    await somebody('volunteer'),
    await somebody('volunteer'),
    await somebody('clinician'),
  ];
  [volunteer, stranger, clinician] = [ptv.client, other.client, runs.client];
  programme = await aProgramme(database, {
    ...{ siteId, ptvId: ptv.id, clinicianId: runs.id, lastSessionOn: ahead(14) },
  });
  await aHandover(database, programme);
});

afterAll(async () => {
  await api?.close();
  await database?.close();
});

const form = (who: Client, over: object = {}) =>
  who.post<GroupView & Problem>('/groups', {
    ...{ siteId, programmeId: programme.id, name: 'Thursday group', cadence: 'fortnightly', ...over },
  });
const forming = async (who: Client) =>
  (await who.get<ProgrammeView>(`/programmes/${programme.id}`)).body.forming;
const signOff = () =>
  database.query(`update handover set state = 'signed-off', signed_off_at = now() where programme_id = $1`, [
    programme.id,
  ]);
const add = (who: Client, groupId: string, displayName: string) =>
  who.post<MemberView>(`/groups/${groupId}/members`, { displayName });
const toRing = (who: Client, groupId: string, memberId: string) =>
  who.post<GroupRoleView & Problem>(`/groups/${groupId}/roles`, { kind: 'contact', memberId });

describe('the group of a programme', () => {
  test('is formed by the volunteer who goes with it, once', async () => {
    expect(await forming(volunteer)).toMatchObject({ mayForm: true, mayStart: false });
    const { status, body } = await form(volunteer);
    expect([status, body.programmeId, body.state]).toEqual([201, programme.id, 'forming']);
    expect((await volunteer.get<ProgrammeView>(`/programmes/${programme.id}`)).body.handover?.groupId).toBe(
      body.id,
    );
    const again = await form(volunteer, { name: 'Another' });
    expect([again.status, again.body.code]).toEqual([409, 'group.formed-already']);
    expect(await forming(volunteer)).toEqual({
      ...{ mayForm: false, mayStart: true, waitsForPartner: false, contacts: 0, firstOn: null },
    });
  });

  test('is not formed by a volunteer of another programme, for another site, or without a programme', async () => {
    const missing = await form(volunteer, { programmeId: '00000000-0000-4000-8000-000000000000' });
    const foreign = await aProgramme(database, { siteId: (await aSite(database)).id });
    const refused = [
      await form(stranger),
      await form(volunteer, { programmeId: foreign.id }),
      await form(volunteer, { siteId: (await aSite(database)).id }),
      await form(volunteer, { programmeId: undefined }),
    ];
    expect(missing.status).toBe(404);
    expect(refused.map(({ status, text }) => [status, text])).toEqual(refused.map(() => [404, missing.text]));
  });

  test('waits where the way makes none of its own, or the other programme has not chosen it', async () => {
    const choose = (route: string, partner: string | null = null) =>
      database.query('update handover set route = $2, with_programme_id = $3 where programme_id = $1', [
        ...[programme.id, route, partner],
      ]);
    await choose('buddy');
    expect(await forming(volunteer)).toMatchObject({ mayForm: false, waitsForPartner: false });
    const partner = await aProgramme(database, { siteId, lastSessionOn: ahead(20) });
    await choose('merge', partner.id);
    expect(await forming(volunteer)).toMatchObject({ mayForm: false, waitsForPartner: true });
  });
});

describe('its first people and its first date', () => {
  let groupId: string;
  beforeEach(async () => {
    groupId = (await form(volunteer)).body.id;
  });

  test('are written down by whoever is with its programme, two to ring and no more', async () => {
    for (const who of [volunteer, clinician]) {
      const member = await add(who, groupId, 'Jo');
      expect([member.status, (await toRing(who, groupId, member.body.id)).status]).toEqual([201, 201]);
    }
    const third = await add(volunteer, groupId, 'Kim');
    const refused = await toRing(volunteer, groupId, third.body.id);
    expect([refused.status, refused.body.code]).toEqual([409, 'role.enough-to-start']);
    const fixed = await volunteer.post(`/groups/${groupId}/meetings`, { date: ahead(21) });
    expect(fixed.status).toBe(201);
    expect(await forming(clinician)).toMatchObject({ contacts: 2, firstOn: ahead(21) });
  });

  test('name nobody who could act for the group, and nobody of another one', async () => {
    const account = await anAccount(database, { roles: [{ role: 'contact', siteId }] });
    const elsewhere = await aGroup(database, { siteId });
    const member = await database.insert<{ id: string }>('member', {
      ...{ site_id: siteId, group_id: elsewhere.id, display_name: 'Ann' },
    });
    const path = `/groups/${groupId}/roles`;
    expect((await clinician.post(path, { kind: 'contact', accountId: account.id })).status).toBe(400);
    expect((await toRing(clinician, groupId, member.id)).status).toBe(400);
    expect((await add(clinician, elsewhere.id, 'Bea')).status).toBe(404);
    expect((await add(stranger, groupId, 'Bea')).status).toBe(404);
  });

  test('are no longer the clinician’s after the sign-off, and the volunteer’s only while there is nobody', async () => {
    await signOff();
    expect((await add(clinician, groupId, 'Jo')).status).toBe(404);
    expect(await forming(clinician)).toMatchObject({ mayStart: false });
    const member = await add(volunteer, groupId, 'Jo');
    expect((await toRing(volunteer, groupId, member.body.id)).status).toBe(201);
    expect((await add(volunteer, groupId, 'Kim')).status).toBe(404);
    expect((await volunteer.get(`/groups/${groupId}/members`)).status).toBe(404);
  });

  test('are read by its own clinician before the sign-off, and only by her', async () => {
    await add(volunteer, groupId, 'Jo');
    const read = (who: Client) => who.get<Page<MemberView>>(`/programmes/${programme.id}/participants`);
    expect((await read(clinician)).body.items.map(({ displayName }) => displayName)).toEqual(['Jo']);
    expect((await read(volunteer)).status).toBe(404);
    await signOff();
    expect((await read(clinician)).status).toBe(404);
  });
});
