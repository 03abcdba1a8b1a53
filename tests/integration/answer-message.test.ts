import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { LinkView } from '@followon/shared/contract/links';
import type { Problem } from '@followon/shared/contract/problem';
import { aGroup } from '../support/a-group.js';
import { aLink } from '../support/a-link.js';
import { aNudge } from '../support/a-nudge.js';
import type { TestWorker } from '../support/a-worker.js';
import { aWorker } from '../support/a-worker.js';
import { anAccount } from '../support/an-account.js';
import type { TestApi } from '../support/api.js';
import { anApi } from '../support/api.js';
import type { TestDatabase } from '../support/database.js';
import { aDatabase } from '../support/database.js';
import { eventsOf } from '../support/events.js';

const tomorrow = new Date(Date.now() + 86_400_000).toISOString().slice(0, 10);
const yesterday = new Date(Date.now() - 86_400_000).toISOString().slice(0, 10);

let database: TestDatabase;
let api: TestApi;
let worker: TestWorker;
let site: string;
let group: string;
let member: string;

beforeAll(async () => {
  database = await aDatabase();
  api = await anApi(database);
  worker = await aWorker(database);
}, 30_000);

beforeEach(async () => {
  const row = await aGroup(database, { headcounts: [] });
  [site, group] = [row.site_id, row.id];
  const robin = { site_id: site, group_id: group, display_name: 'Robin Ellis', joined_on: '2026-03-01' };
  member = (await database.insert<{ id: string }>('member', robin)).id;
});

afterAll(async () => {
  await worker?.close();
  await api?.close();
  await database?.close();
});

type Person = { readonly kind: 'account' | 'member'; readonly id: string };

async function sent(
  key: string,
  over: { audience?: 'member' | 'role-holder'; person?: Person; on?: string },
) {
  const { audience = 'role-holder', person = { kind: 'member', id: member } as const, on = tomorrow } = over;
  const message = { siteId: site, groupId: group, key, audience, person, figures: { on } };
  const { id } = await aNudge(database, message);
  const holder = person.kind === 'member' ? { member: person.id } : { account: person.id };
  const link = { site, action: 'answer-message', subject: id, nudge: id, uses: null, ...holder } as const;
  return { id, token: (await aLink(database, link)).token };
}

const role = (person: object) =>
  database.insert('group_role', {
    ...{ site_id: site, group_id: group, kind: 'contact', from_on: '2026-03-01' },
    ...person,
  });
const open = (token: string) => api.nobody.post<LinkView & Problem>('/links/open', { token });
const act = (token: string, choice: string) =>
  api.nobody.post<LinkView & Problem>('/links/act', { token, choice });
const names = async () => (await eventsOf(database, group)).map(({ name }) => name);
const reports = () =>
  database.query<{ kind: string }>('select kind, reported_by from group_report where group_id = $1', [group]);
const kept = async (id: string) =>
  (
    await database.query<{ answer: string | null; answered_at: Date | null }>(
      'select answer, answered_at from nudge where id = $1',
      [id],
    )
  )[0];

describe('a member without an account', () => {
  test('says “not this time” in one tap, and changes their mind', async () => {
    const { id, token } = await sent('first_meeting_soon', { audience: 'member' });
    expect((await open(token)).body).toMatchObject({
      ...{ action: 'answer-message', state: 'ready', happened: null },
      ...{ choices: ['coming', 'not-this-time'], subject: { key: 'first_meeting_soon', about: null } },
    });
    expect((await kept(id))?.answer).toBeNull();

    const said = await act(token, 'not-this-time');
    expect(said).toMatchObject({ status: 200, body: { happened: { what: 'not-this-time' } } });
    expect((await act(token, 'not-this-time')).status).toBe(200);
    expect((await act(token, 'coming')).body.happened).toMatchObject({ what: 'coming' });
    expect(await kept(id)).toMatchObject({ answer: 'coming', answered_at: expect.any(Date) });
    expect(await names()).toEqual(['nudge.answered.v1', 'nudge.answered.v1']);
  });

  test('cannot say what the message does not ask', async () => {
    const { id, token } = await sent('first_meeting_soon', { audience: 'member' });
    expect((await act(token, 'call-us')).status).toBe(400);
    expect((await kept(id))?.answer).toBeNull();
  });

  test('is not asked any more once the day is over', async () => {
    const { token } = await sent('first_meeting_soon', { audience: 'member', on: yesterday });
    expect((await open(token)).body).toMatchObject({ state: 'no-longer-needed', choices: [] });
  });

  test('who has left finds a link that does not work', async () => {
    const { token } = await sent('first_meeting_soon', { audience: 'member' });
    await database.query('update member set left_on = current_date where id = $1', [member]);
    expect((await open(token)).status).toBe(404);
    expect((await act(token, 'coming')).status).toBe(404);
  });
});

