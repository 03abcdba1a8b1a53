import { expect, test } from '@jest/globals';
import type { AlertDetail } from '@followon/shared/contract/alerts';
import { screen, waitFor, within } from '@testing-library/react';
import { aServer } from '../api/a-server.test-support.js';
import { aSession, onAPage } from '../ui/on-a-page.test-support.js';
import { AlertPage } from './alert-page.js';
import { aDetail, aLateHandover } from './an-alert.test-support.js';

const session = aSession({ actions: ['see-alerts', 'resolve-alert', 'see-programmes', 'see-documents'] });

function open(alert: AlertDetail, reader = session) {
  let now = alert;
  const { asked } = aServer(({ method, body }) => {
    if (method === 'POST') now = { ...now, myVerdict: (body as { verdict: 'useful' }).verdict };
    return { body: now };
  });
  const page = <AlertPage id={alert.id} clears={(_, instead) => `Enough: ${instead}`} />;
  const user = onAPage(page, reader);
  return { user, writes: () => asked.filter(({ method }) => method === 'POST') };
}

const part = async (name: string) => within(await screen.findByRole('region', { name }));
type Part = Awaited<ReturnType<typeof part>>;
const lines = (where: Part): (string | null)[] =>
  where.getAllByRole('listitem').map((line) => line.textContent);

test('what is so, since when, why, and what would clear it', async () => {
  open(aDetail());
  const title = 'An alert about Thursday group, Quay';
  expect(await screen.findByRole('heading', { level: 1, name: title })).toBeTruthy();
  expect(screen.getByText('Since Monday 23 November.')).toBeTruthy();
  const why = await part('Why we speak up');
  expect(why.getByText(/7 usually come; the last three meetings had 4, 5 and 3/)).toBeTruthy();
  expect(why.getByText(/^Enough: This clears by itself/)).toBeTruthy();
});

test.each([
  {
    ...({ cause: 'help-asked', key: 'help-asked', sinceOn: '2026-11-20' } as const),
    once: ['The group asked for a hand on 20 November.'],
  },
  {
    ...({ cause: 'conflict', key: 'conflict', sinceOn: '2026-11-20' } as const),
    once: ['The group told us of a falling-out. Nobody has been named.'],
  },
])('what a group told is said once: $cause', async ({ cause, key, sinceOn, once }) => {
  open(aDetail({ cause, reasons: [{ key, sinceOn, meetingIds: [] }] }));
  const why = await part('Why we speak up');
  expect(why.getAllByText(/group (asked|told us|said)/).map(({ textContent }) => textContent)).toEqual(once);
});

test('the way back runs from the register to the alert', async () => {
  open(aDetail());
  expect(lines(await part('How it came about'))).toEqual([
    'Register of Thursday 5 November: 4 came.',
    'Register of Thursday 12 November: 5 came.',
    'Register of Thursday 19 November: 3 came. Thursday 19 November at 7pm',
    'The group was starting to fade. Monday 23 November at 9am',
    'An alert was opened. Monday 23 November at 9am',
  ]);
});

test('a number that is not the reader’s to know is left out', async () => {
  open(aDetail({ turnout: null }));
  expect(lines(await part('How it came about'))[0]).toMatch(/^Register of Thursday 19 November\. /);
});

test('what has been tried says how many messages left, never to whom, and who hears next', async () => {
  open(aDetail());
  expect(lines(await part('What has been tried')).map((line) => line?.replace(/ Monday .*/, ''))).toEqual([
    'The alert was opened.',
    'The group was offered a hand. 2 messages left. One was not sent.',
    'The clinicians were told. One message left.',
  ]);
  const hears = await part('Who hears of it');
  expect(hears.getByText(/On Monday 30 November the administrators hear of it too/)).toBeTruthy();
});

