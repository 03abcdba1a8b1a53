import type { LinkView } from '@followon/shared/contract/links';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { aServer } from '../api/a-server.test-support.js';
import { LinkScreen } from '../link-screen.js';
import { Announcer } from '../ui/announcer.js';
import { LinkLanguageChoice } from './link-language-choice.js';

const NOW = '2026-11-24T10:00:00.000Z';
let token = 0;

beforeEach(() => {
  token += 1;
  window.history.replaceState(null, '', `/l#cymraeg-${token}`);
});
afterEach(cleanup);

const link = (told: Partial<LinkView> = {}): LinkView => ({
  ...{ action: 'answer-message', state: 'ready', fields: [], asks: [], notYet: [], happened: null },
  ...{ undoUntil: null, now: NOW, language: 'cy', choices: ['coming', 'not-this-time'] },
  subject: {
    ...{ title: '', key: 'meeting_reminder', why: null, about: null, dueOn: null, on: '2026-11-26' },
  },
  ...told,
});

type Answer = { readonly status?: number; readonly body: unknown };

function show(
  body: LinkView,
  { onAct = { body }, onOpen = { body } }: { onAct?: Answer; onOpen?: Answer } = {},
) {
  const server = aServer(({ path }) => (path.endsWith('/act') ? onAct : onOpen));
  render(
    <QueryClientProvider client={new QueryClient({ defaultOptions: { queries: { retry: false } } })}>
      <Announcer>
        <LinkLanguageChoice />
        <LinkScreen />
      </Announcer>
    </QueryClientProvider>,
  );
  return { ...server, user: userEvent.setup() };
}

test('what a message in Welsh asks is asked in Welsh, with its day, and said to be Welsh', async () => {
  show(link());
  const title = await screen.findByRole('heading', { name: 'Ydych chi’n dod?' });
  expect(title.closest('[lang]')?.getAttribute('lang')).toBe('cy');
  expect(screen.getByRole('button', { name: 'Rydw i’n dod' })).toBeTruthy();
  expect(
    screen.getByText('Mae’r grŵp yn cwrdd: Dydd Iau 26 Tachwedd. Mae’r ddau ateb yn iawn.'),
  ).toBeTruthy();
});

test('stopping is in Welsh as well, and what was said before says when', async () => {
  const subject = { ...link().subject, key: 'meeting-reminder' };
  show(link({ action: 'stop', choices: ['stop', 'stop-all', 'pause'], subject }));
  expect(await screen.findByText('Roedd y neges hon am: Dyddiadau cyfarfodydd.')).toBeTruthy();
  expect(screen.getByRole('button', { name: 'Stopio popeth' })).toBeTruthy();
  cleanup();
  window.history.replaceState(null, '', `/l#cymraeg-${token}-again`);
  show(link({ happened: { what: 'coming', at: '2026-11-24T15:30:00.000Z', count: null } }));
  expect(await screen.findByText(/Dydd Mawrth 24 Tachwedd am 3:30yh/)).toBeTruthy();
});

const task = (subject: Partial<LinkView['subject']>): Partial<LinkView> => ({
  ...{ action: 'tick-task', choices: ['done', 'later'] },
  subject: { ...link().subject, title: 'Ring them', key: null, dueOn: '2026-11-26', ...subject },
});

test('a task is in Welsh as well: what, why, by when, and its answers', async () => {
  show(link(task({ key: 'ptv_call_1' })));
  expect(
    await screen.findByRole('heading', { name: 'Ffonio’r bobl gyswllt am y cyfarfod cyntaf' }),
  ).toBeTruthy();
  expect(screen.getByText(/Galwad fer yn fuan wedyn/)).toBeTruthy();
  expect(screen.getByText('I’w wneud erbyn: Dydd Iau 26 Tachwedd (ymhen 2 ddiwrnod).')).toBeTruthy();
  expect(screen.getByRole('button', { name: 'Wedi’i wneud' })).toBeTruthy();
});

test('a task in the words of its site is whole in English', async () => {
  show(link(task({})));
  expect(await screen.findByRole('button', { name: 'Done' })).toBeTruthy();
});

test.each([
  { code: 'role-offer.withdrawn', status: 409, says: /Mae hyn ar ben/ },
  { code: 'something.new', status: 409, says: /Chafodd hyn mo’i gadw/ },
  { code: 'unexpected', status: 500, says: /Aeth rhywbeth o’i le ar ein hochr ni/ },
])('what cannot be done ($code) is said in Welsh', async ({ code, status, says }) => {
  const problem = { code, title: 'This question was taken back.', detail: 'Nothing more is needed.' };
  const { user } = show(link(), { onAct: { status, body: problem } });
  await user.click(await screen.findByRole('button', { name: 'Rydw i’n dod' }));
  const alert = await screen.findByRole('alert');
  expect(alert.textContent).toMatch(says);
  expect(alert.closest('[lang]')?.getAttribute('lang')).toBe('cy');
});

test('a page that cannot be loaded has a heading', async () => {
  show(link(), { onOpen: { status: 500, body: {} } });
  expect(await screen.findByRole('heading', { level: 1, name: 'Wnaeth hyn ddim llwytho.' })).toBeTruthy();
});

test('whoever says that they do not come reads who sees what', async () => {
  show(link({ happened: { what: 'not-this-time', at: NOW, count: null } }));
  expect(await screen.findByText(/gweld faint a ddywedodd hynny, byth pwy/)).toBeTruthy();
});

test('English is one tap away, and stays for the rest of the visit', async () => {
  const { user } = show(link());
  await screen.findByRole('heading', { name: 'Ydych chi’n dod?' });
  await user.click(screen.getByRole('button', { name: 'English' }));
  const title = await screen.findByRole('heading', { name: 'Are you coming?' });
  expect(title.closest('[lang]')?.getAttribute('lang')).toBe('en');
});