describe('a contact person who is offered a hand', () => {
  test.each(['call-us', 'meet-another-group', 'rest'])(
    'chooses %s: their group asks for a hand, once',
    async (choice) => {
      await role({ member_id: member });
      const { token } = await sent('would_a_hand_help', {});
      expect((await act(token, choice)).status).toBe(200);
      await act(token, 'leave-us-be');
      await act(token, choice);
      await worker.drain(new Date());
      expect(await reports()).toEqual([{ kind: 'help-asked', reported_by: null }]);
      expect((await names()).filter((name) => name === 'help.asked.v1')).toHaveLength(1);
    },
  );

  test.each(['rest', 'call-us'])('chooses %s: whoever gets in touch reads what they wish', async (choice) => {
    await role({ member_id: member });
    await anAccount(database, { roles: [{ role: 'lead', siteId: site }] });
    await act((await sent('would_a_hand_help', {})).token, choice);
    await worker.drain(new Date());
    const told = await database.query(
      `select figures ->> 'wish' as wish from nudge where key = 'help_asked' and group_id = $1`,
      [group],
    );
    expect(told).toEqual([{ wish: choice === 'rest' ? 'rest' : null }]);
  });

  test('gets the ideas they asked for', async () => {
    const contact = await anAccount(database, { roles: [{ role: 'contact', siteId: site }] });
    await role({ account_id: contact.id });
    const { id, token } = await sent('would_a_hand_help', { person: { kind: 'account', id: contact.id } });
    expect((await open(token)).body.choices).toContain('rest');
    await act(token, 'send-ideas');
    await worker.drain(new Date());
    const ideas = await database.query(
      `select person_id, subject_id, state from nudge where key = 'ideas_pack' and group_id = $1`,
      [group],
    );
    expect(ideas).toEqual([{ person_id: contact.id, subject_id: id, state: 'planned' }]);
    expect(await reports()).toEqual([]);
  });

  test('wants to be left be: nothing is begun', async () => {
    await role({ member_id: member });
    const { token } = await sent('would_a_hand_help', {});
    expect((await open(token)).body.choices).toEqual([
      ...['call-us', 'send-ideas', 'meet-another-group', 'rest', 'leave-us-be'],
    ]);
    await act(token, 'leave-us-be');
    await worker.drain(new Date());
    expect(await reports()).toEqual([]);
    expect(await names()).toEqual(['nudge.answered.v1']);
  });

  test.each([
    ['contact_wanted', ['ask-somebody', 'a-hand-please', 'rest']],
    ['did_you_meet', ['rest']],
    ['winter_note', ['carry-on', 'by-phone-or-video', 'rest']],
  ])('can give every answer that %s offers, without an account', async (key, choices) => {
    await role({ member_id: member });
    const { token } = await sent(key, {});
    expect((await open(token)).body.choices).toEqual(choices);
  });

  test('says that the group is back while it rests, and is not asked once it meets', async () => {
    await role({ member_id: member });
    const { token } = await sent('are_you_ready', {});
    expect((await open(token)).body).toMatchObject({ state: 'no-longer-needed', choices: [] });
    await database.query(`update follow_on_group set state = 'resting' where id = $1`, [group]);
    expect((await act(token, 'back')).status).toBe(200);
    await worker.drain(new Date());
    expect(await reports()).toEqual([{ kind: 'help-asked', reported_by: null }]);
  });

  test('speaks for the group no longer once the role is given back', async () => {
    const { token } = await sent('would_a_hand_help', {});
    expect((await act(token, 'call-us')).status).toBe(404);
  });
});