test('nobody has been told by a message that still waits, and its hour is not told as past', async () => {
  const [opened] = aDetail().history;
  const waits = { what: 'told-clinicians', at: '2026-11-25T08:01:00.000Z', sent: 0, notSent: 0 } as const;
  open(aDetail({ history: [...(opened ? [opened] : []), { ...waits, waiting: 1, until: null }] }));
  const when = 'The clinicians will be told on Wednesday 25 November at 8:01am.';
  expect(lines(await part('What has been tried'))[1]?.trim()).toBe(when);
  const hears = await part('Who hears of it');
  expect(hears.getByText(/clinicians/).textContent).toContain(when);
  expect(screen.queryByText(/have been told|were told/)).toBeNull();
});

test.each([
  ['venue-lost', /lost/],
  ['conflict', /falling.out/],
] as const)('why of %s is said once', async (cause, words) => {
  open(aDetail({ cause, reasons: [{ key: cause, meetingIds: [] }] }));
  expect((await part('Why we speak up')).getAllByText(words)).toHaveLength(1);
});

test('each idea leads to where it can be done', async () => {
  open(aDetail());
  const ideas = await part('What you could do');
  const ways = ideas
    .getAllByRole('link')
    .map((link) => link.getAttribute('href')?.replace(/[\d-]{36}/, 'id'));
  expect(ways).toEqual(['/groups/id#people', '/sites/id/documents', '/groups/id#ways']);
});

test('an alert about a programme leads to the programme', async () => {
  open(aDetail({ ...aLateHandover(), nextSteps: ['look-at-tasks'], trace: [] }));
  expect((await screen.findByRole('link', { name: 'Open the programme' })).getAttribute('href')).toMatch(
    /^\/programmes\//,
  );
  expect(screen.queryByRole('region', { name: 'The meetings behind it' })).toBeNull();
  expect(screen.getByText('This clears when no task of the handover is late.')).toBeTruthy();
});

test('a withdrawn alert says so on top, and why; nothing is asked of anybody', async () => {
  open(
    aDetail({
      ...{ state: 'withdrawn', withdrawnBecause: 'register-corrected', mayAct: false, nextStage: null },
      closedAt: '2026-11-24T09:00:00.000Z',
    }),
  );
  const top = await screen.findByText('Withdrawn on Tuesday 24 November. The register was corrected.');
  expect(top.parentElement?.textContent).toContain('There is nothing to do.');
  expect(screen.queryByRole('region', { name: 'What you could do' })).toBeNull();
  expect(screen.queryByRole('button', { name: 'I have it in hand' })).toBeNull();
  expect(screen.getByText(/Nobody else will be told/)).toBeTruthy();
});

test('whether it was useful is one press, counted by rule', async () => {
  const { user, writes } = open(aDetail());
  const useful = await part('Was this alert useful?');
  expect(
    within(useful.getByRole('row', { name: /May be starting to fade/ })).getAllByRole('cell')[0]?.textContent,
  ).toBe('3');
  await user.click(useful.getByRole('button', { name: 'Not useful' }));
  await waitFor(() => expect(writes()[0]?.body).toEqual({ verdict: 'not-useful' }));
  expect(await useful.findByText(/^You said: Not useful\./)).toBeTruthy();
  expect(useful.getByRole('button', { name: 'Not useful' }).getAttribute('aria-pressed')).toBe('true');
});

test('whoever only looks on reads the counts and is asked nothing', async () => {
  open(aDetail({ mayAct: false }), aSession({ actions: ['see-alerts'] }));
  const useful = await part('Was this alert useful?');
  expect(useful.getByRole('table')).toBeTruthy();
  expect(screen.queryAllByRole('button')).toEqual([]);
});

test('somebody else’s alert looks like none', async () => {
  aServer(() => ({ status: 404 }));
  onAPage(<AlertPage id="x" clears={() => null} />, session);
  expect(await screen.findByRole('heading', { name: 'There is nothing here for you to see' })).toBeTruthy();
});
