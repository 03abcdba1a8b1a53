import { beforeAll, expect, test } from '@jest/globals';
import type { HandoverView } from '@followon/shared/contract/handovers';
import type { ProgrammeView } from '@followon/shared/contract/programmes';
import { addDays } from '@followon/shared/rules/calendar/civil-date';
import { londonDate } from '@followon/shared/rules/calendar/london';
import { skip, type Visitor } from '../support/visitor.js';
import { setStage } from './a-stage.js';
import { ask } from './ask.js';
import { addProgramme, choose, count, openProgramme, tick, type Programme } from './programmes.js';

const PROGRAMME = 'Lantern programme';
/** The checklist opens 28 days before the last session, so in two days. */
const DAYS_TO_GO = 30;

const stage = setStage();
let clinician: Visitor;
let volunteer: Visitor;
let today: string;
let lantern: Programme;

beforeAll(async () => {
  clinician = await stage.enters('clinician@demo');
  volunteer = await stage.enters('volunteer@demo', { viewport: { width: 375, height: 800 } });
  today = londonDate(new Date());
});

const programme = () => ask<ProgrammeView>(clinician, 'GET', lantern.path);
/** Who is in a programme is on no screen: its clinician's own tools read it, until the handover. */
const seesPeople = async () => (await ask(clinician, 'GET', `${lantern.path}/participants`)).status;

async function handover(): Promise<HandoverView> {
  const { handover: found } = await programme();
  return ask<HandoverView>(clinician, 'GET', `/handovers/${found?.id}`);
}

const dueDates = ({ tasks }: HandoverView, state: 'open' | 'done') =>
  Object.fromEntries(tasks.filter((task) => task.state === state).map(({ key, dueOn }) => [key, dueOn]));

test('a clinician adds a programme with one date, and is told when its handover begins', async () => {
  lantern = await addProgramme(clinician, PROGRAMME, addDays(today, DAYS_TO_GO));
  await clinician.page.getByText('It starts itself four weeks before the last session.').waitFor();
});

test('four weeks before the last session the checklist is there, without anybody asking for it', async () => {
  const { page } = clinician;
  await skip(clinician, 'day');
  await page.getByText('The handover has not started yet.').waitFor();
  await skip(clinician, 'day');
  await page.getByText('0 of 20 done.').waitFor();
  expect(await page.getByText('needed before sign-off').count()).toBeGreaterThan(5);
});

test('the volunteer lead asks a volunteer, who goes with it from their yes on', async () => {
  const lead = await stage.enters('lead@demo');
  await openProgramme(lead, lantern);
  await lead.page.getByText('Ask a volunteer').click();
  const who = lead.page.getByRole('combobox', { name: 'Volunteer' });
  await who.selectOption({ label: await firstOption(lead, 'Sam') });
  await lead.page.getByRole('button', { name: 'Ask', exact: true }).click();
  await lead.page.getByText('No answer yet.').waitFor();
  await lead.page.getByText('No volunteer goes with this programme yet.').waitFor();

  await volunteer.page.goto('/');
  const question = volunteer.page.getByRole('region', { name: `Would you go with ${PROGRAMME}?` });
  await question.getByRole('button', { name: 'Yes, gladly' }).click();
  await question.waitFor({ state: 'detached' });
  await lead.page.getByText('Sam is the volunteer who goes with this programme.').waitFor();
  expect(lead.troubles).toEqual([]);
  await lead.leave();
});

const firstOption = ({ page }: Visitor, name: string) =>
  page.getByRole('option').filter({ hasText: name }).first().innerText();

const taskCard = ({ page }: Visitor, title: string) =>
  page.getByRole('article', { name: title }).filter({ hasText: PROGRAMME });

async function myTasks({ page }: Visitor): Promise<void> {
  await page.goto('/');
  await page.getByRole('article').first().waitFor();
  const folded = page.getByText(/(more, soon|more, for later|waits? for somebody else)$/);
  for (const line of await folded.all()) await line.click();
}

test('the volunteer ticks a task with one tap, and takes it back with another', async () => {
  const { page } = volunteer;
  await clinician.page.getByText('1 of 20 done.').waitFor(); // matching a volunteer is the lead's task
  await myTasks(volunteer);
  await taskCard(volunteer, 'Visit a session').getByRole('button', { name: 'Done' }).click();
  await clinician.page.getByText('2 of 20 done.').waitFor();
  const ticked = page
    .getByRole('article', { name: 'Visit a session' })
    .filter({ hasText: 'Done. Thank you.' });
  await ticked.getByRole('button', { name: 'Undo' }).click();
  await clinician.page.getByText('1 of 20 done.').waitFor();
  expect((await handover()).tasks.find(({ key }) => key === 'ptv_visit')?.state).toBe('open');
});

