import { expect, test } from '@jest/globals';
import type { ProgrammeView } from '@followon/shared/contract/programmes';
import { screen, waitFor, within } from '@testing-library/react';
import { aServer } from '../api/a-server.test-support.js';
import { aSession, NOW, onAPage } from '../ui/on-a-page.test-support.js';
import { ProgrammePage } from './programme-page.js';
import { ProgrammesPage } from './programmes-page.js';

const aProgramme = (told: Partial<ProgrammeView> = {}): ProgrammeView => ({
  id: 'p1',
  siteId: 'avonside',
  siteName: 'Avonside',
  name: 'Spring programme',
  type: 'PMP',
  mode: 'in-person',
  firstSessionOn: null,
  lastSessionOn: '2026-12-10',
  finishedOn: null,
  state: 'finishing',
  handover: null,
  may: { write: true, finish: true, namePtv: false },
  version: 4,
  ...told,
});

const theProgramme = (programme: ProgrammeView, refusal?: object) => {
  let stored = programme;
  return aServer(({ method, body }) => {
    if (method === 'GET') return { body: stored };
    if (refusal) return { status: 409, body: refusal };
    stored = { ...stored, ...(body as object), version: 5 };
    return { body: stored };
  });
};
const shown = () => onAPage(<ProgrammePage id="p1">{() => null}</ProgrammePage>);

test('the last session is moved on the page of its programme, and the page says what goes with it', async () => {
  const server = theProgramme(aProgramme());
  const user = shown();
  await user.click(await screen.findByRole('button', { name: 'Move the last session' }));
  const form = screen.getByRole('group', { name: 'Move the last session' });
  expect(document.activeElement).toBe(form);
  within(form).getByText(/Tasks that are not done yet move with it/);
  await user.type(within(form).getByLabelText('New day of the last session'), '2026-12-17');
  await user.click(within(form).getByRole('button', { name: 'Move it' }));
  const said = await screen.findByText(/^Moved. The last session is now on Thursday 17 December/, {
    selector: 'p',
  });
  expect(said.closest('[tabindex="-1"]')).toBe(document.activeElement);
  const [sent] = server.asked.filter(({ method }) => method === 'PATCH');
  expect(sent).toMatchObject({ path: '/api/programmes/p1', body: { lastSessionOn: '2026-12-17' } });
  expect(sent?.headers['if-match']).toBe('"4"');
});

test('a move that cannot be says why and what to do, and another day takes the words away', async () => {
  theProgramme(aProgramme(), {
    title: 'The group has met for the first time.',
    detail: 'Correct its register first.',
  });
  const user = shown();
  await user.click(await screen.findByRole('button', { name: 'Move the last session' }));
  const day = screen.getByLabelText('New day of the last session');
  await user.type(day, '2026-12-17');
  await user.click(screen.getByRole('button', { name: 'Move it' }));
  expect((await screen.findByRole('alert')).textContent).toBe(
    'The group has met for the first time. Correct its register first.',
  );
  await user.clear(day);
  await user.type(day, '2026-12-18');
  expect(screen.queryByRole('alert')).toBeNull();
});

test('a last session that did not take place is moved from the question', async () => {
  theProgramme(aProgramme({ lastSessionOn: '2026-11-19' }));
  const user = shown();
  await screen.findByRole('button', { name: 'Yes, it has finished' });
  await user.click(screen.getByRole('button', { name: 'No, it was moved' }));
  screen.getByLabelText('New day of the last session');
});

test.each<[string, Partial<ProgrammeView>]>([
  ['somebody who may not write', { may: { write: false, finish: false, namePtv: false } }],
  ['a programme that has finished', { finishedOn: '2026-11-19', state: 'finished' }],
  [
    'a handover that is signed off',
    { handover: { id: 'h', state: 'signed-off', done: 1, total: 1, late: 0, groupId: null } },
  ],
])('nothing is moved for %s', async (_whose, told) => {
  theProgramme(aProgramme(told));
  shown();
  await screen.findByRole('heading', { level: 1 });
  expect(screen.queryByRole('button', { name: 'Move the last session' })).toBeNull();
});

test('a programme that is over by its date stands apart, with the question whether it took place', async () => {
  const over = aProgramme({ id: 'p2', name: 'Autumn programme', lastSessionOn: '2026-11-19' });
  aServer(() => ({ body: { items: [aProgramme(), over], nextCursor: null } }));
  onAPage(<ProgrammesPage filters={{}} />, aSession({ now: NOW, actions: [] }));
  const ended = await screen.findByRole('region', { name: 'Ended: did they take place?' });
  within(ended).getByText(/Ended 5 days ago/);
  within(ended).getByRole('link', { name: 'Did it take place? Autumn programme' });
  const soon = screen.getByRole('region', { name: 'Finishing in the next four weeks' });
  await waitFor(() => expect(within(soon).queryByText('Autumn programme')).toBeNull());
});

test('once it took place the focus goes to the name of the programme', async () => {
  theProgramme(aProgramme({ lastSessionOn: '2026-11-19' }));
  const user = shown();
  await user.click(await screen.findByRole('button', { name: 'Yes, it has finished' }));
  await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('heading', { level: 1 })));
});
