import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { GroupHealthView } from '@followon/shared/contract/health';
import type { MemberView } from '@followon/shared/contract/groups';
import type { Page } from '@followon/shared/contract/page';
import type { Role } from '@followon/shared/contract/session';
import { loadGroupHistory } from '@followon/shared/db/groups/group-history';
import { inTransaction } from '@followon/shared/db/transaction';
import { addDays } from '@followon/shared/rules/calendar/civil-date';
import { londonDate } from '@followon/shared/rules/calendar/london';
import { fitted } from '@followon/shared/rules/health/fitted';
import { MemberFading } from '@followon/shared/rules/health/people/member-fading';
import { MemberStates } from '@followon/shared/rules/health/people/member-states';
import { Slots } from '@followon/shared/rules/health/people/slots';
import { log as apiLog } from '../../apps/api/src/http/log.js';
import { log as workerLog } from '../../apps/worker/src/log.js';
import type { Everyone } from '../support/a-group-and-everyone.js';
import { aGroupAndEveryone } from '../support/a-group-and-everyone.js';
import type { GroupRow } from '../support/a-group.js';
import { aGroup } from '../support/a-group.js';
import type { TestWorker } from '../support/a-worker.js';
import { aWorker } from '../support/a-worker.js';
import type { TestApi } from '../support/api.js';
import { anApi } from '../support/api.js';
import type { TestDatabase } from '../support/database.js';
import { aDatabase } from '../support/database.js';
import { overhear } from '../support/overhear.js';
import { recordMeeting, someMembers } from '../support/meetings.js';

/** Where members belong: who they are, which meetings they came to, which roles they hold. Nothing counts them there. */
const ABOUT_MEMBERS = ['member', 'attendance', 'group_role'];
const today = londonDate(new Date());
const names = ['ann', 'bob', 'cal', 'dee', 'eve', 'fay', 'gus', 'hal', 'ivy', 'joe'];

let database: TestDatabase;
let api: TestApi;
let worker: TestWorker;
let here: Everyone;
let group: GroupRow;
let members: string[];
let heard: { readonly lines: readonly string[]; stop(): void }[];

/** Answers of a whole walk through the product, by reader and path. */
const answers: { readonly who: Role; readonly path: string; readonly text: string }[] = [];

beforeAll(async () => {
  database = await aDatabase();
  api = await anApi(database);
  worker = await aWorker(database);
  heard = [overhear(apiLog), overhear(workerLog)];
  here = await aGroupAndEveryone(database, api);
  group = { id: here.groupId, site_id: here.siteId, name: '' };
  members = await someMembers(database, group, names);
  await liveThrough();
  await walkThrough();
}, 60_000);

afterAll(async () => {
  for (const each of heard) each.stop();
  await worker?.close();
  await api?.close();
  await database?.close();
});

const settle = async (): Promise<void> => {
  await worker.drain(new Date(Date.now() + 1_000));
};

/** Ten people; one after the other stays away, until an alert opens. Then a correction, a cry for help, a silence, a move. */
async function liveThrough(): Promise<void> {
  const ids: string[] = [];
  for (let week = 0; week < 16; week += 1) {
    const present = members.slice(week < 9 ? week % 2 : week - 7);
    const on = addDays(today, 7 * (week - 15) - 1);
    ids.push(await recordMeeting({ database, worker, group }, { on, came: present.length, present }));
    await settle();
  }
  const register = { state: 'held', headcount: 9 };
  await here.clients.contact.put(`/meetings/${ids.at(-1)}/register`, register, { 'If-Match': '"0"' });
  await here.clients.contact.post(`/groups/${group.id}/reports`, { kind: 'help-asked' });
  await settle();
  const walk = await aGroup(database, { siteId: here.siteId });
  const present = await someMembers(database, walk, names);
  const stopped = addDays(today, 50);
  await recordMeeting(
    { database, worker, group: walk },
    { on: addDays(today, 7), came: present.length, present },
  );
  for (const each of [group, walk]) {
    const due = { name: 'silence.due.v1', streamId: each.id, siteId: each.site_id } as const;
    const occurredAt = new Date(`${stopped}T09:00:00Z`);
    await worker.append({ ...due, payload: { groupId: each.id, on: stopped }, occurredAt });
    await worker.drain(occurredAt);
  }
  await worker.deliverer.deliver(new Date(`${addDays(stopped, 3)}T10:00:00Z`));
  const nobodys = { name: 'silence.due.v1', streamId: randomUUID(), siteId: here.siteId } as const;
  const payload = { groupId: nobodys.streamId, on: today };
  await worker.append({ ...nobodys, payload, occurredAt: new Date() }); // it fails, and that is logged
  await settle();
}

