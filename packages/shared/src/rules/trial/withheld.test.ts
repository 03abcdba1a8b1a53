import { expect, test } from '@jest/globals';
import { trialColumns, underTrial } from './withheld.js';

const send = { send: true, dueAt: new Date('2026-03-02T09:00:00Z') } as const;
const paused = { suppress: 'paused' } as const;
const trialId = '0b9c1f52-0000-4000-8000-000000000001';
const withheld = { trialId, arm: 'withheld' } as const;
const sent = { trialId, arm: 'sent' } as const;

test.each([
  { decision: send, says: undefined, becomes: send },
  { decision: send, says: sent, becomes: send },
  { decision: send, says: withheld, becomes: { suppress: 'withheld' } },
  { decision: send, says: 'retired', becomes: { suppress: 'retired' } },
  { decision: paused, says: withheld, becomes: paused },
  { decision: paused, says: 'retired', becomes: paused },
] as const)('$decision under $says becomes $becomes', ({ decision, says, becomes }) => {
  expect(underTrial<typeof send, 'paused'>(decision, says)).toEqual(becomes);
});

test('a message remembers its arm, and none where no trial ran', () => {
  expect(trialColumns(sent)).toEqual({ arm: 'sent', trial_id: trialId });
  expect(trialColumns('retired')).toEqual({ arm: null, trial_id: null });
  expect(trialColumns(undefined)).toEqual({ arm: null, trial_id: null });
});
