import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { OutboxMessage } from '@followon/shared/contract/messages';
import type { Page } from '@followon/shared/contract/page';
import { addDays } from '@followon/shared/rules/calendar/civil-date';
import type { CalendarStage } from '../support/a-calendar.js';
import { aCalendarStage } from '../support/a-calendar.js';
import { aNudge } from '../support/a-nudge.js';
import type { TestWorker } from '../support/a-worker.js';
import { aWorker } from '../support/a-worker.js';
import { readCalendar } from '../support/read-calendar.js';

const DAY_MS = 86_400_000;

let stage: CalendarStage;
let worker: TestWorker;
beforeAll(async () => {
  stage = await aCalendarStage();
  worker = await aWorker(stage.database);
  await stage.database.query('update group_role set until_on = $2 where member_id = $1', [
    ...[stage.site.member, stage.today],
  ]);
}, 30_000);
afterAll(async () => {
  await worker?.close();
  await stage?.close();
});

/** A weekday noon from now on, when messages may leave. */
function weekdayNoon(): Date {
  const noon = new Date();
  noon.setUTCHours(12, 0, 0, 0);
  while (noon < new Date() || [0, 1, 6].includes(noon.getUTCDay())) noon.setTime(noon.getTime() + DAY_MS);
  return noon;
}

/** What the message about a first meeting adds to the calendar of the member who reads it. */
async function addedBy(first: { readonly daysAhead: number }) {
  const { database, site, meetings, today } = stage;
  const leaves = weekdayNoon();
  leaves.setUTCDate(leaves.getUTCDate() + first.daysAhead);
  while ([0, 1, 6].includes(leaves.getUTCDay())) leaves.setTime(leaves.getTime() + DAY_MS);
  await database.query('update member set wants_messages = true where id = $1', [site.member]);
  const { id } = await aNudge(database, {
    ...{ siteId: site.site, groupId: site.group, key: 'first_meeting_soon', audience: 'member' },
    ...{ person: { kind: 'member', id: site.member }, state: 'planned', dueAt: leaves.toISOString() },
    figures: { on: addDays(today, 5) },
  });
  await database.query('update nudge set subject_id = $2, use_by = $3 where id = $1', [
    ...[id, meetings.soon, new Date(leaves.getTime() + DAY_MS)],
  ]);
  await worker.deliverer.deliver(leaves);

  const { body } = await stage.at.contact.get<Page<OutboxMessage>>('/demo/outbox?limit=100');
  const links = body.items.find(({ nudgeId }) => nudgeId === id)?.links ?? [];
  const date = links.find(({ rel }) => rel === 'calendar');
  const path = (date?.href ?? '').replace('/api', '');
  return { label: date?.label, read: async () => readCalendar((await stage.fetched(path)).text).events };
}

test('the message about a first meeting carries its date, which says in time that it was called off', async () => {
  const { database, meetings, today } = stage;
  const { label, read } = await addedBy({ daysAhead: 0 });
  expect(label).toBe('Ychwanegu at eich calendr');
  expect(await read()).toMatchObject([{ start: addDays(today, 5), status: 'CONFIRMED', sequence: 0 }]);
  await database.query(`update meeting set outcome = 'not-held', version = 1 where id = $1`, [meetings.soon]);
  expect(await read()).toMatchObject([{ start: addDays(today, 5), status: 'CANCELLED', sequence: 1 }]);
});

test('a member who holds a role and does not sign in is given all their dates, for as long as they hold it', async () => {
  const { database, site, today } = stage;
  const later = await stage.aMeeting(site.group, addDays(today, 12));
  const role = await database.insert<{ id: string }>('group_role', {
    ...{ site_id: site.site, group_id: site.group, kind: 'host', member_id: site.member },
    from_on: today,
  });
  await database.query(`update meeting set outcome = 'planned' where id = $1`, [stage.meetings.soon]);
  const { read } = await addedBy({ daysAhead: 1 });
  const uids = (await read()).map(({ uid }) => uid);
  expect(uids).toEqual(
    expect.arrayContaining([stage.meetings.soon, later].map((id) => expect.stringContaining(id))),
  );
  expect(uids.join(' ')).not.toContain(stage.meetings.elsewhere);
  await database.query('update group_role set until_on = $2 where id = $1', [role.id, today]);
  expect(await read()).toEqual([]);
});
