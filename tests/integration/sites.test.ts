import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { GroupSummary } from '@followon/shared/contract/groups';
import type { HandoverSummary } from '@followon/shared/contract/handovers';
import type { Page } from '@followon/shared/contract/page';
import type { SiteOverview } from '@followon/shared/contract/sites';
import { addDays } from '@followon/shared/rules/calendar/civil-date';
import { londonDate } from '@followon/shared/rules/calendar/london';
import { aGroup } from '../support/a-group.js';
import { aHandover } from '../support/a-handover.js';
import { aProgramme } from '../support/a-programme.js';
import type { SiteRow } from '../support/a-site.js';
import { aSite } from '../support/a-site.js';
import { anAccount } from '../support/an-account.js';
import type { Client, TestApi } from '../support/api.js';
import { anApi } from '../support/api.js';
import type { TestDatabase } from '../support/database.js';
import { aDatabase } from '../support/database.js';

const today = londonDate(new Date());
const noSuchId = '00000000-0000-4000-8000-000000000000';
let database: TestDatabase;
let api: TestApi;
let harbour: SiteRow;
let moorland: SiteRow;

beforeAll(async () => {
  database = await aDatabase();
  api = await anApi(database);
  harbour = await aSite(database, { name: 'harbour' });
  moorland = await aSite(database, { name: 'Moorland' });
});

afterAll(async () => {
  await api?.close();
  await database?.close();
});

type Place = Parameters<typeof anAccount>[1];
const signedIn = async (roles: NonNullable<Place>['roles']): Promise<Client> =>
  api.signedInAs(await anAccount(database, { roles }));

interface Listed {
  readonly items: readonly { readonly id: string; readonly name: string }[];
  readonly nextCursor: string | null;
}

describe('the list of sites', () => {
  test('holds only the sites where the reader has a role', async () => {
    const clinician = await signedIn([{ role: 'clinician', siteId: harbour.id }]);
    const { body } = await clinician.get<Listed>('/sites');
    expect(body).toEqual({
      items: [{ id: harbour.id, name: 'harbour', country: 'england' }],
      nextCursor: null,
    });
  });

  test('is read page by page, by name whatever its capitals', async () => {
    const administrator = await signedIn([
      { role: 'network-admin', siteId: harbour.id },
      { role: 'network-admin', siteId: moorland.id },
    ]);
    const first = await administrator.get<Listed>('/sites?limit=1');
    expect(first.body.items.map(({ name }) => name)).toEqual(['harbour']);
    const second = await administrator.get<Listed>(`/sites?limit=1&cursor=${first.body.nextCursor}`);
    expect(second.body.items.map(({ name }) => name)).toEqual(['Moorland']);
    expect(second.body.nextCursor).toBeNull();
  });

  test.each(['cursor=rubbish', 'cursor=W10', 'limit=0', 'limit=201', 'limit=x', 'site=1'])(
    'refuses what it does not understand: %s',
    async (query) => {
      const clinician = await signedIn([{ role: 'clinician', siteId: harbour.id }]);
      expect((await clinician.get(`/sites?${query}`)).status).toBe(400);
    },
  );

  test('is not for people who are not signed in', async () => {
    expect((await api.nobody.get('/sites')).status).toBe(401);
  });
});

