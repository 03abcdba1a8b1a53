import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { createDataSource } from '@followon/shared/db/data-source';
import { mintLink } from '@followon/shared/db/links/mint-links';
import { inTransaction } from '@followon/shared/db/transaction';
import { addDays } from '@followon/shared/rules/calendar/civil-date';
import type { CalendarStage } from '../support/a-calendar.js';
import { aCalendarStage } from '../support/a-calendar.js';
import { readCalendar } from '../support/read-calendar.js';
import { testSecret } from '../support/test-secret.js';

let stage: CalendarStage;
beforeAll(async () => {
  stage = await aCalendarStage();
}, 30_000);
afterAll(() => stage?.close());

describe('the calendar of a group', () => {
  const links = () => `/groups/${stage.site.group}/calendar-links`;

  test('holds its dates alone, under a name that tells nothing, and ends with the group', async () => {
    const path = await stage.made(stage.at.contact, links());
    const before = readCalendar((await stage.fetched(path)).text);
    expect(before.name).toBe('Thursday Walkers');
    expect(before.events.every(({ uid }) => uid.startsWith('meeting-'))).toBe(true);
    await stage.database.query('update follow_on_group set name = $2 where id = $1', [
      stage.site.group,
      'Back pain Fridays',
    ]);
    const { text } = await stage.fetched(path);
    expect(text).not.toMatch(/pain/i);
    expect(readCalendar(text).events[0]?.summary).toBe('Group meeting');
    await stage.database.query(`update follow_on_group set state = 'closed' where id = $1`, [
      stage.site.group,
    ]);
    expect((await stage.fetched(path)).status).toBe(404);
    expect((await stage.at.contact.post(links(), {})).status).toBe(409);
    await stage.database.query(
      `update follow_on_group set state = 'meeting', name = 'Walkers' where id = $1`,
      [stage.site.group],
    );
  });

  test('is made, shown and ended by its contact people alone', async () => {
    for (const answer of [
      await stage.at.stranger.get(links()),
      await stage.at.stranger.post(links(), {}),
      await stage.at.stranger.delete(links()),
    ])
      expect(answer.status).toBe(404);
  });
});

describe('the date of one meeting', () => {
  test('comes with a message to a member, without the name of the group, and nothing beside it', async () => {
    const worker = createDataSource({ url: stage.database.urls.worker, name: 'test-worker', poolSize: 1 });
    await worker.initialize();
    const [nudge] = await stage.database.query<{ id: string }>(
      `insert into nudge (site_id, group_id, key, occasion, audience, person_kind, person_id, subject_id, state, due_at, use_by, event_id)
       values ($1, $2, 'first_meeting_soon', 'calendar', 'member', 'member', $3, $4, 'sent', now(), now(), gen_random_uuid()) returning id`,
      [stage.site.site, stage.site.group, stage.site.member, stage.meetings.soon],
    );
    const token = await inTransaction(worker, { kind: 'site', siteId: stage.site.site }, (manager) =>
      mintLink(manager, testSecret, {
        ...{
          action: 'calendar',
          subjectId: stage.meetings.soon,
          siteId: stage.site.site,
          memberId: stage.site.member,
        },
        ...{ nudgeId: nudge?.id ?? '', uses: null, expiresAt: new Date(Date.now() + 86_400_000) },
      }),
    );
    await worker.destroy();
    const { events } = readCalendar((await stage.fetched(`/calendar/${token}.ics`)).text);
    expect(events).toMatchObject([
      { uid: `meeting-${stage.meetings.soon}@followon`, summary: 'Group meeting' },
    ]);
  });

  test('can be fetched by whoever sees the group’s meetings, signed in', async () => {
    const { text } = await stage.at.contact.get(`/meetings/${stage.meetings.soon}/calendar.ics`);
    expect(readCalendar(text).events).toMatchObject([{ summary: 'Walkers', start: addDays(stage.today, 5) }]);
    expect((await stage.at.stranger.get(`/meetings/${stage.meetings.soon}/calendar.ics`)).status).toBe(404);
  });
});
