import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import type { LinkView } from '@followon/shared/contract/links';
import type { AnswersBefore, MeetingView } from '@followon/shared/contract/meetings';
import type { Page } from '@followon/shared/contract/page';
import type { Role } from '@followon/shared/contract/session';
import { aGroup } from '../support/a-group.js';
import { aLink } from '../support/a-link.js';
import { aNudge } from '../support/a-nudge.js';
import { aSite } from '../support/a-site.js';
import { anAccount } from '../support/an-account.js';
import type { TestApi } from '../support/api.js';
import { anApi } from '../support/api.js';
import type { TestDatabase } from '../support/database.js';
import { aDatabase } from '../support/database.js';

const yesterday = new Date(Date.now() - 86_400_000).toISOString().slice(0, 10);
let database: TestDatabase;
let api: TestApi;
let site: string;
let group: string;
let meeting: string;

beforeAll(async () => {
  database = await aDatabase();
  api = await anApi(database);
}, 30_000);

beforeEach(async () => {
  site = (await aSite(database)).id;
  group = (await aGroup(database, { siteId: site, headcounts: [] })).id;
  meeting = await aMeeting(yesterday);
});

afterAll(async () => {
  await api?.close();
  await database?.close();
});

const aMeeting = async (held_on: string) =>
  (
    await database.insert<{ id: string }>('meeting', {
      site_id: site,
      group_id: group,
      held_on,
      outcome: 'planned',
    })
  ).id;

interface Said {
  readonly answer: 'coming' | 'not-this-time';
  readonly person?: string;
  readonly key?: string;
  readonly on?: string;
  readonly at?: string;
}

/** An answer to the reminder of the meeting; of a person of its own unless given. */
async function said({ answer, person = randomUUID(), key = 'meeting_reminder', on = yesterday, at }: Said) {
  const to = {
    siteId: site,
    groupId: group,
    key,
    audience: 'member',
    person: { kind: 'member', id: person },
  } as const;
  const { id } = await aNudge(database, { ...to, figures: { on } });
  const set = 'update nudge set subject_id = $2, answer = $3, answered_at = $4 where id = $1';
  await database.query(set, [id, meeting, answer, at ?? '2026-11-20T09:00:00Z']);
}

async function signedIn(role: Role, part?: 'contact' | 'ptv') {
  const account = await anAccount(database, { roles: [{ role, siteId: site }] });
  if (part)
    await database.insert('group_role', {
      ...{ site_id: site, group_id: group, kind: part, account_id: account.id, from_on: '2026-03-01' },
    });
  return { account, client: await api.signedInAs(account) };
}
type Client = Awaited<ReturnType<typeof signedIn>>['client'];

async function shownTo(client: Client): Promise<AnswersBefore | undefined> {
  const { body } = await client.get<Page<MeetingView>>(`/groups/${group}/meetings`);
  return body.items.find(({ id }) => id === meeting)?.answers;
}
async function byLink(subject: string, account: string) {
  const { token } = await aLink(database, { site, action: 'record-register', subject, uses: null, account });
  return (await api.nobody.post<LinkView>('/links/open', { token })).body;
}

test('whoever writes the register reads how many said they would come, by link and signed in, and no name', async () => {
  const { account, client } = await signedIn('contact', 'contact');
  for (const answer of ['coming', 'coming', 'coming', 'not-this-time', 'not-this-time'] as const)
    await said({ answer });
  const answers = { coming: 3, notThisTime: 2 };
  expect(await shownTo(client)).toEqual(answers);
  expect((await byLink(meeting, account.id)).answers).toEqual(answers);
});

test('a person counts once, with their last word, and only for the day they were asked about', async () => {
  const { client } = await signedIn('contact', 'contact');
  const person = randomUUID();
  await said({ answer: 'coming', person });
  await said({ answer: 'not-this-time', person, key: 'first_meeting_soon', at: '2026-11-21T09:00:00Z' });
  await said({ answer: 'coming', on: '2026-01-05' });
  await said({ answer: 'coming', key: 'ideas_pack' });
  expect(await shownTo(client)).toEqual({ coming: 0, notThisTime: 1 });
});

test('nothing is said before anybody has answered', async () => {
  const { account, client } = await signedIn('contact', 'contact');
  expect(await shownTo(client)).toBeUndefined();
  expect((await byLink(meeting, account.id)).answers).toBeUndefined();
});

test('nobody outside the group reads it, and no link but that of this register', async () => {
  await said({ answer: 'coming' });
  for (const role of ['clinician', 'lead', 'site-admin'] as const)
    expect({ role, answers: await shownTo((await signedIn(role)).client) }).toEqual({
      role,
      answers: undefined,
    });
  const { account, client } = await signedIn('contact', 'contact');
  expect((await byLink(await aMeeting('2026-01-06'), account.id)).answers).toBeUndefined();
  await database.query(`update group_role set until_on = current_date where account_id = $1`, [account.id]);
  expect((await client.get(`/groups/${group}/meetings`)).status).toBe(404);
  const { client: beside } = await signedIn('volunteer', 'ptv');
  expect(await shownTo(beside)).toBeUndefined();
});
