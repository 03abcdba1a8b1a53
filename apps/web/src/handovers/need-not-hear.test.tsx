import { expect, test } from '@jest/globals';
import { screen } from '@testing-library/react';
import { aTask } from '../ui/a-task.test-support.js';
import { aSession, onAPage } from '../ui/on-a-page.test-support.js';
import { aTaskServer } from './a-task-server.test-support.js';
import { MyTasksPage } from './my-tasks-page.js';

const late = aTask({
  ...{ state: 'overdue', dueOn: '2026-11-20' },
  stage: { stage: 'site-admin', at: '2026-11-27T08:00:00.000Z' },
});
const lead = aSession({ actions: ['see-handovers', 'skip-stage'] });
const start = () => screen.findByRole('button', { name: 'They need not hear' });

test('a lead says in two steps, and with a reason, that nobody need hear of a late task', async () => {
  const { writes } = aTaskServer([late], ({ path }) =>
    path.endsWith('/skip') ? { body: { ...late, stage: null } } : undefined,
  );
  const user = onAPage(<MyTasksPage />, lead);
  await user.click(await start());
  expect(screen.getByText('Then we will not tell the site’s administrator. Why not?')).toBeTruthy();
  expect(writes()).toEqual([]);
  await user.click(screen.getByRole('button', { name: 'We agreed a later day' }));
  expect(await screen.findByText('Noted. They will not hear of it.')).toBeTruthy();
  expect(writes()).toEqual([
    ['POST', '/api/handover-tasks/visit/stages/site-admin/skip', { reason: 'later-day-agreed' }],
  ]);
});

test('going back leaves out nobody', async () => {
  const { writes } = aTaskServer([late]);
  const user = onAPage(<MyTasksPage />, lead);
  await user.click(await start());
  await user.click(screen.getByRole('button', { name: 'Go back' }));
  expect(await start()).toBeTruthy();
  expect(writes()).toEqual([]);
});

test.each([
  { who: 'whoever leads no volunteers', session: aSession(), task: late },
  { who: 'a lead while nobody else would hear', session: lead, task: { ...late, stage: null } },
])('$who is not offered it', async ({ session, task }) => {
  aTaskServer([task]);
  onAPage(<MyTasksPage />, session);
  await screen.findByRole('article');
  expect(screen.queryByRole('button', { name: 'They need not hear' })).toBeNull();
});
