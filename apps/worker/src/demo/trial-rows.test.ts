import { expect, test } from '@jest/globals';
import { trialRows } from './trial-rows.js';

const now = new Date('2026-06-14T09:30:00Z');

test('the demo has a message that helps and one for which it is too early to say', () => {
  const { rows, dues } = trialRows(now);
  const states = rows.nudge_trial?.map(({ key, state }) => `${String(key)} ${String(state)}`);
  expect(states).toEqual(['register_missing helps', 'hand_round_roles running']);
  expect(dues.map(({ rule }) => rule)).toEqual(['trial-measure']);
  expect(dues.every(({ dueAt }) => dueAt > now)).toBe(true);
});

test('nothing of it lies in the future, and every occasion is of a group', () => {
  const units = trialRows(now).rows.nudge_trial_unit ?? [];
  expect(units.length).toBeGreaterThan(60);
  for (const unit of units) {
    expect((unit['measured_at'] as Date) < now).toBe(true);
    expect(unit['group_id']).toEqual(expect.any(String));
  }
});
