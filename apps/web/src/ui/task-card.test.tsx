import type { HandoverTaskView, TaskPatch } from '@followon/shared/contract/handovers';
import { expect, test } from '@jest/globals';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { aTask } from './a-task.test-support.js';
import { TaskCard } from './task-card.js';

const NOW = '2026-11-24T09:00:00.000Z';
function show(told: Partial<HandoverTaskView> = {}) {
  const acts: TaskPatch[] = [];
  render(<TaskCard task={aTask(told)} now={NOW} busy={false} onAct={(patch) => acts.push(patch)} />);
  return { acts, user: userEvent.setup() };
}

test('a task says what, why and by when', () => {
  show();
  expect(screen.getByRole('heading', { name: 'Visit a session and tell your story' })).toBeTruthy();
  expect(screen.getByText('By Friday 4 December, in 10 days.')).toBeTruthy();
});

test.each([
  { because: 'the list words it in its own way', told: { ownWords: true } },
  { because: 'it is not one of the shipped tasks', told: { key: 'site_tea' } },
])('a task is shown in the words of the server when $because', ({ told }) => {
  show({ title: 'Bring the tea', why: 'Tea helps.', ...told });
  expect(screen.getByRole('heading', { name: 'Bring the tea' })).toBeTruthy();
  expect(screen.getByText('Tea helps.')).toBeTruthy();
});

test('one tap says it is done', async () => {
  const { acts, user } = show();
  await user.click(screen.getByRole('button', { name: 'Done' }));
  expect(acts).toEqual([{ state: 'done' }]);
});

test('passing it on asks for the nearest reason, never for typing', async () => {
  const { acts, user } = show();
  await user.click(screen.getByRole('button', { name: 'Pass it on' }));
  await user.click(screen.getByRole('button', { name: 'I would rather not say' }));
  expect(acts).toEqual([{ state: 'passed-on', reason: 'prefer-not-to-say' }]);
  expect(screen.queryByRole('textbox')).toBeNull();
});

test('a done task stays where it stood, with an undo', async () => {
  const { acts, user } = show({ state: 'done' });
  expect(screen.getByText('Done. Thank you.')).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Undo' }));
  expect(acts).toEqual([{ state: 'open' }]);
  expect(document.activeElement).toBe(screen.getByRole('article'));
});

test('a late task is told kindly', () => {
  show({ state: 'overdue', dueOn: '2026-11-20' });
  expect(screen.getByText('This was for Friday 20 November, 4 days ago. It still helps.')).toBeTruthy();
});

test("a site's own task keeps the site's own words", () => {
  show({ key: 'bring_biscuits', title: 'Bring biscuits' });
  expect(screen.getByRole('heading', { name: 'Bring biscuits' })).toBeTruthy();
});
