import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { GroupSummary, GroupView } from '@followon/shared/contract/groups';
import type { GroupHealthView } from '@followon/shared/contract/health';
import type { Page } from '@followon/shared/contract/page';
import type { Problem } from '@followon/shared/contract/problem';
import type { Role } from '@followon/shared/contract/session';
import { addDays } from '@followon/shared/rules/calendar/civil-date';
import { londonDate } from '@followon/shared/rules/calendar/london';
import { aGroup } from '../support/a-group.js';
import type { Everyone } from '../support/a-group-and-everyone.js';
import { aGroupAndEveryone } from '../support/a-group-and-everyone.js';
import { aProgramme } from '../support/a-programme.js';
import type { TestApi } from '../support/api.js';
import { anApi } from '../support/api.js';
import type { TestDatabase } from '../support/database.js';
import { aDatabase } from '../support/database.js';

const today = londonDate(new Date());
const noSuchId = '00000000-0000-4000-8000-000000000000';
let database: TestDatabase;
let api: TestApi;
let here: Everyone;
let elsewhere: Everyone;

beforeAll(async () => {
  database = await aDatabase();
  api = await anApi(database);
  here = await aGroupAndEveryone(database, api);
  elsewhere = await aGroupAndEveryone(database, api);
});

afterAll(async () => {
  await api?.close();
  await database?.close();
});

const eventsOf = async (streamId: string): Promise<string[]> => {
  const rows = await database.query<{ name: string }>(
    'select name from event where stream_id = $1 order by seq',
    [streamId],
  );
  return rows.map(({ name }) => name);
};

const judge = (groupId: string, siteId: string, health: Record<string, unknown>): Promise<unknown> =>
  database.insert('group_health', {
    group_id: groupId,
    site_id: siteId,
    assessed_at: new Date(),
    as_of_seq: 7,
    parameter_version: 'rules-1',
    ...health,
    reasons: JSON.stringify(health['reasons'] ?? []),
  });

const below60 = { key: 'below-60', usual: 8, recent: [4, 5, 3], meetingIds: [] };

describe('who sees a group', () => {
  test.each(['volunteer', 'contact', 'clinician', 'lead', 'site-admin', 'network-admin'] as const)(
    'a %s sees their own, and a foreign one as if it did not exist',
    async (role) => {
      const client = here.clients[role];
      for (const path of ['', '/health', '/roles']) {
        expect((await client.get(`/groups/${here.groupId}${path}`)).status).toBe(200);
        const foreign = await client.get(`/groups/${elsewhere.groupId}${path}`);
        const missing = await client.get(`/groups/${noSuchId}${path}`);
        expect(foreign.status).toBe(404);
        expect(foreign.text).toBe(missing.text);
      }
      expect((await client.get<Page<GroupSummary>>(`/groups?site=${elsewhere.siteId}`)).body.items).toEqual(
        [],
      );
    },
  );

  test.each(['volunteer', 'contact'] as const)('a %s sees no other group of the site', async (role) => {
    const other = await aGroup(database, { siteId: here.siteId });
    const { body } = await here.clients[role].get<Page<GroupSummary>>('/groups');
    expect(body.items.map(({ id }) => id)).toEqual([here.groupId]);
    expect((await here.clients[role].get(`/groups/${other.id}`)).status).toBe(404);
  });

  test.each(['volunteer', 'clinician', 'lead', 'site-admin', 'network-admin'] as const)(
    'a %s sees no members of it',
    async (role) => {
      const network = await aGroupAndEveryone(database, api);
      await database.query('delete from group_role where group_id = $1', [network.groupId]);
      expect((await network.clients[role].get(`/groups/${network.groupId}/members`)).status).toBe(404);
    },
  );

  test.each([
    'rubbish',
    'level=none',
    'own=false',
    'site=1',
    `cursor=${Buffer.from('[1]').toString('base64url')}`,
  ])('a list is refused what it does not understand: %s', async (query) =>
    expect((await here.clients.clinician.get(`/groups?${query}`)).status).toBe(400),
  );

  test('a text that cannot be kept is refused, not an error of ours', async () => {
    expect((await here.clients.clinician.get('/groups?q=%00')).status).toBe(400);
  });
});