async function walkThrough(): Promise<void> {
  const { siteId, groupId } = here;
  const [alert] = await database.query<{ id: string }>('select id from alert where group_id = $1', [groupId]);
  const events = await database.query<{ id: string }>(
    'select event_id as id from event where stream_id = $1 order by seq desc limit 3',
    [groupId],
  );
  const paths = [
    ...['/groups', `/groups?site=${siteId}&needsYou=true`, `/groups/${groupId}`, `/groups/${groupId}/health`],
    ...[`/groups/${groupId}/meetings?limit=200`, `/groups/${groupId}/roles`, `/groups/${groupId}/reports`],
    ...['/alerts', `/alerts?site=${siteId}`, `/nudges?group=${groupId}&limit=200`, '/deliveries?limit=200'],
    ...[
      `/events?stream=${groupId}&limit=200`,
      '/dead-events',
      '/sites',
      `/sites/${siteId}/overview`,
      '/network',
    ],
    ...['/session', '/demo/outbox?limit=200', '/demo/clock', `/groups/${groupId}/members`],
    ...[...events.map(({ id }) => `/events/${id}/trace`), `/policy?site=${siteId}`],
  ];
  for (const [who, client] of Object.entries(here.clients) as [Role, Everyone['clients'][Role]][]) {
    for (const path of paths) {
      const { status, text } = await client.get(path);
      if (status === 200) answers.push({ who, path, text });
    }
    if (alert)
      answers.push({
        who,
        path: 'acknowledge',
        text: (await client.post(`/alerts/${alert.id}/acknowledge`, {})).text,
      });
    await walkPolicy(who, client);
  }
}

/** Marks tried on the history and saved: a preset for everybody, and marks of one's own. */
async function walkPolicy(who: Role, client: Everyone['clients'][Role]): Promise<void> {
  const { siteId } = here;
  for (const thresholds of [fitted.thresholds, { ...fitted.thresholds, silentDays: 21 }]) {
    const tried = await client.post('/policy/replay', { siteId, thresholds });
    answers.push({ who, path: 'policy/replay', text: tried.text });
    const version = (await client.get(`/policy?site=${siteId}`)).headers.get('etag') ?? '"0"';
    const saved = await client.put('/policy', { siteId, thresholds }, { 'If-Match': version });
    answers.push({ who, path: 'policy', text: saved.text });
  }
}

/** Every number that the engine has of one person after one of the meetings. */
async function numbersOfPeople(): Promise<number[]> {
  const history = await inTransaction(worker.database, { kind: 'site', siteId: here.siteId }, (manager) =>
    loadGroupHistory(manager, group.id),
  );
  const fading = new MemberFading();
  const states = [fitted.keptForMembers, fitted.keptForGroups].map(
    (kept) => new MemberStates(fitted.comingAndGoing, kept),
  );
  const numbers = new Set<number>();
  const slots = new Slots();
  for (const { on, attendees = [] } of history?.meetings ?? []) {
    fading.met(on, attendees);
    for (const one of fading.seen()) for (const number of [one.fading, ...one.values]) numbers.add(number);
    const came = slots.of(attendees);
    for (const state of states) {
      state.meet(came, 1);
      for (let slot = 0; slot < state.size; slot += 1)
        numbers.add(state.alive(slot, 1)).add(state.chance(slot));
    }
  }
  return [...numbers].filter((number) => !Number.isInteger(number * 100));
}

/** Numbers with four digits or more after the point, as they are written; the seconds of an instant are none. */
const FRACTION = /(?<!\d:|[\d.])-?\d+\.(\d{4,})/g;

/** Which of those numbers of people a text holds, rounded or cut off as it may be. */
function numbersIn(text: string, ofPeople: readonly number[]): string[] {
  return [...text.matchAll(FRACTION)]
    .filter(([written, digits = '']) => {
      const isOf = (number: number) =>
        Math.abs(number - Number(written)) < 10 ** -Math.min(digits.length, 12);
      return ofPeople.some(isOf);
    })
    .map(([written]) => written);
}

const logged = (): string => heard.flatMap(({ lines }) => lines).join('\n');
const found = (needles: readonly string[], text: string): string[] =>
  needles.filter((needle) => text.includes(needle));

