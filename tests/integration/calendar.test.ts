import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { CalendarLinkView } from '@followon/shared/contract/calendar';
import { linkToken } from '@followon/shared/db/links/link-token';
import { addDays } from '@followon/shared/rules/calendar/civil-date';
import type { CalendarStage } from '../support/a-calendar.js';
import { aCalendarStage } from '../support/a-calendar.js';
import { anAccount } from '../support/an-account.js';
import { readCalendar } from '../support/read-calendar.js';
import { testSecret } from '../support/test-secret.js';

let stage: CalendarStage;
beforeAll(async () => {
  stage = await aCalendarStage();
}, 30_000);
afterAll(() => stage?.close());

describe('my calendar', () => {
  test('holds the meetings of my groups and the days of my steps, and tells nothing else', async () => {
    const path = await stage.made(stage.at.contact, '/calendar-links');
    const { text, headers } = await stage.fetched(path);
    expect(headers.get('content-type')).toBe('text/calendar; charset=utf-8');
    expect(headers.get('cache-control')).toBe('private, no-cache');
    const { events } = readCalendar(text);
    const soon = events.find(({ uid }) => uid.includes(stage.meetings.soon));
    expect(soon).toMatchObject({
      summary: 'Thursday Walkers',
      start: addDays(stage.today, 5),
      status: 'CONFIRMED',
    });
    expect(events.find(({ uid }) => uid.includes(stage.meetings.off))?.status).toBe('CANCELLED');
    expect(text).not.toContain(stage.meetings.elsewhere);
    const steps = events.filter(({ uid }) => uid.startsWith('step-'));
    expect(steps.map(({ summary }) => summary)).toEqual(['A step to do']);
    expect(text).not.toMatch(/support_plan|Robin|Invented/);
  });

  test('is sent again only when it says something else', async () => {
    const path = await stage.made(stage.at.contact, '/calendar-links');
    const tag = (await stage.fetched(path)).headers.get('etag') ?? '';
    const same = await stage.fetched(path, { 'If-None-Match': tag });
    expect([same.status, same.text]).toEqual([304, '']);
    const added = await stage.aMeeting(stage.site.group, addDays(stage.today, 12));
    expect((await stage.fetched(path, { 'If-None-Match': tag })).status).toBe(200);
    expect(await stage.uids(path)).toContain(`meeting-${added}`);
  });
});

describe('the address of my calendar', () => {
  test('a new one ends the one before; taken back, wrong and expired look alike', async () => {
    const old = await stage.made(stage.at.contact, '/calendar-links');
    const fresh = await stage.made(stage.at.contact, '/calendar-links');
    expect((await stage.fetched(fresh)).status).toBe(200);
    const shown = await stage.at.contact.get<CalendarLinkView>('/calendar-links');
    expect(shown.body.link?.href.endsWith(fresh)).toBe(true);
    await stage.at.contact.delete('/calendar-links');
    expect((await stage.at.contact.get<CalendarLinkView>('/calendar-links')).body.link).toBeNull();
    const expired = await stage.made(stage.at.contact, '/calendar-links');
    await stage.database.query(
      `update link set expires_at = now() - interval '1 minute' where subject_id = $1`,
      [stage.contact.id],
    );
    const answers = await Promise.all(
      [old, fresh, expired, `/calendar/${'A'.repeat(43)}.ics`].map((path) => stage.fetched(path)),
    );
    expect(new Set(answers.map(({ status, text }) => `${status} ${text}`)).size).toBe(1);
    expect(answers[0]?.status).toBe(404);
  });

  test('two at once leave one address', async () => {
    const paths = await Promise.all([1, 2, 3, 4].map(() => stage.made(stage.at.contact, '/calendar-links')));
    const answers = await Promise.all(paths.map((path) => stage.fetched(path)));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
  });

  test('cannot be opened as a page, and a link of a page is no calendar', async () => {
    const path = await stage.made(stage.at.contact, '/calendar-links');
    const token = /\/([^/]+)\.ics$/.exec(path)?.[1] ?? '';
    expect((await stage.api.nobody.post('/links/open', { token })).status).toBe(404);
    expect((await stage.api.nobody.post('/links/act', { token })).status).toBe(404);
  });

  test('empties itself when the role ends, and is gone when the person leaves the site', async () => {
    const leaver = await anAccount(stage.database, { roles: [{ role: 'contact', siteId: stage.site.site }] });
    const role = await stage.database.insert<{ id: string }>('group_role', {
      ...{
        site_id: stage.site.site,
        group_id: stage.site.group,
        kind: 'contact',
        account_id: leaver.id,
        from_on: stage.today,
      },
    });
    const path = await stage.made(await stage.api.signedInAs(leaver), '/calendar-links');
    expect(await stage.uids(path)).toContain(`meeting-${stage.meetings.soon}`);
    await stage.database.query('update group_role set until_on = $2 where id = $1', [role.id, stage.today]);
    expect(await stage.uids(path)).toEqual([]);
    await stage.database.query('delete from membership where account_id = $1', [leaver.id]);
    expect((await stage.fetched(path)).status).toBe(404);
  });
});

test('only the hash of an address is kept', async () => {
  await stage.made(stage.at.contact, '/calendar-links');
  const [row] = await stage.database.query<{ id: string; kept: string }>(
    `select id, to_jsonb(l)::text as kept from link l where subject_id = $1 and revoked_at is null and expires_at > now()`,
    [stage.contact.id],
  );
  expect(row?.kept).not.toContain(linkToken(testSecret, row?.id ?? ''));
});

test('guesses are counted like those of every other link', async () => {
  const guess = (n: number) => stage.fetched(`/calendar/${String(n).padStart(43, 'B')}.ics`);
  for (let n = 0; n < 31; n += 1) await guess(n);
  expect((await guess(99)).status).toBe(429);
});