describe('what a group shows', () => {
  let network: Everyone;
  const ids: string[] = [];

  beforeAll(async () => {
    network = await aGroupAndEveryone(database, api);
    const levels = [
      { name: 'B steady', level: 'steady' },
      { name: 'c watched', level: 'watch', reasons: [below60], since: '2026-03-02T10:00:00Z' },
      {
        name: 'D fading',
        level: 'fading',
        reasons: [below60],
        since: '2026-05-02T10:00:00Z',
        clears_when: { key: 'any-news' },
      },
      { name: 'e fading first', level: 'fading', since: '2026-04-02T10:00:00Z' },
      { name: 'F no news', level: null, no_news: true },
      { name: 'g at risk', level: 'at-risk' },
      { name: 'H closed', level: 'at-risk', state: 'closed' as const },
    ];
    for (const { name, state, ...health } of levels) {
      const group = await aGroup(database, { siteId: network.siteId, name, state, headcounts: [7, 8] });
      await judge(group.id, network.siteId, { usual: 7, ...health });
      ids.push(group.id);
    }
  });

  const named = async (query: string): Promise<string[]> => {
    const { body } = await network.clients.clinician.get<Page<GroupSummary>>(`/groups?${query}`);
    return body.items.map(({ name }) => name);
  };

  test('groups that may need somebody come most worrying first, and the longest of these first', async () => {
    expect(await named('needsYou=true')).toEqual(['g at risk', 'e fading first', 'D fading', 'F no news']);
  });

  test.each([
    { query: 'level=fading', names: ['D fading', 'e fading first'] },
    { query: 'level=watch', names: [] },
    { query: 'level=steady', names: ['B steady', 'c watched'] },
    { query: 'state=closed', names: ['H closed'] },
    { query: 'q=FADING', names: ['D fading', 'e fading first'] },
    { query: 'q=%25', names: [] },
    { query: 'own=true', names: [] },
  ])('the list is narrowed by $query', async ({ query, names }) => expect(await named(query)).toEqual(names));

  test.each(['', 'needsYou=true&'])('the pages of "%s" are the whole list, once', async (query) => {
    const whole = await named(`${query}limit=200`);
    const read: string[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const { body }: { body: Page<GroupSummary> } = await network.clients.clinician.get(
        `/groups?${query}limit=2${cursor && `&cursor=${cursor}`}`,
      );
      read.push(...body.items.map(({ name }) => name));
      cursor = body.nextCursor;
    }
    expect(read).toEqual(whole);
  });

  test('the internal level reads as steady everywhere', async () => {
    const { body } = await network.clients.clinician.get<GroupView>(`/groups/${ids[1]}`);
    expect(body).toMatchObject({ level: 'steady', reasons: [], levelSince: null });
    const health = await network.clients.clinician.get<GroupHealthView>(`/groups/${ids[1]}/health`);
    expect(health.body).toMatchObject({ level: 'steady', reasons: [] });
  });

  test('a group that has ended has no level', async () => {
    const { body } = await network.clients.clinician.get<GroupView>(`/groups/${ids[6]}`);
    expect(body).toMatchObject({
      state: 'closed',
      level: null,
      reasons: [],
      may: { record: false, plan: false },
    });
  });

  test('a clinician reads numbers, a network administrator only their shape', async () => {
    const whole = await network.clients.clinician.get<GroupView>(`/groups/${ids[2]}`);
    expect(whole.body.reasons).toEqual([below60]);
    expect(whole.body.turnout.usual).toBe(7);
    expect(whole.body.turnout.slots.map(({ headcount }) => headcount)).toEqual([7, 8]);
    for (const path of [`/groups/${ids[2]}`, `/groups/${ids[2]}/health`]) {
      const { body } = await network.clients['network-admin'].get<GroupView>(path);
      expect(body.reasons).toEqual([{ key: 'below-60', meetingIds: [] }]);
      expect(body.turnout.usual).toBeNull();
      expect(body.turnout.slots.map(({ kind, headcount }) => [kind, headcount])).toEqual([
        ['headcount-only', null],
        ['headcount-only', null],
      ]);
    }
  });

  test('a level’s history leaves out the steps that are internal', async () => {
    const change = async (day: string, from: string | null, to: string) =>
      database.insert('group_level_change', {
        ...{ site_id: network.siteId, group_id: ids[2], changed_on: day, at: `${day}T10:00:00Z` },
        ...{ from_level: from, to_level: to, reasons: JSON.stringify([below60]) },
        ...{
          event_id: `00000000-0000-4000-8000-0000000${day.slice(5, 7)}${day.slice(8)}0`,
          parameter_version: 'rules-1',
        },
      });
    await change('2026-03-01', null, 'steady');
    await change('2026-04-01', 'steady', 'watch');
    await change('2026-05-01', 'watch', 'fading');
    const { body } = await network.clients.clinician.get<GroupHealthView>(`/groups/${ids[2]}/health`);
    expect(body.history.map(({ from, to }) => [from, to])).toEqual([
      [null, 'steady'],
      ['steady', 'fading'],
    ]);
  });

  test('the strip shows the last twelve, breaks among them; what is due and what comes next is counted', async () => {
    const group = await aGroup(database, {
      siteId: network.siteId,
      headcounts: Array.from({ length: 15 }, (_, n) => n),
      formedOn: '2026-01-05',
    });
    const meeting = { site_id: network.siteId, group_id: group.id, outcome: 'planned' };
    for (const day of [-3, 4, 11])
      await database.insert('meeting', { ...meeting, held_on: addDays(today, day) });
    const rest = {
      site_id: network.siteId,
      group_id: group.id,
      from_on: '2026-04-10',
      until_on: '2026-04-12',
    };
    await database.insert('group_rest', rest);
    const { body } = await network.clients.clinician.get<GroupView>(`/groups/${group.id}`);
    expect(body.turnout.slots.map(({ kind, headcount }) => headcount ?? kind)).toEqual([
      ...[5, 6, 7, 8, 9, 10, 11, 12, 13, 'rest', 14],
      'planned',
    ]);
    expect(body).toMatchObject({
      registersMissing: 1,
      nextMeetingOn: addDays(today, 4),
      lastMetOn: '2026-04-13',
    });
  });
});

