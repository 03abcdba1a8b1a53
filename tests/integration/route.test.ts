import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { ChooseRoute } from '@followon/shared/contract/carrying-on';
import type { HandoverView } from '@followon/shared/contract/handovers';
import type { Problem } from '@followon/shared/contract/problem';
import type { HandoverRow } from '../support/a-handover.js';
import { aHandover, taskOf } from '../support/a-handover.js';
import type { ProgrammeRow } from '../support/a-programme.js';
import { aGroup } from '../support/a-group.js';
import { aProgramme } from '../support/a-programme.js';
import { aSite } from '../support/a-site.js';
import type { AccountRow } from '../support/an-account.js';
import { anAccount } from '../support/an-account.js';
import type { Client, TestApi } from '../support/api.js';
import { anApi } from '../support/api.js';
import type { TestDatabase } from '../support/database.js';
import { aDatabase } from '../support/database.js';
import { auditOf, eventsOf } from '../support/events.js';

let database: TestDatabase;
let api: TestApi;
let siteId: string;
let volunteer: AccountRow;
let at: Client;
let programme: ProgrammeRow;
let handover: HandoverRow;

const lastSessionOn = new Date(Date.now() + 14 * 86_400_000).toISOString().slice(0, 10);

beforeAll(async () => {
  database = await aDatabase();
  api = await anApi(database);
}, 30_000);

beforeEach(async () => {
  siteId = (await aSite(database)).id;
  volunteer = await anAccount(database, { roles: [{ role: 'volunteer', siteId }] });
  at = await api.signedInAs(volunteer);
  programme = await aProgramme(database, { siteId, ptvId: volunteer.id, lastSessionOn });
  handover = await aHandover(database, programme);
});

afterAll(async () => {
  await api?.close();
  await database?.close();
});

const count = (yes: number, maybe = 0) =>
  database.insert('programme_interest', {
    ...{ site_id: siteId, programme_id: programme.id, yes, maybe, no: 3, other_kind: 0 },
    recorded_at: new Date(),
  });
const choose = (choice: ChooseRoute, version: number | undefined = 1, who = at) =>
  who.post<HandoverView & Problem>(
    `/handovers/${handover.id}/route`,
    choice,
    version === undefined ? {} : { 'If-Match': `"${version}"` },
  );
const read = async () => (await at.get<HandoverView>(`/handovers/${handover.id}`)).body;
const names = async () => (await eventsOf(database, programme.id)).map(({ name }) => name);

describe('the way a group chose', () => {
  test('is written down, announced, and the tick of whoever writes it', async () => {
    await count(6);
    const { status, body, headers } = await choose({ route: 'online' });
    expect([status, headers.get('etag')]).toEqual([200, '"2"']);
    expect(body).toMatchObject({ route: 'online', suggestedRoute: 'new', routeChosenAt: expect.any(String) });
    const [chosen, ticked] = await eventsOf(database, programme.id);
    expect(chosen).toMatchObject({
      name: 'handover.route-chosen.v1',
      payload: { programmeId: programme.id, handoverId: handover.id, from: 'new', route: 'online' },
      actor_id: volunteer.id,
    });
    expect(ticked).toMatchObject({ name: 'handover-task.done.v1', payload: { key: 'choose_route' } });
    expect(await taskOf(database, handover.id, 'choose_route')).toMatchObject({
      ...{ state: 'done', done_by: volunteer.id, evidence: { choice: 'online' } },
      closed_by_event: chosen?.event_id,
    });
    expect(await auditOf(database, handover.id)).toEqual(['handover.route-chosen']);
  });

  test('chosen again changes nothing, and another one says where it came from', async () => {
    await choose({ route: 'new' });
    const again = await choose({ route: 'new' }, 2);
    expect([again.status, again.body.version]).toEqual([200, 2]);
    expect(await names()).toEqual(['handover.route-chosen.v1', 'handover-task.done.v1']);
    expect((await choose({ route: 'buddy' }, 2)).body.route).toBe('buddy');
    expect((await eventsOf(database, programme.id)).at(-1)?.payload).toMatchObject({
      from: 'new',
      route: 'buddy',
    });
  });

  test('needs its version, and keeps two people apart', async () => {
    expect((await at.post(`/handovers/${handover.id}/route`, { route: 'online' })).status).toBe(428);
    await choose({ route: 'online' });
    expect((await choose({ route: 'hybrid' }, 1)).status).toBe(412);
    expect((await read()).route).toBe('online');
  });

  test('is none that is no way at all', async () => {
    for (const wrong of [
      ...[{ route: 'restart' }, { route: 'walk' }, {}, { route: 'new', joinGroupId: handover.id }],
      { route: 'join', mergeProgrammeId: programme.id },
    ])
      expect((await choose(wrong as ChooseRoute)).status).toBe(400);
    expect(await names()).toEqual([]);
  });

  test('cannot change after the sign-off', async () => {
    await database.query(`update handover set state = 'signed-off', signed_off_at = now() where id = $1`, [
      handover.id,
    ]);
    const late = await choose({ route: 'online' });
    expect([late.status, late.body.code]).toEqual([409, 'route.after-sign-off']);
  });

  test('is a person’s of this programme: for others it is not there', async () => {
    const other = await anAccount(database, { roles: [{ role: 'volunteer', siteId }] });
    const lead = await anAccount(database, { roles: [{ role: 'lead', siteId }] });
    const clinician = await anAccount(database, { roles: [{ role: 'clinician', siteId }] });
    for (const who of [other, lead])
      expect((await choose({ route: 'online' }, 1, await api.signedInAs(who))).status).toBe(404);
    expect((await choose({ route: 'online' }, 1, await api.signedInAs(clinician))).status).toBe(200);
  });
});

