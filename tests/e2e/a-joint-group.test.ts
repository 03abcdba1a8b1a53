import { beforeAll, expect, test } from '@jest/globals';
import { addDays } from '@followon/shared/rules/calendar/civil-date';
import { londonDate } from '@followon/shared/rules/calendar/london';
import type { Visitor } from '../support/visitor.js';
import { setStage } from './a-stage.js';
import { addProgramme, choose, count, line, openProgramme, type Programme } from './programmes.js';

const MERGE = 'Go on together with another programme';
const FIRST_DATE = 'Fix the first meeting';

const stage = setStage();
let clinician: Visitor;
let ferry: Programme;
let bridge: Programme;
let today: string;

beforeAll(async () => {
  clinician = await stage.enters('clinician@demo');
  today = londonDate(new Date());
  ferry = await addProgramme(clinician, 'Ferry programme', addDays(today, 8));
  bridge = await addProgramme(clinician, 'Bridge programme', addDays(today, 12));
});

const theGroup = () => clinician.page.getByRole('region', { name: 'The group', exact: true });

test('a joint group waits until the other programme has chosen too', async () => {
  await openProgramme(clinician, ferry);
  await count(clinician, { yes: 2, maybe: 1, no: 3 });
  await choose(clinician, MERGE, bridge.name);
  await theGroup()
    .getByText(/^You chose to go on with another programme\./)
    .waitFor();
  expect(await theGroup().getByRole('button').count()).toBe(0);
});

test('formed from either, it is the group of both, and its first date is the first date of both', async () => {
  const { page } = clinician;
  await openProgramme(clinician, bridge);
  await count(clinician, { yes: 3, maybe: 0, no: 2 });
  await choose(clinician, MERGE, ferry.name);
  await theGroup().getByLabel('Name of the group').fill('Saturday group, Pier');
  await theGroup().getByLabel('Day of the first meeting').fill(addDays(today, 26));
  await theGroup().getByRole('button', { name: 'Form the group' }).click();
  await theGroup()
    .getByText(/^The group meets for the first time on /)
    .waitFor();
  for (const programme of [ferry, bridge]) {
    await openProgramme(clinician, programme);
    await line(clinician, 'Agree with the other clinician').waitFor(); // the list is there
    await line(clinician, FIRST_DATE).filter({ visible: true }).waitFor({ state: 'detached' });
    await page.getByRole('link', { name: 'See the group that came of it' }).click();
    await page.getByRole('heading', { level: 1, name: 'Saturday group, Pier' }).waitFor();
  }
});

test('nothing went wrong on the screen, and nothing left the machine', () => {
  expect(clinician.troubles).toEqual([]);
});