/** Everything at rest and in the queues, but for the tables where members belong. */
async function everythingKept(): Promise<string> {
  const tables = await database.query<{ name: string }>(
    `select format('%I.%I', table_schema, table_name) as name from information_schema.tables
     where table_schema in ('public', 'bullmq') and table_type = 'BASE TABLE' and table_name <> all($1)`,
    [ABOUT_MEMBERS],
  );
  const texts: string[] = [];
  for (const { name } of tables) {
    const rows = await database.query<{ row: string }>(`select row_to_json(t)::text as row from ${name} t`);
    texts.push(...rows.map(({ row }) => row));
  }
  return texts.join('\n');
}

test('the walk went everywhere: an alert, its messages, a score, a level taken back, a successor', async () => {
  const { body } = await here.clients.clinician.get<GroupHealthView>(`/groups/${group.id}/health`);
  expect(body.score).not.toBeNull();
  expect(body.successorGroupId).not.toBeNull();
  const paths = new Set(answers.map(({ path }) => path.split(/[/?]/)[1]));
  expect([...paths]).toEqual(
    expect.arrayContaining(['groups', 'alerts', 'nudges', 'events', 'sites', 'demo']),
  );
  const keys = await database.query<{ key: string }>('select distinct key from nudge order by key');
  expect(keys.map(({ key }) => key)).toEqual(expect.arrayContaining(['alert_opened', 'help_asked']));
  expect((await numbersOfPeople()).length).toBeGreaterThan(100);
  expect(logged()).toContain('is not there');
});

test('no number of one person is in any answer, event, job, message or log', async () => {
  const ofPeople = await numbersOfPeople();
  const told = answers.map(({ who, path, text }) => ({ who, path, numbers: numbersIn(text, ofPeople) }));
  expect(told.filter(({ numbers }) => numbers.length > 0)).toEqual([]);
  expect(numbersIn(await everythingKept(), ofPeople)).toEqual([]);
  expect(numbersIn(logged(), ofPeople)).toEqual([]);
  const [some = 0] = ofPeople;
  for (const leak of [String(some), some.toFixed(4), some.toFixed(6)])
    expect(numbersIn(`{"fading":${leak}}`, ofPeople)).toEqual([leak]); // it would be seen
});

/** Marks, how long the site was watched, and rates by week and year. */
const OF_THE_SITE = [
  ...['watchScore', 'fadingScore', 'atRiskScore', 'lowShare', 'fewLatelyShare', 'silentGaps'],
  ...['weeks', 'groupYears', 'alertsPerClinicianPerWeek', 'falseEdgesPerGroupYear'],
];

test('whatever is not counted in whole numbers is about the group, or the site', () => {
  const keys = new Set(answers.flatMap(({ text }) => fractionsOf(text === '' ? null : JSON.parse(text))));
  expect([...keys].filter((key) => !OF_THE_SITE.includes(key)).sort()).toEqual(['likely', 'score', 'usual']);
});

/** The keys under which numbers stand that are not whole. */
function fractionsOf(value: unknown, key = ''): string[] {
  if (typeof value === 'number') return Number.isInteger(value) ? [] : [key];
  if (Array.isArray(value)) return value.flatMap((each) => fractionsOf(each, key));
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([name, each]) => fractionsOf(each, name));
}

test('no answer names a member by id but those to the group’s own contact people', () => {
  const ofOthers = answers.filter(({ who }) => who !== 'contact');
  expect(ofOthers.filter(({ text }) => found(members, text).length > 0)).toEqual([]);
  const list = answers.find(({ who, path }) => who === 'contact' && path.endsWith('/members'));
  expect(found(members, list?.text ?? '')).toHaveLength(members.length); // they would be seen
});

test('what its own contact people read of a member is who it is, not how often or how likely they come', () => {
  const lists = answers.filter(({ path }) => path.endsWith('/members'));
  expect(lists.length).toBeGreaterThan(0);
  for (const { text } of lists)
    for (const member of (JSON.parse(text) as Page<MemberView>).items)
      expect(Object.keys(member).sort()).toEqual([
        'displayName',
        'id',
        'joinedOn',
        'pausedUntil',
        'wantsMessages',
      ]);
});

test('no event, job, message, judgement or log names who came or stayed away', async () => {
  expect(found(members, await everythingKept())).toEqual([]);
  expect(found(members, logged())).toEqual([]);
});
