import { expect, test } from '@jest/globals';
import { screen, within } from '@testing-library/react';
import { aTask } from '../ui/a-task.test-support.js';
import { onAPage } from '../ui/on-a-page.test-support.js';
import { orderChecklist } from './checklist-order.js';
import { HandoverChecklist } from './checklist.js';
import { aTaskServer } from './a-task-server.test-support.js';

const others = { mine: false } as const;
const tasks = [
  aTask({ ...others, id: 'later', key: 'venue_option', dueOn: '2026-11-30' }),
  aTask({ id: 'mine', dueOn: '2026-12-04' }),
  aTask({ id: 'then', key: 'support_plan', dueOn: '2026-12-05' }),
  aTask({ ...others, id: 'late', key: 'needs_check', state: 'overdue', dueOn: '2026-11-20' }),
];
const ids = (list: readonly { readonly id: string }[]) => list.map(({ id }) => id);

test('what is late and what is the reader’s next come before the rest', () => {
  const { first, left } = orderChecklist(tasks, new Map());
  expect([ids(first), ids(left)]).toEqual([
    ['late', 'mine'],
    ['later', 'then'],
  ]);
});

test('what was ticked stays where it stood, and the next one joins it', () => {
  const done = tasks.map((task) => (task.id === 'mine' ? { ...task, state: 'done' as const } : task));
  const { first, left } = orderChecklist(done, new Map([['mine', 'first']]));
  expect([ids(first), ids(left)]).toEqual([['late', 'mine', 'then'], ['later']]);
});

test('nothing is called late or next for whoever may only read', () => {
  const read = tasks.map((task) => ({ ...task, mayChange: false, mine: false }));
  expect(orderChecklist(read, new Map()).first).toEqual([]);
});

test('the checklist begins with what needs its reader', async () => {
  const { kept } = aTaskServer(tasks, ({ method }) =>
    method === 'GET' ? { body: { tasks: [...kept.values()], blocking: [] } } : undefined,
  );
  const user = onAPage(<HandoverChecklist id="h" />);
  const first = await screen.findByRole('list', { name: 'What needs you first' });
  expect(within(first).getAllByRole('listitem')).toHaveLength(2);
  expect(within(screen.getByRole('list', { name: 'The rest' })).getAllByRole('listitem')).toHaveLength(2);
  await user.click(within(first).getByRole('button', { name: /^Done Visit/ }));
  expect(await within(first).findByRole('button', { name: /^Undo Visit/ })).toBeTruthy();
});
