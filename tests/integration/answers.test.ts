import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { AlertPage } from '@followon/shared/contract/alerts';
import { GroupPage, GroupRolePage, GroupView, MemberPage } from '@followon/shared/contract/groups';
import { GroupHealthView } from '@followon/shared/contract/health';
import { ImportReport } from '@followon/shared/contract/imports';
import { MeetingPage } from '@followon/shared/contract/meetings';
import { SiteOverview, SitePage } from '@followon/shared/contract/sites';
import type { Role } from '@followon/shared/contract/session';
import { addDays } from '@followon/shared/rules/calendar/civil-date';
import { londonDate } from '@followon/shared/rules/calendar/london';
import type { Everyone } from '../support/a-group-and-everyone.js';
import { aGroupAndEveryone } from '../support/a-group-and-everyone.js';
import type { TestApi } from '../support/api.js';
import { anApi } from '../support/api.js';
import type { TestDatabase } from '../support/database.js';
import { aDatabase } from '../support/database.js';

const yesterday = addDays(londonDate(new Date()), -1);
let database: TestDatabase;
let api: TestApi;
let everyone: Everyone;
let importId: string;

beforeAll(async () => {
  database = await aDatabase();
  api = await anApi(database);
  everyone = await aGroupAndEveryone(database, api);
  const { siteId, groupId, clients } = everyone;
  await clients.contact.post(`/groups/${groupId}/members`, { displayName: 'Ann' });
  const planned = await clients.contact.post<{ id: string }>(`/groups/${groupId}/meetings`, {
    date: yesterday,
  });
  await clients.contact.put(`/meetings/${planned.body.id}/register`, { state: 'held', headcount: 7 });
  const reasons = JSON.stringify([
    { key: 'below-60', usual: 8, recent: [4, 5, 3], meetingIds: [planned.body.id] },
  ]);
  const level = { site_id: siteId, group_id: groupId, reasons, parameter_version: 'rules-1' };
  await database.insert('group_health', {
    ...{
      ...level,
      level: 'fading',
      usual: 8,
      usual_gap_days: 7.5,
      expected_next_on: yesterday,
      as_of_seq: 2,
    },
    ...{
      clears_when: JSON.stringify({ key: 'two-meetings-with', headcount: 5 }),
      since: new Date(),
      assessed_at: new Date(),
    },
  });
  const step = {
    from_level: 'steady',
    to_level: 'fading',
    changed_on: yesterday,
    at: new Date(),
    event_id: groupId,
  };
  await database.insert('group_level_change', { ...level, ...step });
  await database.insert('alert', {
    ...{
      site_id: siteId,
      group_id: groupId,
      cause: 'fading',
      reasons,
      opened_at: new Date(),
      opened_event_id: groupId,
    },
  });
  const response = await clients['site-admin'].fetch('/imports/registers', {
    method: 'POST',
    headers: { 'Content-Type': 'text/csv' },
    body: 'site,group,date,status,headcount,attendees\nNowhere,Walk,2026-01-05,held,7,\n',
  });
  importId = ((await response.json()) as { id: string }).id;
});

afterAll(async () => {
  await api?.close();
  await database?.close();
});

interface Schema {
  safeParse(value: unknown): { readonly data?: unknown; readonly error?: { readonly issues: unknown } };
}
type Read = readonly [path: () => string, schema: Schema, roles: readonly Role[]];
const ring: readonly Role[] = ['volunteer', 'contact', 'clinician', 'lead', 'site-admin', 'network-admin'];
const staff: readonly Role[] = ['clinician', 'lead', 'site-admin', 'network-admin'];
const reads: readonly Read[] = [
  [() => '/sites', SitePage, ring],
  [() => `/sites/${everyone.siteId}/overview`, SiteOverview, staff],
  [() => '/groups', GroupPage, ring],
  [() => '/groups?needsYou=true', GroupPage, ring],
  [() => `/groups/${everyone.groupId}`, GroupView, ring],
  [() => `/groups/${everyone.groupId}/health`, GroupHealthView, ring],
  [() => `/groups/${everyone.groupId}/meetings`, MeetingPage, ring],
  [() => `/groups/${everyone.groupId}/roles`, GroupRolePage, ring],
  [() => `/groups/${everyone.groupId}/members`, MemberPage, ['contact']],
  [() => '/alerts', AlertPage, ['volunteer', ...staff]],
  [() => `/imports/${importId}`, ImportReport, ['site-admin']],
];

test.each(reads)(
  'an answer has the shape that its contract promises, for every reader: %s',
  async (path, schema, roles) => {
    for (const role of roles) {
      const { status, body } = await everyone.clients[role].get(path());
      expect([role, status]).toEqual([role, 200]);
      const parsed = schema.safeParse(body);
      expect(parsed.error?.issues).toBeUndefined();
      expect(body).toEqual(parsed.data);
      const { items } = body as { items?: readonly unknown[] };
      expect(items).not.toEqual([]);
    }
  },
);