describe('forming a group', () => {
  const body = (name: string) => ({ siteId: here.siteId, name, cadence: 'weekly' });

  test.each(['clinician', 'site-admin'] as const)('a %s forms one', async (role) => {
    const { status, body: group } = await here.clients[role].post<GroupView>('/groups', body(`By a ${role}`));
    expect(status).toBe(201);
    expect(group).toMatchObject({ state: 'forming', version: 1, ownGroup: false, level: null });
    expect(await eventsOf(group.id)).toEqual(['group.formed.v1']);
    const audited = await database.query('select what from audit_entry where subject = $1', [group.id]);
    expect(audited).toEqual([{ what: 'group.formed' }]);
  });

  test.each(['volunteer', 'contact', 'lead', 'network-admin'] as const)('a %s may not', async (role) => {
    expect((await here.clients[role].post('/groups', body('Never'))).status).toBe(404);
  });

  test('nobody forms one at another site', async () => {
    const foreign = await elsewhere.clients.clinician.post('/groups', body('Never'));
    const missing = await elsewhere.clients.clinician.post('/groups', { ...body('Never'), siteId: noSuchId });
    expect(foreign.status).toBe(404);
    expect(foreign.text).toBe(missing.text);
  });

  test('a name that is taken at the site is refused, whatever its capitals', async () => {
    await here.clients.clinician.post('/groups', body('Tuesday walk'));
    const { status, body: problem } = await here.clients.clinician.post<Problem>(
      '/groups',
      body('tuesday WALK'),
    );
    expect([status, problem.code]).toEqual([409, 'group.name-taken']);
    const rows = await database.query('select 1 from follow_on_group where name ilike $1', ['tuesday walk']);
    expect(rows).toHaveLength(1);
  });

  test('the programme it comes from hands over to it; a foreign programme does not exist', async () => {
    const programme = await aProgramme(database, { siteId: here.siteId });
    await database.insert('handover', {
      ...{ site_id: here.siteId, programme_id: programme.id, template_version: 'base-1', opened_on: today },
    });
    const asked = { ...body('From the spring'), programmeId: programme.id };
    const { body: group } = await here.clients.clinician.post<GroupView>('/groups', asked);
    const [handover] = await database.query('select group_id from handover where programme_id = $1', [
      programme.id,
    ]);
    expect(handover).toEqual({ group_id: group.id });
    const foreign = await aProgramme(database, { siteId: elsewhere.siteId });
    const refused = await here.clients.clinician.post('/groups', {
      ...body('Never'),
      programmeId: foreign.id,
    });
    expect(refused.status).toBe(404);
    expect(await database.query('select 1 from follow_on_group where name = $1', ['Never'])).toEqual([]);
  });

  test.each([
    { what: 'no name', over: { name: undefined } },
    { what: 'a name of one letter', over: { name: ' a ' } },
    { what: 'a name of 81 letters', over: { name: 'a'.repeat(81) } },
    { what: 'an unknown rhythm', over: { cadence: 'daily' } },
    { what: 'a day that never was', over: { formedOn: '2026-02-30' } },
    { what: 'a day to come', over: { formedOn: addDays(today, 1) } },
    { what: 'an unknown field', over: { colour: 'blue' } },
  ])('is refused with $what', async ({ over }) => {
    expect((await here.clients.clinician.post('/groups', { ...body('Bad'), ...over })).status).toBe(400);
  });
});

