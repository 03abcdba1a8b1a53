import { expect } from '@jest/globals';
import type { CalendarLinkView } from '@followon/shared/contract/calendar';
import { addDays } from '@followon/shared/rules/calendar/civil-date';
import { londonDate } from '@followon/shared/rules/calendar/london';
import type { SiteRecords } from './a-whole-site.js';
import { aWholeSite } from './a-whole-site.js';
import type { AccountRow } from './an-account.js';
import { anAccount } from './an-account.js';
import type { Answer, Client, TestApi } from './api.js';
import { anApi } from './api.js';
import type { TestDatabase } from './database.js';
import { aDatabase } from './database.js';
import { readCalendar } from './read-calendar.js';

export interface CalendarStage {
  readonly database: TestDatabase;
  readonly api: TestApi;
  readonly site: SiteRecords;
  readonly contact: AccountRow;
  readonly at: { readonly contact: Client; readonly stranger: Client };
  readonly today: string;
  readonly meetings: { readonly soon: string; readonly off: string; readonly elsewhere: string };
  readonly aMeeting: (groupId: string, on: string, outcome?: string) => Promise<string>;
  /** Makes an address and answers its path, as the clients take it. */
  readonly made: (who: Client, path: string) => Promise<string>;
  readonly fetched: (path: string, headers?: Record<string, string>) => Promise<Answer<unknown>>;
  /** What stands in the calendar at this path. */
  readonly uids: (path: string) => Promise<string[]>;
  close(): Promise<void>;
}

/** A group with a contact person, a meeting to come, one that was called off, and one of another group. */
export async function aCalendarStage(): Promise<CalendarStage> {
  const database = await aDatabase();
  const api = await anApi(database);
  const today = londonDate(new Date());
  const first = await aWholeSite(database);
  const contact = await anAccount(database, { roles: [{ role: 'contact', siteId: first.site }] });
  const site = await aWholeSite(database, { siteId: first.site, owners: { contact } });
  const elsewhere = await aWholeSite(database);
  const foreigner = await anAccount(database, { roles: [{ role: 'contact', siteId: elsewhere.site }] });
  const at = { contact: await api.signedInAs(contact), stranger: await api.signedInAs(foreigner) };
  await database.query('update follow_on_group set name = $2 where id = $1', [
    site.group,
    'Thursday Walkers',
  ]);
  await database.query('update handover_task set due_on = $2, assignee_id = $3 where id = $1', [
    ...[site.tasks.contact, addDays(today, 2), contact.id],
  ]);
  const aMeeting = meetingsOf(database, site.site);
  const meetings = {
    soon: await aMeeting(site.group, addDays(today, 5)),
    off: await aMeeting(site.group, addDays(today, -3), 'not-held'),
    elsewhere: await aMeeting(first.group, addDays(today, 5)),
  };
  const close = async () => {
    await api.close();
    await database.close();
  };
  return { database, api, site, contact, at, today, meetings, aMeeting, ...reading(api), close };
}

const meetingsOf =
  (database: TestDatabase, site: string): CalendarStage['aMeeting'] =>
  async (groupId, on, outcome = 'planned') => {
    const version = outcome === 'planned' ? 0 : 1;
    const row = { site_id: site, group_id: groupId, held_on: on, outcome, version };
    return (await database.insert<{ id: string }>('meeting', row)).id;
  };

function reading(api: TestApi): Pick<CalendarStage, 'made' | 'fetched' | 'uids'> {
  const fetched: CalendarStage['fetched'] = (path, headers) =>
    api.nobody.get(path, headers ? { headers } : {});
  return {
    fetched,
    made: async (who, path) => {
      const { status, body } = await who.post<CalendarLinkView>(path, {});
      expect(status).toBe(200);
      return new URL(body.link?.href ?? '').pathname.replace('/api', '');
    },
    uids: async (path) =>
      readCalendar((await fetched(path)).text).events.map(({ uid }) => uid.replace(/@.*$/, '')),
  };
}