test('when the last session moves a week, what is still to do moves with it and what is done stays', async () => {
  const before = await handover();
  const lastSessionOn = addDays(today, DAYS_TO_GO + 7);
  const { version } = await programme();
  await ask(clinician, 'PATCH', lantern.path, { body: { lastSessionOn }, version });
  await clinician.page.getByText(/^Last session .* in 35 days\./).waitFor();
  const after = await handover();
  expect(dueDates(after, 'done')).toEqual(dueDates(before, 'done'));
  const moved = dueDates(after, 'open');
  for (const [key, dueOn = ''] of Object.entries(dueDates(before, 'open'))) {
    expect([key, (moved[key] ?? '') > dueOn]).toEqual([key, true]);
  }
});

test('a task that is late says so on the page, and its owner hears of it', async () => {
  const { page } = clinician;
  await skip(clinician, 'week');
  await skip(clinician, 'day', 6); // whatever weekend or bank holidays lie between
  const late = page.getByRole('listitem').filter({ hasText: 'Tell people that groups often carry on' });
  await late.getByText('Late.').waitFor();
  await page.getByRole('link', { name: 'Messages', exact: true }).click();
  const letter = page
    .getByRole('listitem')
    .filter({ hasText: 'Tell people that groups often carry on: It was due on' })
    .filter({ hasText: 'Priya' })
    .first();
  await letter.waitFor();
  expect(await letter.innerText()).toMatch(/^Priya\s+staff/);
});

test('signing off is refused while something stands in the way, and the refusal names it', async () => {
  await openProgramme(clinician, lantern);
  await clinician.page.getByText(/^\w+ things still stand between here and signing off\./).waitFor();
  expect(await clinician.page.getByRole('button', { name: 'Sign off the handover' }).count()).toBe(0);
  const { id } = await handover();
  const refusal = await ask<{ blocking: string[] }>(clinician, 'POST', `/handovers/${id}/sign-off`, {
    body: {},
  });
  expect(refusal.status).toBe(409);
  expect(refusal.blocking).toEqual(
    expect.arrayContaining(['needs_check', 'choose_route', 'first_date_fixed']),
  );
});

test('the clinician counts who would come, and the volunteer writes down what the group chose', async () => {
  await count(clinician, { yes: 5, maybe: 2, no: 3 });
  await clinician.page.getByText('5 people said yes. 4 are enough for a group.').waitFor();
  await openProgramme(volunteer, lantern);
  await choose(volunteer, 'A new group that meets in person');
  await clinician.page.getByText('A new group that meets in person. Written down').waitFor();
});

test('each side ticks what is theirs, and the group finds contact people and fixes its first date', async () => {
  await formGroup();
  await myTasks(volunteer);
  const contacts = 'Agree two contact people and a first host';
  await taskCard(volunteer, contacts).getByRole('button', { name: 'Done' }).click();
  const ticked = volunteer.page.getByRole('article', { name: contacts });
  await ticked.filter({ hasText: 'Done. Thank you.' }).waitFor();
  await tick(clinician, [
    'Ask each person what they need to take part',
    'Ask who is happy to share contact details',
    'Give everyone the help card',
  ]);
  await clinician.page.getByText('Everything needed is done.').waitFor();
});

/** On the programme's page, by the volunteer: a name, a rhythm, the first date, and who said yes to being rung. */
async function formGroup(): Promise<void> {
  const { page } = volunteer;
  await openProgramme(volunteer, lantern);
  const group = page.getByRole('region', { name: 'The group', exact: true });
  await group.getByLabel('Name of the group').fill('Monday group, Lamp');
  await group.getByRole('radio', { name: 'Every week' }).check();
  await group.getByLabel('Day of the first meeting').fill(addDays(today, DAYS_TO_GO + 21));
  await group.getByRole('button', { name: 'Form the group' }).click();
  await group.getByText(/^The group meets for the first time on /).waitFor();
  await group.getByLabel('First person').fill('Jo');
  await group.getByLabel('Second person').fill('Kim');
  await group.getByRole('button', { name: 'Write them down' }).click();
  await group.getByText('2 people of the group can be rung.').waitFor();
}

test('the clinician signs off, the volunteer takes it on, and both see it at once', async () => {
  expect(await seesPeople()).toBe(200);
  await clinician.page.getByRole('button', { name: 'Sign off the handover' }).click();
  await clinician.page.getByRole('button', { name: 'Yes, sign off' }).click();
  await clinician.page.getByText(/^Signed off on /).waitFor();
  expect(await seesPeople()).toBe(404);
  const { page } = volunteer;
  await page.getByRole('link', { name: 'followon' }).click();
  await page.getByRole('link', { name: `A handover waits to be taken on ${PROGRAMME}` }).click();
  await page.getByRole('button', { name: 'Take on the handover' }).click();
  await clinician.page.getByText(/^Taken on by the volunteer on /).waitFor();
  expect((await handover()).state).toBe('accepted');
});

test('nothing went wrong on either screen, and nothing left the machine', () => {
  expect(clinician.troubles).toEqual([]);
  expect(volunteer.troubles).toEqual([]);
});
