import { beforeAll, expect, test } from '@jest/globals';
import { addDays } from '@followon/shared/rules/calendar/civil-date';
import { londonDate } from '@followon/shared/rules/calendar/london';
import { skip, type Visitor } from '../support/visitor.js';
import { setStage } from './a-stage.js';
import { ask } from './ask.js';
import { letters } from './letters.js';
import {
  addProgramme,
  choose,
  count,
  line,
  openProgramme,
  postpone,
  stillToDo,
  tick,
  type Programme,
} from './programmes.js';

const NEW = 'A new group that meets in person';
const JOIN = 'Join a group that is there already';
const MERGE = 'Go on together with another programme';
const BUDDY = 'Keep in touch in twos or threes';
const ONCE_MORE = 'Ask once more, at the review, and then never again';
/** Days until the last sessions: so that the programmes of each story are six weeks away from the others' where they must be. */
const ENDS_IN = { none: 7, waiting: 7, ferry: 8, bridge: 12, joining: 55 } as const;

const stage = setStage();
let clinician: Visitor;
/** Of another site, where one question is not lost among the tasks of three other programmes. */
let owen: Visitor;
let lead: Visitor;
let volunteer: Visitor;
let none: Programme;
let waiting: Programme;
let ferry: Programme;
let bridge: Programme;
let joining: Programme;

beforeAll(async () => {
  clinician = await stage.enters('clinician@demo');
  owen = await stage.enters('clinician@harbour');
  lead = await stage.enters('lead@demo');
  volunteer = await stage.enters('volunteer@demo', { viewport: { width: 375, height: 800 } });
  const today = londonDate(new Date());
  await postpone(owen, addDays(today, 300));
  const ends = (days: number) => addDays(today, days);
  none = await addProgramme(owen, 'Heron programme', ends(ENDS_IN.none));
  waiting = await addProgramme(clinician, 'Willow programme', ends(ENDS_IN.waiting));
  ferry = await addProgramme(clinician, 'Ferry programme', ends(ENDS_IN.ferry));
  bridge = await addProgramme(clinician, 'Bridge programme', ends(ENDS_IN.bridge));
  joining = await addProgramme(clinician, 'Kestrel programme', ends(ENDS_IN.joining));
});

/** Who is in a programme is on no screen: its clinician's own tools read it, until the handover. */
const seesPeople = async (who: Visitor, { path }: Programme) =>
  (await ask(who, 'GET', `${path}/participants`)).status;

test('a group that wants none is believed, and its list is one question for later', async () => {
  const { page } = owen;
  await openProgramme(owen, none);
  await count(owen, { yes: 0, maybe: 0, no: 6 });
  await page.getByText('Nobody said yes or maybe.').waitFor();
  await choose(owen, 'No group');
  await line(owen, ONCE_MORE).waitFor();
  await line(owen, 'Give everyone the help card').waitFor({ state: 'detached' });
  expect(await stillToDo(owen)).toEqual([expect.stringContaining(ONCE_MORE)]);
  expect(await page.getByRole('button', { name: 'Sign off the handover' }).count()).toBe(0);
  expect(await seesPeople(owen, none)).toBe(200);
});

test('a group asks another programme to go on together, which sees the wish and says yes for itself', async () => {
  const { page } = clinician;
  await openProgramme(clinician, ferry);
  await count(clinician, { yes: 2, maybe: 1, no: 3 });
  await choose(clinician, MERGE, bridge.name);
  await openProgramme(clinician, bridge);
  await count(clinician, { yes: 3, maybe: 0, no: 2 });
  await page.getByText(`${ferry.name} would like to go on together with this group.`).waitFor();
  await page.getByText('This is a suggestion. The group decides.').waitFor();
  await choose(clinician, MERGE, ferry.name);
});

test.each([
  ['the one that asked', () => ferry],
  ['the one that said yes', () => bridge],
])('the list of %s is that of a joint group, with consent asked afresh', async (_, programme) => {
  await openProgramme(clinician, programme());
  for (const title of [
    'Bring both programmes together once before the end',
    'Ask each person afresh which contact details they share with the joint group',
    'Choose a new name for the joint group',
    'Agree with the other clinician that both of you sign off',
  ])
    await line(clinician, title).waitFor();
  expect(await line(clinician, 'Ask who is happy to share contact details').count()).toBe(0);
});

test('a group may wait for another programme that is not known yet', async () => {
  await openProgramme(clinician, waiting);
  await count(clinician, { yes: 2, maybe: 1, no: 3 });
  await choose(clinician, MERGE);
  await line(clinician, 'If no other programme was found, choose another way').waitFor();
});

