import type { HandoverTaskView } from '@followon/shared/contract/handovers';
import { describe, expect, test } from '@jest/globals';
import { act, screen, waitFor, within } from '@testing-library/react';
import { aTask } from '../ui/a-task.test-support.js';
import { onAPage } from '../ui/on-a-page.test-support.js';
import { aTaskServer } from './a-task-server.test-support.js';
import { MyTasksPage } from './my-tasks-page.js';

const soon = { dueOn: '2026-11-27' } as const;
const VISIT = 'Visit a session and tell your story';
const card = (name = VISIT) => screen.findByRole('article', { name });

describe('my tasks', () => {
  test('are one thing first, then soon, later, with others and lately done', async () => {
    aTaskServer([
      aTask({ ...soon, id: 'first' }),
      aTask({ id: 'then', key: 'venue_option', dueOn: '2026-12-01' }),
      aTask({ id: 'far', key: 'review_90', dueOn: '2027-02-01' }),
      aTask({ id: 'off', key: 'roles_agreed', dueOn: '2026-11-28', laterUntil: '2026-12-01' }),
      aTask({
        ...{ id: 'waits', key: 'ptv_call_1', dueOn: '2026-12-02' },
        after: [{ key: 'first_meeting', title: 'Hold the first meeting', ownerRole: 'contact' }],
      }),
      aTask({ id: 'aside', key: 'choose_route', state: 'cannot', reason: 'not-now' }),
      aTask({ id: 'done', key: 'support_plan', state: 'done', doneAt: '2026-11-22T10:00:00.000Z' }),
    ]);
    onAPage(<MyTasksPage />);
    expect(await screen.findByRole('heading', { level: 1, name: 'Two things to do' })).toBeTruthy();
    const cards = screen.getAllByRole('article').map((one) => one.getAttribute('aria-label'));
    expect(cards[0]).toBe(VISIT);
    expect(screen.getByText('2 more, for later')).toBeTruthy();
    expect(screen.getByText('2 that wait for somebody else')).toBeTruthy();
    expect(screen.getByText('Before this: Hold the first meeting.')).toBeTruthy();
    expect(screen.getByText('You put it off until Tuesday 1 December.')).toBeTruthy();
    expect(screen.getByText('One thing done lately')).toBeTruthy();
  });

  test('of a group lead to the group', async () => {
    aTaskServer([aTask({ ...soon, programmeId: null, groupId: 'quay', programmeName: 'Thursday group' })]);
    onAPage(<MyTasksPage />);
    const link = await screen.findByRole('link', { name: 'Thursday group' });
    expect(link.getAttribute('href')).toBe('/groups/quay');
  });

  test('keep late tasks of other people apart, say whose they are, and do not count them as theirs', async () => {
    const sams = { mine: false, state: 'overdue', assignee: { accountId: 's', displayName: 'Sam' } } as const;
    aTaskServer([aTask(soon), aTask({ ...sams, id: 'sams', key: 'venue_option', dueOn: '2026-11-20' })]);
    onAPage(<MyTasksPage />);
    expect(await screen.findByRole('heading', { level: 1, name: 'One thing to do' })).toBeTruthy();
    expect(screen.getAllByRole('article')[0]?.getAttribute('aria-label')).toBe(VISIT);
    expect(screen.getByText('One late task of somebody else. You can help.')).toBeTruthy();
    expect(screen.getByText(/With Sam\./)).toBeTruthy();
  });

  test('of a lead tell what somebody could not do, and how to give it back', async () => {
    const aside = { state: 'passed-on', reason: 'no-time', passedTo: 'lead', mine: false } as const;
    const { writes } = aTaskServer([aTask({ ...soon, ...aside })]);
    const user = onAPage(<MyTasksPage />);
    expect(await within(await card()).findByText('This needs someone. No time')).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Give it back' }));
    expect(writes()).toEqual([['PATCH', '/api/handover-tasks/visit', { state: 'open' }]]);
  });
});

describe('a card', () => {
  test('is put off until tomorrow with two taps, and taken back where it stood', async () => {
    const { writes } = aTaskServer([aTask(soon)]);
    const user = onAPage(<MyTasksPage />);
    await user.click(within(await card()).getByRole('button', { name: 'Later' }));
    await user.click(screen.getByRole('button', { name: 'Tomorrow' }));
    expect(await within(await card()).findByText('Put off until Wednesday 25 November.')).toBeTruthy();
    await user.click(within(await card()).getByRole('button', { name: 'Undo' }));
    expect(await within(await card()).findByRole('button', { name: 'Done' })).toBeTruthy();
    expect(writes()).toEqual([
      ['POST', '/api/handover-tasks/visit/later', { days: 1 }],
      ['PATCH', '/api/handover-tasks/visit', { state: 'open' }],
    ]);
  });

  test('that went to whoever stands in says to whom, also after a reload', async () => {
    const assignee = { accountId: 'jo', displayName: 'Jo' };
    const passed = { passedTo: 'deputy', mayChange: false, mine: false, assignee } as const;
    aTaskServer([aTask({ ...soon, ...passed, undoUntil: '2026-11-24T09:20:00.000Z' })]);
    onAPage(<MyTasksPage />);
    expect(await within(await card()).findByText('Passed on to Jo.')).toBeTruthy();
    expect(within(await card()).getByRole('button', { name: 'Undo' })).toBeTruthy();
  });

  test('that somebody else ticked says who and when, and one button goes on', async () => {
    const changed = { state: 'done', at: '2026-11-24T09:11:00.000Z', by: 'lead', version: 2 };
    const { kept } = aTaskServer([aTask(soon)], ({ method }) => {
      if (method !== 'PATCH') return undefined;
      kept.set('visit', aTask({ ...soon, state: 'done', doneAt: changed.at, version: 2 }));
      return { status: 412, body: { title: 'Changed', changed } };
    });
    const user = onAPage(<MyTasksPage />);
    await user.click(within(await card()).getByRole('button', { name: 'Done' }));
    expect((await screen.findByRole('alert')).textContent).toBe(
      'The volunteer lead ticked this a minute ago.',
    );
    await user.click(screen.getByRole('button', { name: 'Show me how it is now' }));
    expect(await screen.findByText('One thing done lately')).toBeTruthy();
    expect(screen.queryByRole('article')).toBeNull();
  });
});