describe('too few people', () => {
  test('may choose a group of their own when they know it, and are told what would fit', async () => {
    await count(2, 1);
    const few = await choose({ route: 'new' });
    expect([few.status, few.body.code, few.body.wouldFit]).toEqual([
      ...[409, 'route.fewer-than-minimum'],
      ['buddy', 'none'],
    ]);
    expect([(await read()).routeChosenAt, await names()]).toEqual([null, []]);
    expect((await choose({ route: 'new', insists: true })).body.route).toBe('new');
  });

  test('are no group and no pair when it is one, whatever they want', async () => {
    await count(1);
    for (const route of ['new', 'online', 'hybrid', 'buddy'] as const) {
      const alone = await choose({ route, insists: true });
      expect([alone.status, alone.body.code, alone.body.wouldFit]).toEqual([
        409,
        'route.one-person',
        ['none'],
      ]);
    }
    expect((await choose({ route: 'none' })).status).toBe(200);
  });
});

describe('going on with others', () => {
  test('joins a group of the site that meets; a foreign one is not there', async () => {
    expect((await choose({ route: 'join' })).body.code).toBe('route.no-group');
    const foreign = await aGroup(database);
    expect((await choose({ route: 'join', joinGroupId: foreign.id })).status).toBe(404);
    const closed = await aGroup(database, { siteId, state: 'closed' });
    expect((await choose({ route: 'join', joinGroupId: closed.id })).body.code).toBe(
      'route.group-not-meeting',
    );
    const group = await aGroup(database, { siteId });
    expect((await choose({ route: 'join', joinGroupId: group.id })).body).toMatchObject({
      ...{ route: 'join', withGroupId: group.id, withProgrammeId: null },
    });
    expect((await choose({ route: 'online' }, 2)).body).toMatchObject({ withGroupId: null });
  });

  test('merges with another programme of the site, which then sees that it is asked', async () => {
    expect((await choose({ route: 'merge' })).body.code).toBe('route.no-partner');
    const foreign = await aProgramme(database, { lastSessionOn });
    expect((await choose({ route: 'merge', mergeProgrammeId: foreign.id })).status).toBe(404);
    expect((await choose({ route: 'merge', mergeProgrammeId: programme.id })).status).toBe(400);
    const other = await aProgramme(database, { siteId, ptvId: volunteer.id, lastSessionOn });
    expect((await choose({ route: 'merge', mergeProgrammeId: other.id })).body).toMatchObject({
      ...{ route: 'merge', withProgrammeId: other.id },
    });
    const { body } = await at.get(`/programmes/${other.id}/interest`);
    expect(body).toMatchObject({ askedBy: [{ id: programme.id, name: programme.name }] });
  });

  test('may wait for a programme that is not there yet, when the group knows', async () => {
    expect((await choose({ route: 'merge', insists: true })).body).toMatchObject({ withProgrammeId: null });
    await database.query(`update handover set state = 'accepted', signed_off_at = now() where id = $1`, [
      handover.id,
    ]);
    // Nobody came: the one choice that may still be made after the sign-off.
    expect((await choose({ route: 'buddy' }, 2)).status).toBe(200);
    expect((await choose({ route: 'new' }, 3)).body.code).toBe('route.after-sign-off');
  });
});
