import type { GroupReportView } from '@followon/shared/contract/health';
import { expect, test } from '@jest/globals';
import { screen, waitFor } from '@testing-library/react';
import { aServer } from '../api/a-server.test-support.js';
import { NOW, onAPage } from '../ui/on-a-page.test-support.js';
import { aGroup, anOwnGroup } from './a-group.test-support.js';
import { TellUs } from './tell-us.js';

const report = (told: Partial<GroupReportView> = {}): GroupReportView => ({
  id: 'r1',
  kind: 'help-asked',
  on: '2026-11-14',
  until: null,
  ...told,
});

/** A server that keeps what it is told. */
function keeping(...kept: GroupReportView[]) {
  return aServer(({ method, path, body }) => {
    if (method === 'GET') return { body: { items: kept, nextCursor: null } };
    if (method === 'PATCH') return { body: anOwnGroup({ welcomesNew: true }) };
    const settled = /reports\/(.+)\/settle$/.exec(path)?.[1];
    const said = settled
      ? report({ ...kept.find(({ id }) => id === settled), until: '2026-11-24' })
      : report({ id: `r${kept.length + 1}`, kind: (body as GroupReportView).kind, on: '2026-11-24' });
    kept = [said, ...kept.filter(({ id }) => id !== said.id)];
    return { body: said };
  });
}

test('one tap asks for a hand, is thanked where it stood, and can be taken back', async () => {
  const { asked } = keeping();
  const user = onAPage(<TellUs group={anOwnGroup()} now={NOW} />);
  await user.click(await screen.findByRole('button', { name: 'We would like a hand' }));
  expect(asked.find(({ method }) => method === 'POST')).toMatchObject({
    path: '/api/groups/quay/reports',
    body: { kind: 'help-asked' },
  });
  const undo = await screen.findByRole('button', { name: 'Undo' });
  expect(screen.getAllByText('Thank you for asking. Somebody will be in touch.').length).toBeGreaterThan(0);
  await waitFor(() => expect(undo.closest('.fo-here')).toBe(document.activeElement));

  await user.click(undo);
  expect(await screen.findByRole('button', { name: 'We would like a hand' })).toBeTruthy();
  expect(asked.filter(({ method }) => method === 'POST').at(-1)?.path).toBe(
    '/api/groups/quay/reports/r1/settle',
  );
});

test('what was said stands as a sentence, and is settled in one tap', async () => {
  const { asked } = keeping(report({ kind: 'venue-lost' }));
  const user = onAPage(<TellUs group={anOwnGroup()} now={NOW} />);
  expect(
    await screen.findByText('On Saturday 14 November the group said that it had lost its meeting place.'),
  ).toBeTruthy();
  expect(screen.queryByRole('button', { name: 'We lost our meeting place' })).toBeNull();
  await user.click(screen.getByRole('button', { name: 'This is sorted now: We lost our meeting place' }));
  expect(asked.find(({ method }) => method === 'POST')?.path).toBe('/api/groups/quay/reports/r1/settle');
  expect((await screen.findAllByText('Good to hear. It is marked as sorted.')).length).toBeGreaterThan(0);
  expect(await screen.findByRole('button', { name: 'Undo' })).toBeTruthy();
});

test('whether new people are welcome is a switch of the contact people', async () => {
  const { asked } = keeping();
  const user = onAPage(<TellUs group={anOwnGroup()} now={NOW} />);
  await user.click(await screen.findByRole('checkbox', { name: 'New people are welcome in this group' }));
  const patch = asked.find(({ method }) => method === 'PATCH');
  expect(patch).toMatchObject({ path: '/api/groups/quay', body: { welcomesNew: true } });
  expect(patch?.headers['if-match']).toBe('"3"');
  expect(await screen.findByText('Noted. New people are welcome.')).toBeTruthy();
});

test('others read what the group told us, and have nothing to press', async () => {
  keeping(
    report({ id: 'a', kind: 'conflict', until: '2026-11-20' }),
    report({ id: 'b', kind: 'venue-lost', until: '2026-11-14' }),
  );
  onAPage(<TellUs group={aGroup()} now={NOW} />);
  expect(
    await screen.findByText(
      'On Saturday 14 November the group said that there had been a falling out. Sorted on Friday 20 November.',
    ),
  ).toBeTruthy();
  expect(screen.queryByText(/meeting place/)).toBeNull(); // taken back within the day
  expect(screen.queryByRole('button')).toBeNull();
});

test('where nothing was told there is nothing to read', async () => {
  keeping();
  onAPage(
    <>
      <TellUs group={aGroup()} now={NOW} />
      <p>The rest of the page</p>
    </>,
  );
  await screen.findByText('The rest of the page');
  expect(screen.queryByRole('heading')).toBeNull();
});

test('the place to tell us is there before it is known what was told', async () => {
  globalThis.fetch = () => new Promise(() => undefined);
  onAPage(<TellUs group={anOwnGroup()} now={NOW} />);
  const title = await screen.findByRole('heading', { name: 'Tell us how it is going' });
  expect(title.closest('#tell')).toBeTruthy();
  expect(screen.queryByRole('button', { name: 'We would like a hand' })).toBeNull();
});

const KNOWN_ALREADY = {
  status: 409,
  body: {
    code: 'report.already-told',
    title: 'We know this already.',
    detail: 'Somebody told us already.',
  },
};

test('a group can speak when what it said before cannot be had, and saying it twice is told kindly', async () => {
  aServer(({ method }) => (method === 'GET' ? { status: 500 } : KNOWN_ALREADY));
  const user = onAPage(<TellUs group={anOwnGroup()} now={NOW} />);
  expect(await screen.findByRole('button', { name: 'Try again' })).toBeTruthy();
  for (const name of [
    'We lost our meeting place',
    'There was a falling out',
    'One person does most of the work',
  ])
    expect(screen.getByRole('button', { name })).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'We would like a hand' }));
  expect(await screen.findByText('Somebody told us already.')).toBeTruthy();
});

test('others are told when what the group told us cannot be had', async () => {
  aServer(() => ({ status: 500 }));
  onAPage(<TellUs group={aGroup()} now={NOW} />);
  expect(await screen.findByRole('button', { name: 'Try again' })).toBeTruthy();
});