const asking: Partial<HandoverTaskView> = {
  ...soon,
  asks: [
    { kind: 'day' },
    { kind: 'choice', key: 'visit', options: ['visited', 'missed-with-substitute'] },
    { kind: 'yes-no', key: 'toilet' },
  ],
};

describe('the questions of a done task', () => {
  test('come one at a time after the tick, and each may be let be', async () => {
    const { writes } = aTaskServer([aTask(asking)]);
    const user = onAPage(<MyTasksPage />);
    await user.click(within(await card()).getByRole('button', { name: 'Done' }));
    const day = await screen.findByRole('group', { name: 'Which day was it?' });
    expect(within(day).getByText('Question 1 of 3')).toBeTruthy();
    await user.click(within(day).getByRole('button', { name: 'Yesterday' }));
    const visit = await screen.findByRole('group', { name: 'How was the visit?' });
    await user.click(within(visit).getByRole('button', { name: 'Not now' }));
    const toilet = await screen.findByRole('group', { name: 'Is there a toilet that everybody can use?' });
    await user.click(within(toilet).getByRole('button', { name: 'Yes' }));
    expect(await screen.findByText('Thank you. That is all.')).toBeTruthy();
    expect(writes()).toEqual([
      ['PATCH', '/api/handover-tasks/visit', { state: 'done' }],
      ['PUT', '/api/handover-tasks/visit/draft', { on: '2026-11-23' }],
      ['PUT', '/api/handover-tasks/visit/draft', { answers: { toilet: true } }],
    ]);
  });

  test('end with one tap when that is enough', async () => {
    const { writes } = aTaskServer([aTask(asking)]);
    const user = onAPage(<MyTasksPage />);
    await user.click(within(await card()).getByRole('button', { name: 'Done' }));
    await user.click(await screen.findByRole('button', { name: 'That is enough' }));
    expect(screen.queryByRole('button', { name: 'Not now' })).toBeNull();
    expect(writes()).toHaveLength(1);
  });
});

test('an answer that it is not so yet takes the tick back, says so kindly, and is asked again with the next tick', async () => {
  const asks: HandoverTaskView['asks'] = [{ kind: 'yes-no', key: 'all-asked', needs: true }];
  const consent = aTask({ ...soon, key: 'consent_contacts', asks, unanswered: ['all-asked'] });
  const { kept } = aTaskServer([consent], ({ path }) => {
    if (!path.endsWith('/draft')) return undefined;
    const draft = { answers: { 'all-asked': false } };
    const body = aTask({ ...consent, draft, unanswered: [], notYet: ['all-asked'], version: 3 });
    kept.set('visit', body);
    return { body };
  });
  const user = onAPage(<MyTasksPage />);
  const name = 'Ask who is happy to share contact details';
  await user.click(within(await card(name)).getByRole('button', { name: 'Done' }));
  const question = await screen.findByRole('group', { name: 'Was everybody asked?' });
  await user.click(within(question).getByRole('button', { name: 'No' }));
  const note = await within(await card(name)).findByText(/^Not yet, and that is fine/);
  expect(note.textContent).toBe(
    'Not yet, and that is fine. Your answer is kept. Tick this when everybody has been asked.',
  );
  await user.click(within(await card(name)).getByRole('button', { name: 'Done' }));
  expect(await screen.findByRole('group', { name: 'Was everybody asked?' })).toBeTruthy();
});

describe('without a connection', () => {
  test('a tick is kept on the device and sent when the server is there again, once', async () => {
    let away = true;
    const { asked } = aTaskServer([aTask(soon)], ({ method }) =>
      away && method !== 'GET' ? 'no answer' : undefined,
    );
    const user = onAPage(<MyTasksPage />);
    await user.click(within(await card()).getByRole('button', { name: 'Done' }));
    expect(await within(await card()).findByText(/^Not sent yet/)).toBeTruthy();
    expect(localStorage.getItem('followon.kept-acts.me')).toContain('"done"');

    away = false;
    await act(async () => void window.dispatchEvent(new Event('online')));
    expect(await within(await card()).findByText('Done. Thank you.')).toBeTruthy();
    const keys = asked
      .filter(({ method }) => method === 'PATCH')
      .map(({ headers }) => headers['idempotency-key']);
    expect(keys).toHaveLength(2);
    expect(new Set(keys).size).toBe(1);
    expect(localStorage.getItem('followon.kept-acts.me')).toBeNull();
  });

  test('what has not left the device is taken back without the server', async () => {
    const { asked } = aTaskServer([aTask(soon)], ({ method }) =>
      method === 'GET' ? undefined : 'no answer',
    );
    const user = onAPage(<MyTasksPage />);
    await user.click(within(await card()).getByRole('button', { name: 'Done' }));
    await user.click(await screen.findByRole('button', { name: 'Undo' }));
    expect(await within(await card()).findByRole('button', { name: 'Done' })).toBeTruthy();
    await waitFor(() => expect(localStorage.getItem('followon.kept-acts.me')).toBeNull());
    expect(asked.filter(({ method }) => method === 'PATCH')).toHaveLength(1);
  });
});
