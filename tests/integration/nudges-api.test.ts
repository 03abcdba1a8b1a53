import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { DeliveryView, NudgeView, OutboxMessage } from '@followon/shared/contract/messages';
import type { Page } from '@followon/shared/contract/page';
import type { Role } from '@followon/shared/contract/session';
import type { VolunteerView } from '@followon/shared/contract/volunteers';
import { aGroup } from '../support/a-group.js';
import { aNudge } from '../support/a-nudge.js';
import { aSite } from '../support/a-site.js';
import type { AccountRow } from '../support/an-account.js';
import { anAccount } from '../support/an-account.js';
import type { Client, TestApi } from '../support/api.js';
import { anApi } from '../support/api.js';
import type { TestDatabase } from '../support/database.js';
import { aDatabase } from '../support/database.js';

const roles = ['volunteer', 'contact', 'clinician', 'lead', 'site-admin', 'network-admin'] as const;

let database: TestDatabase;
let api: TestApi;
let siteId: string;
let groupId: string;
const accounts = {} as Record<Role, AccountRow>;
const at = {} as Record<Role | 'stranger', Client>;
const nudges = {} as Record<'own' | 'member' | 'paused' | 'held-back' | 'other-group', string>;

beforeAll(async () => {
  database = await aDatabase();
  api = await anApi(database);
  siteId = (await aSite(database)).id;
  for (const role of roles) {
    accounts[role] = await anAccount(database, {
      displayName: `Invented ${role}`,
      roles: [{ role, siteId }],
    });
    at[role] = await api.signedInAs(accounts[role]);
  }
  const elsewhere = (await aSite(database)).id;
  at.stranger = await api.signedInAs(
    await anAccount(database, { roles: [{ role: 'lead', siteId: elsewhere }] }),
  );
  groupId = (await aGroup(database, { siteId, name: 'Thursday Walkers' })).id;
  const other = (await aGroup(database, { siteId, name: 'Back pain Fridays' })).id;
  const hold = (kind: string, account: AccountRow) =>
    database.insert('group_role', {
      site_id: siteId,
      group_id: groupId,
      kind,
      account_id: account.id,
      from_on: '2026-01-01',
    });
  await hold('contact', accounts.contact);
  await hold('ptv', accounts.volunteer);
  const member = await database.insert<{ id: string }>('member', {
    site_id: siteId,
    group_id: groupId,
    display_name: 'Robin',
  });
  const toMember = {
    siteId,
    groupId,
    audience: 'member',
    person: { kind: 'member', id: member.id },
  } as const;
  const toContact = { siteId, person: { kind: 'account', id: accounts.contact.id } } as const;
  nudges.own = (await aNudge(database, { ...toContact, groupId })).id;
  nudges.member = (
    await aNudge(database, { ...toMember, key: 'first_meeting_soon', dueAt: '2026-04-15T09:00:00Z' })
  ).id;
  nudges.paused = (await aNudge(database, { ...toMember, state: 'suppressed', reason: 'paused' })).id;
  nudges['held-back'] = (
    await aNudge(database, { ...toContact, groupId, state: 'suppressed', reason: 'paused' })
  ).id;
  const stranger = { kind: 'account', id: accounts.lead.id } as const;
  nudges['other-group'] = (await aNudge(database, { siteId, groupId: other, person: stranger })).id;
}, 30_000);

afterAll(async () => {
  await api?.close();
  await database?.close();
});

const seen = async (who: Client, query = '') => {
  const { body } = await who.get<Page<NudgeView>>(`/nudges?limit=200${query}`);
  return Object.fromEntries(body.items.map((item) => [item.id, item]));
};

describe('what was sent, held back and why', () => {
  test.each([
    { role: 'lead', sees: ['own', 'member', 'paused', 'held-back', 'other-group'] },
    { role: 'site-admin', sees: ['own', 'member', 'paused', 'held-back', 'other-group'] },
    { role: 'clinician', sees: ['own', 'held-back', 'other-group'] },
    { role: 'contact', sees: ['own', 'member', 'paused', 'held-back'] },
    { role: 'volunteer', sees: ['own', 'member', 'paused', 'held-back'] },
    { role: 'network-admin', sees: ['own', 'held-back', 'other-group'] },
    { role: 'stranger', sees: [] },
  ] as const)('a $role sees $sees', async ({ role, sees }) => {
    expect(Object.keys(await seen(at[role])).sort()).toEqual(sees.map((name) => nudges[name]).sort());
  });

  test('a reason that tells of a person stays with those who have a duty to the group', async () => {
    for (const role of ['lead', 'contact'] as const)
      expect((await seen(at[role]))[nudges.paused]?.reason).toBe('paused');
    expect((await seen(at.clinician))[nudges['held-back']]).toMatchObject({
      ...{ state: 'suppressed', reason: null },
    });
  });

  test('a clinician gets no line for a message to a member, for it may tell who did not come', async () => {
    for (const path of ['/nudges', `/nudges?group=${groupId}`, '/deliveries', '/deliveries?state=sent']) {
      const { items } = (await at.clinician.get<Page<DeliveryView>>(path)).body;
      expect(items.map(({ audience }) => audience)).not.toContain('member');
      expect(items).not.toEqual([]);
    }
  });

  test('no answer holds a person: neither a name nor an id of one', async () => {
    for (const role of roles) {
      const texts = await Promise.all(['/nudges', '/deliveries'].map((path) => at[role].get(path)));
      const whole = texts.map(({ text }) => text).join('');
      expect(whole).not.toMatch(/Robin|Invented|@example/);
      for (const { id } of Object.values(accounts)) expect(whole).not.toContain(id);
    }
  });

  test('can be narrowed to a group, and come in pages', async () => {
    expect(Object.keys(await seen(at.lead, `&group=${groupId}`))).toHaveLength(4);
    const first = await at.lead.get<Page<NudgeView>>('/nudges?limit=3');
    const second = await at.lead.get<Page<NudgeView>>(
      `/nudges?limit=3&cursor=${String(first.body.nextCursor)}`,
    );
    expect([first.body.items.length, second.body.items.length, second.body.nextCursor]).toEqual([3, 2, null]);
  });

  test('deliveries speak of a role, and can be narrowed to a state', async () => {
    const { body } = await at.lead.get<Page<DeliveryView>>('/deliveries?state=sent');
    expect(body.items.map(({ to }) => to)).toEqual(['A member', 'A contact person', 'A contact person']);
    expect((await at.lead.get<Page<DeliveryView>>('/deliveries?state=held')).body.items).toEqual([]);
  });
});