test('after the last session nobody asks those who wanted none, and their clinician sees who they are no more', async () => {
  await skip(owen, 'week');
  await skip(owen, 'day'); // the evening of the last session lies between
  await openProgramme(owen, none);
  await owen.page.getByText('The group wanted no group, and that is a good answer.').waitFor();
  expect(await seesPeople(owen, none)).toBe(404);
  await line(owen, ONCE_MORE).waitFor();
});

test('few people join a group that is there: it is asked first, and there is no first date to make', async () => {
  const { page } = clinician;
  await skip(clinician, 'week', 3);
  await openProgramme(lead, joining);
  await lead.page.getByText('Ask a volunteer').click();
  const sam = await lead.page.getByRole('option').filter({ hasText: 'Sam' }).first().innerText();
  await lead.page.getByRole('combobox', { name: 'Volunteer' }).selectOption({ label: sam });
  await lead.page.getByRole('button', { name: 'Ask', exact: true }).click();
  await lead.page.getByText('No answer yet.').waitFor();
  await volunteer.page.goto('/');
  const question = volunteer.page.getByRole('region', { name: `Would you go with ${joining.name}?` });
  await question.getByRole('button', { name: 'Yes, gladly' }).click();
  await question.waitFor({ state: 'detached' });

  await openProgramme(clinician, joining);
  await count(clinician, { yes: 2, maybe: 1, no: 4 });
  await page.getByText('3 people would come or might. A new group usually needs 4.').waitFor();
  await page.getByText('A group of this site meets and says that new people are welcome.').waitFor();
  await page.getByRole('radio', { name: NEW, exact: true }).check();
  await page.getByText('Fewer than 4 people said that they would come or might.').waitFor();
  await choose(clinician, JOIN, 'Tuesday group, Fernbank');
  for (const title of [
    'Ask the other group first if it would welcome new people',
    'Ask the other group for two people who greet the visitors',
    'Make the first visit, two by two',
    'Make the second visit and choose',
    'Show when and where the other group meets next',
  ])
    await line(clinician, title).waitFor();
  expect(await line(clinician, 'Hold the first meeting').count()).toBe(0);
});

test('the volunteer asks the other group, and the clinician signs off', async () => {
  const { page } = volunteer;
  await openProgramme(volunteer, joining);
  await tick(volunteer, [
    'Ask the other group first if it would welcome new people',
    'Show who the contact people of the other group are',
    'Show when and where the other group meets next',
  ]);
  await openProgramme(clinician, joining);
  await tick(clinician, [
    'Ask each person what they need to take part',
    'Ask who is happy to share contact details',
    'Give everyone the help card',
  ]);
  expect(await seesPeople(clinician, joining)).toBe(200);
  await clinician.page.getByRole('button', { name: 'Sign off the handover' }).click();
  await clinician.page.getByRole('button', { name: 'Yes, sign off' }).click();
  await clinician.page.getByText(/^Signed off on /).waitFor();
  expect(await seesPeople(clinician, joining)).toBe(404);
  await page.getByRole('button', { name: 'Take on the handover' }).click();
  await page.getByText(/^Taken on by the volunteer on /).waitFor();
});

test('six weeks after the last session another way is suggested to those who wait, and they decide', async () => {
  const { page } = clinician;
  await skip(clinician, 'week', 3);
  await openProgramme(clinician, waiting);
  await page.getByText(/^Six weeks have passed, and no other programme was found\./).waitFor();
  await page.getByText(`${MERGE}. Written down`).waitFor(); // nobody has chosen for them
  await line(clinician, 'Choose how to carry on').waitFor();
  await page.getByRole('button', { name: 'The group changed its mind' }).click();
  await choose(clinician, BUDDY);
  await line(clinician, 'Choose a new name for the joint group').waitFor({ state: 'detached' });
  await line(clinician, 'Give everyone the help card').waitFor();
});

test('those who wanted none are asked once more at the review, and nothing is heard of it again', async () => {
  await skip(owen, 'week');
  let asked = await letters(owen, ONCE_MORE);
  for (let days = 0; asked.length === 0 && days < 12; days += 1) {
    await skip(owen, 'day');
    asked = await letters(owen, ONCE_MORE);
  }
  expect(new Set(asked.map(({ toName }) => toName))).toEqual(new Set(['Owen']));
  const aboutIt = (await letters(owen, none.name)).length;
  await openProgramme(owen, none);
  await tick(owen, [ONCE_MORE]);
  await skip(owen, 'week', 2);
  expect((await letters(owen, ONCE_MORE)).length).toBe(asked.length);
  expect((await letters(owen, none.name)).length).toBe(aboutIt);
});

test('nothing went wrong on any screen, and nothing left the machine', () => {
  expect([clinician, owen, lead, volunteer].flatMap(({ troubles }) => troubles)).toEqual([]);
});