describe('the overview of a site', () => {
  async function aBusySite(): Promise<string> {
    const { id: siteId } = await aSite(database);
    const judge = (groupId: string, health: Record<string, unknown>) =>
      database.insert('group_health', {
        group_id: groupId,
        site_id: siteId,
        assessed_at: new Date(),
        as_of_seq: 1,
        parameter_version: 'rules-1',
        ...health,
      });
    const fading = await aGroup(database, { siteId });
    await judge(fading.id, { level: 'fading' });
    const watched = await aGroup(database, { siteId });
    await judge(watched.id, { level: 'watch', quiet: true });
    const silent = await aGroup(database, { siteId, state: 'unknown' });
    await judge(silent.id, { level: 'steady', no_news: true });
    const closed = await aGroup(database, { siteId, state: 'closed' });
    await judge(closed.id, { level: 'at-risk', no_news: true });
    await aGroup(database, { siteId, state: 'forming' });
    const meeting = { site_id: siteId, outcome: 'planned' };
    await database.insert('meeting', { ...meeting, group_id: fading.id, held_on: addDays(today, -1) });
    await database.insert('meeting', { ...meeting, group_id: fading.id, held_on: today });
    await database.insert('meeting', { ...meeting, group_id: closed.id, held_on: addDays(today, -1) });
    const alert = {
      site_id: siteId,
      group_id: fading.id,
      cause: 'fading',
      reasons: '[]',
      opened_at: new Date(),
      opened_event_id: fading.id,
    };
    await database.insert('alert', { ...alert, state: 'acknowledged' });
    await database.insert('alert', { ...alert, state: 'withdrawn' });
    return siteId;
  }

  test('counts states, levels, silence, alerts and registers that are due', async () => {
    const siteId = await aBusySite();
    const clinician = await signedIn([{ role: 'clinician', siteId }]);
    const { body } = await clinician.get<SiteOverview>(`/sites/${siteId}/overview`);
    expect(body).toMatchObject({
      groups: 5,
      byState: { meeting: 2, closed: 1, forming: 1, unknown: 1 },
      byLevel: { fading: 1, steady: 1, none: 3 }, // of the silent one there is no news, and that alone
      silentGroups: 1,
      openAlerts: 1,
      missingRegisters: 1,
      openHandovers: 0,
      lateTasks: 0,
      blockedStreams: 0,
    });
  });

  test('counts what its lists list', async () => {
    const siteId = await aBusySite();
    for (const [state, keys] of [
      ['open', ['ptv_visit', 'leaflets_given']],
      ['accepted', ['review_90']],
      ['closed', ['support_plan']],
    ] as const) {
      const programme = await aProgramme(database, { siteId });
      const tasks = Object.fromEntries(keys.map((key) => [key, 'overdue' as const]));
      const { id } = await aHandover(database, programme, { tasks });
      await database.query('update handover set state = $2 where id = $1', [id, state]);
    }
    const clinician = await signedIn([{ role: 'clinician', siteId }]);
    const { body } = await clinician.get<SiteOverview>(`/sites/${siteId}/overview`);
    const rows = async <T>(path: string) => (await clinician.get<Page<T>>(path)).body.items;
    const late = await rows<HandoverSummary>('/handovers?late=true');
    expect([late.length, late.reduce((sum, handover) => sum + handover.late, 0)]).toEqual([2, 3]);
    const missing = await rows<GroupSummary>('/groups?registersMissing=true');
    expect(body).toMatchObject({
      openHandovers: (await rows('/handovers?state=open')).length,
      lateHandovers: late.length,
      lateTasks: late.reduce((sum, handover) => sum + handover.late, 0),
      silentGroups: (await rows('/groups?state=unknown')).length,
      missingRegisters: missing.reduce((sum, { registersMissing }) => sum + registersMissing, 0),
    });
  });

  test.each(['volunteer', 'contact'] as const)('is not for a %s', async (role) => {
    const client = await signedIn([{ role, siteId: harbour.id }]);
    expect((await client.get(`/sites/${harbour.id}/overview`)).status).toBe(404);
  });

  test('of another site looks exactly like one that does not exist', async () => {
    for (const role of ['clinician', 'network-admin'] as const) {
      const client = await signedIn([{ role, siteId: harbour.id }]);
      const foreign = await client.get(`/sites/${moorland.id}/overview`);
      const missing = await client.get(`/sites/${noSuchId}/overview`);
      expect(foreign.status).toBe(404);
      expect(foreign.text).toBe(missing.text);
    }
  });
});

describe('the network', () => {
  const network = async (client: Client) => {
    const { status, body } = await client.get<readonly SiteOverview[]>('/network');
    return { status, names: status === 200 ? body.map(({ siteName }) => siteName) : [] };
  };

  test('is every site in one answer, each as its own overview says', async () => {
    const administrator = await signedIn([
      { role: 'network-admin', siteId: harbour.id },
      { role: 'network-admin', siteId: moorland.id },
    ]);
    await aGroup(database, { siteId: moorland.id, state: 'unknown' });
    const { body } = await administrator.get<readonly SiteOverview[]>('/network');
    const each = [harbour.id, moorland.id].map(
      async (id) => (await administrator.get<SiteOverview>(`/sites/${id}/overview`)).body,
    );
    expect(body).toEqual(await Promise.all(each));
    expect(body[1]).toMatchObject({ groups: 1, silentGroups: 1 });
  });

  test('of a site administrator is only what they administer', async () => {
    const administrator = await signedIn([
      { role: 'site-admin', siteId: moorland.id },
      { role: 'volunteer', siteId: harbour.id },
    ]);
    expect(await network(administrator)).toEqual({ status: 200, names: ['Moorland'] });
  });

  test.each(['volunteer', 'contact', 'clinician', 'lead'] as const)('is not for a %s', async (role) => {
    expect((await network(await signedIn([{ role, siteId: harbour.id }]))).status).toBe(404);
  });
});