describe('the outbox of the demo', () => {
  test('shows each message as its reader sees it, newest first', async () => {
    const { body } = await at.volunteer.get<Page<OutboxMessage>>('/demo/outbox');
    expect(body.items).toHaveLength(3);
    expect(body.items[0]).toMatchObject({
      toName: 'Robin',
      subject: 'Your first meeting is soon',
      choices: ['I am coming', 'Not this time', 'Stop these messages'],
    });
    expect(body.items[0]?.text).not.toContain('Thursday Walkers');
    const toContact = body.items.find(({ nudgeId }) => nudgeId === nudges.own);
    expect(toContact?.text).toContain('Did “Thursday Walkers” meet on 13 April 2026?');
    const telling = body.items.find(({ nudgeId }) => nudgeId === nudges['other-group']);
    expect(telling?.text).toContain('Did your group meet');
  });

  test('is in the language of the reader of each, and says which that is', async () => {
    const shown = async () => {
      const { items } = (await at.lead.get<Page<OutboxMessage>>('/demo/outbox')).body;
      return (id: string) => items.find(({ nudgeId }) => nudgeId === id);
    };
    await database.query(
      `insert into message_wish (person_id, person_kind, account_id, language, updated_at) values ($1, 'account', $1, 'cy', now())`,
      [accounts.contact.id],
    );
    try {
      const message = await shown();
      expect(message(nudges.own)).toMatchObject({ lang: 'cy', subject: 'Sut aeth hi?' });
      expect(message(nudges.own)?.text).toContain('13 Ebrill 2026');
      expect(message(nudges.member)).toMatchObject({ lang: 'en', subject: 'Your first meeting is soon' });
    } finally {
      await database.query('delete from message_wish where account_id = $1', [accounts.contact.id]);
    }
  });

  test('holds nothing of another site', async () => {
    expect((await at.stranger.get<Page<OutboxMessage>>('/demo/outbox')).body.items).toEqual([]);
  });

  test('does not exist on a live network', async () => {
    const live = await anApi(database, { FOLLOWON_MODE: 'live' });
    try {
      const reader = await live.signedInAs(accounts.lead);
      expect((await reader.get('/demo/outbox')).status).toBe(404);
      expect((await live.nobody.get('/demo/outbox')).status).toBe(404);
    } finally {
      await live.close();
    }
  });
});

describe('the list of volunteers', () => {
  test('is for leads and administrators of the site, with how much each has to do', async () => {
    const { body } = await at.lead.get<Page<VolunteerView>>('/volunteers');
    expect(body.items).toEqual([
      {
        id: accounts.volunteer.id,
        siteId,
        displayName: 'Invented volunteer',
        openTasks: 0,
        pausedUntil: null,
        ...{ caseload: 0, caseloadCap: 3 },
        training: { state: 'current', until: '2099-12-31' },
        checks: { state: 'current', until: '2099-12-31' },
      },
    ]);
    expect((await at.stranger.get<Page<VolunteerView>>(`/volunteers?site=${siteId}`)).body.items).toEqual([]);
    for (const role of ['clinician', 'volunteer', 'contact', 'network-admin'] as const)
      expect((await at[role].get('/volunteers')).status).toBe(404);
  });

  test('comes by name in pages whose cursor holds no name', async () => {
    const elsewhere = (await aSite(database)).id;
    const lead = await api.signedInAs(
      await anAccount(database, { roles: [{ role: 'lead', siteId: elsewhere }] }),
    );
    for (const displayName of ['Cora', 'Ada', 'Ben', 'Ada'])
      await anAccount(database, { displayName, roles: [{ role: 'volunteer', siteId: elsewhere }] });
    const names: string[] = [];
    let cursor = '';
    do {
      const { body } = await lead.get<Page<VolunteerView>>(`/volunteers?limit=1${cursor}`);
      names.push(...body.items.map(({ displayName }) => displayName));
      expect(Buffer.from(body.nextCursor ?? '', 'base64url').toString()).not.toMatch(/Ada|Ben|Cora/);
      cursor = body.nextCursor === null ? '' : `&cursor=${body.nextCursor}`;
    } while (cursor);
    expect(names).toEqual(['Ada', 'Ada', 'Ben', 'Cora']);
  });
});
