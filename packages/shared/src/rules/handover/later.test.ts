import { expect, test } from '@jest/globals';
import { putOff } from './later.js';

const on = { today: '2026-04-14', days: 3 } as const;

test.each([
  { state: 'open', escalatedTo: null, answer: { until: '2026-04-17' } },
  { state: 'overdue', escalatedTo: null, answer: { until: '2026-04-17' } },
  { state: 'overdue', escalatedTo: 'lead', answer: { refused: 'escalated' } },
  { state: 'cannot', escalatedTo: null, answer: { refused: 'aside' } },
  { state: 'passed-on', escalatedTo: null, answer: { refused: 'aside' } },
  { state: 'done', escalatedTo: null, answer: { refused: 'settled' } },
  { state: 'not-applicable', escalatedTo: null, answer: { refused: 'settled' } },
] as const)('a task that is $state and known to $escalatedTo: $answer', ({ state, escalatedTo, answer }) => {
  expect(putOff({ state, escalatedTo }, on)).toEqual(answer);
});