describe('changing a group', () => {
  test('asks for the version that is changed', async () => {
    const { id } = await aGroup(database, { siteId: here.siteId });
    const change = (version?: string) =>
      here.clients['site-admin'].patch(
        `/groups/${id}`,
        { cadence: 'monthly' },
        version ? { 'If-Match': version } : {},
      );
    expect((await change()).status).toBe(428);
    expect((await change('"7"')).status).toBe(412);
    const changed = await change('"1"');
    expect([changed.status, changed.headers.get('etag')]).toEqual([200, '"2"']);
    expect((await change('"1"')).status).toBe(412);
    expect(await eventsOf(id)).toEqual(['group.changed.v1']);
  });

  test.each(['volunteer', 'clinician', 'lead', 'network-admin'] as const)(
    'is not for a %s: the group leads itself',
    async (role) => {
      const { clients, groupId } = here;
      const patched = clients[role].patch(`/groups/${groupId}`, { name: 'Renamed' }, { 'If-Match': '"1"' });
      expect((await patched).status).toBe(404);
    },
  );

  test('its own people switch its messages off and on, and nobody else does', async () => {
    const { groupId, clients } = here;
    const read = async () => (await clients.contact.get<GroupView>(`/groups/${groupId}`)).body;
    const send = async (role: Role, messagesOff: boolean) => {
      const version = { 'If-Match': `"${(await read()).version}"` };
      return (await clients[role].patch(`/groups/${groupId}`, { messagesOff }, version)).status;
    };
    expect(await read()).toMatchObject({ messagesOff: false, may: { switchMessages: true } });
    for (const role of ['volunteer', 'clinician', 'lead', 'site-admin', 'network-admin'] as const)
      expect([role, await send(role, true)]).toEqual([role, 404]);
    expect(await send('contact', true)).toBe(200);
    expect((await read()).messagesOff).toBe(true);
    expect(await send('contact', false)).toBe(200);
    expect((await read()).messagesOff).toBe(false);
  });

  test('a name that another group has is refused; its own in other letters is not', async () => {
    const first = await aGroup(database, { siteId: here.siteId, name: 'Harbour walk' });
    const second = await aGroup(database, { siteId: here.siteId, name: 'Hill walk' });
    const rename = (id: string, name: string) =>
      here.clients['site-admin'].patch<Problem>(`/groups/${id}`, { name }, { 'If-Match': '"1"' });
    expect((await rename(second.id, 'harbour walk')).body.code).toBe('group.name-taken');
    expect((await rename(first.id, 'Harbour Walk')).status).toBe(200);
  });
});

describe('a break and an end', () => {
  const mayNot: Role[] = ['volunteer', 'clinician', 'lead', 'network-admin'];

  test.each(mayNot)('are not a %s’s to decide', async (role) => {
    for (const [act, body] of [
      ['rest', {}],
      ['resume', {}],
      ['close', { how: 'closed' }],
    ] as const)
      expect((await here.clients[role].post(`/groups/${here.groupId}/${act}`, body)).status).toBe(404);
  });

  test('the group’s contact rests it, brings it back and closes it', async () => {
    const { clients, groupId } = await aGroupAndEveryone(database, api);
    const act = (what: string, body: object) =>
      clients.contact.post<GroupView>(`/groups/${groupId}/${what}`, body);
    const until = addDays(today, 30);
    expect((await act('rest', { until })).body).toMatchObject({
      state: 'resting',
      restingUntil: until,
      level: null,
    });
    expect((await act('rest', {})).status).toBe(409);
    expect((await act('resume', {})).body).toMatchObject({ state: 'forming', restingUntil: null });
    expect((await act('resume', {})).status).toBe(409);
    const [rest] = await database.query('select from_on, until_on from group_rest where group_id = $1', [
      groupId,
    ]);
    expect(rest).toEqual({ from_on: today, until_on: today });
    expect((await act('close', { how: 'closed-well' })).body).toMatchObject({ state: 'closed-well' });
    expect((await act('close', { how: 'closed' })).status).toBe(409);
    expect((await act('rest', {})).status).toBe(409);
    expect(await eventsOf(groupId)).toEqual(['group.rested.v1', 'group.resumed.v1', 'group.closed.v1']);
  });

  test('a site administrator says why', async () => {
    const { clients, groupId } = await aGroupAndEveryone(database, api);
    const refused = await clients['site-admin'].post<Problem>(`/groups/${groupId}/close`, { how: 'closed' });
    expect(refused.status).toBe(400);
    expect(refused.body.errors).toMatchObject([{ path: 'reason' }]);
    const asked = { how: 'closed', reason: 'group-asked' };
    expect((await clients['site-admin'].post(`/groups/${groupId}/close`, asked)).status).toBe(200);
    expect(await eventsOf(groupId)).toEqual(['group.closed.v1']);
  });

  test.each([{ until: today }, { until: '2020-01-01' }, { until: 'soon' }, { untill: addDays(today, 3) }])(
    'a break is refused with %j',
    async (body) =>
      expect((await here.clients.contact.post(`/groups/${here.groupId}/rest`, body)).status).toBe(400),
  );
});
