import { beforeAll, expect, test } from '@jest/globals';
import { addDays } from '@followon/shared/rules/calendar/civil-date';
import { londonDate } from '@followon/shared/rules/calendar/london';
import type { Visitor } from '../support/visitor.js';
import { setStage } from './a-stage.js';

const stage = setStage();
let admin: Visitor;

const SITE = 'Lighthouse';
const GROUPS = 40;
const MEETINGS = 60;
const FADING = 'Group 1 of the windmill';
const lastTuesday = addDays(londonDate(new Date()), -2);

const dateOf = (meeting: number): string => addDays(lastTuesday, -7 * (MEETINGS - 1 - meeting));
/** Eight came every week, but for the first group of late: there it has been three, five times. */
const cameTo = (group: number, meeting: number): number => (group === 1 && meeting >= MEETINGS - 5 ? 3 : 8);

/** Lines nobody can read as a meeting, each with what must be said about it. */
const badLines = [
  { line: `${SITE},${FADING},2026-02-31,held,8,`, why: /not a day of the calendar/ },
  { line: `${SITE},${FADING},2099-01-01,held,8,`, why: /still to come/ },
  { line: `${SITE},${FADING},2026-01-05,held,1,a1;a2;a3`, why: /lower than the number of people named/ },
  { line: `${SITE},=cmd(),2026-01-06,held,8,`, why: /a spreadsheet would run/ },
  { line: `${SITE},${FADING},2026-01-07,held`, why: /There are 4 fields here; there must be 6/ },
];

function registers(): { readonly csv: string; readonly firstBad: number } {
  const good = Array.from({ length: GROUPS }, (_, n) =>
    Array.from({ length: MEETINGS }, (_meeting, meeting) =>
      [SITE, `Group ${n + 1} of the windmill`, dateOf(meeting), 'held', cameTo(n + 1, meeting), ''].join(','),
    ),
  ).flat();
  const lines = ['site,group,date,status,headcount,attendees', ...good];
  return { csv: [...lines, ...badLines.map(({ line }) => line), ''].join('\n'), firstBad: lines.length + 1 };
}

const { csv, firstBad } = registers();

beforeAll(async () => {
  admin = await stage.enters('admin@demo');
});

async function send({ page }: Visitor, button: string): Promise<void> {
  const file = { name: 'registers.csv', mimeType: 'text/csv', buffer: Buffer.from(csv) };
  await page.getByLabel('CSV file').setInputFiles(file);
  await page.getByRole('button', { name: button }).click();
}

/** The figure beside its words. */
const figure = ({ page }: Visitor, words: string) =>
  page.locator('.nhsuk-summary-list__row', { hasText: words }).getByRole('definition').innerText();

test('without a file the page says what to do', async () => {
  await admin.page.getByRole('link', { name: 'Imports' }).click();
  await admin.page.getByRole('button', { name: 'Try it first' }).click();
  await admin.page.getByRole('alert').getByText('Choose a CSV file first.').waitFor();
});

test('a trial reads every line, lists the bad ones by number with the way to mend them, and keeps nothing', async () => {
  const { page } = admin;
  await send(admin, 'Try it first');
  await page.getByRole('heading', { name: 'Tried. Nothing was kept.' }).waitFor();
  expect(await figure(admin, 'Lines read')).toBe(
    (GROUPS * MEETINGS + badLines.length).toLocaleString('en-GB'),
  );
  expect(await figure(admin, 'Meetings that are new')).toBe((GROUPS * MEETINGS).toLocaleString('en-GB'));

  await page.getByRole('heading', { name: `${badLines.length} lines were refused` }).waitFor();
  const rows = page.getByRole('table').getByRole('row');
  for (const [index, { why }] of badLines.entries()) {
    const [line, reason] = await rows
      .nth(index + 1)
      .getByRole('cell')
      .allInnerTexts();
    expect(line).toBe(String(firstBad + index));
    expect(reason).toMatch(why);
  }
  await page.goto('/groups?q=windmill');
  await page.getByText('No group fits this search.').waitFor();
});

test('the real import shows how far it is, keeps the good lines, and judges every group', async () => {
  const { page } = admin;
  await page.goto('/imports');
  await send(admin, 'Import it');
  await page.getByRole('heading', { name: 'Importing…' }).waitFor();
  await page.getByRole('progressbar', { name: 'Importing…' }).waitFor();
  await page.getByRole('heading', { name: 'Imported', exact: true }).waitFor();
  expect(await figure(admin, 'Groups')).toBe(String(GROUPS));

  await page.goto(`/groups?q=${encodeURIComponent(FADING)}`);
  const row = page.getByRole('row', { name: FADING });
  await row.waitFor();
  expect(await row.innerText()).toContain('Starting to fade');
  await page.goto(`/groups?q=${encodeURIComponent('Group 2 of the windmill')}`);
  expect(await page.getByRole('row', { name: 'Group 2 of the windmill' }).innerText()).toContain('Steady');
});

test('the same file again adds nothing', async () => {
  const { page } = admin;
  await page.goto('/imports');
  await send(admin, 'Import it');
  await page.getByRole('heading', { name: 'Imported', exact: true }).waitFor();
  expect(await figure(admin, 'Meetings that are new')).toBe('0');
});

test('nothing went wrong on the screen, and nothing left the machine', () => {
  expect(admin.troubles).toEqual([]);
});
