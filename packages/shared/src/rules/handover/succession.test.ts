import { describe, expect, test } from '@jest/globals';
import { nextSuccessionStep } from './succession.js';
import type { SuccessionFacts } from './succession.js';

const facts: SuccessionFacts = {
  groupState: 'meeting',
  contacts: 0,
  hadOne: true,
  others: 1,
  hasLead: true,
  open: undefined,
  today: '2026-04-14',
};
const next = (over: Partial<SuccessionFacts>) => nextSuccessionStep({ ...facts, ...over });
const open = { stage: 'group', actBy: '2026-04-20' } as const;

describe('a group without a contact person', () => {
  test.each(['forming', 'meeting', 'unknown', 'resting'] as const)(
    'that is %s looks for one',
    (groupState) => {
      expect(next({ groupState })).toEqual({ do: 'open', stage: 'group', actBy: '2026-04-28' });
    },
  );

  test('goes to the lead at once where nobody is left to ask around', () => {
    expect(next({ others: 0 })).toEqual({ do: 'open', stage: 'lead', actBy: '2026-04-21' });
  });

  test('goes to the administrator where the site has no volunteer lead, with no week spent on nobody', () => {
    expect(next({ others: 0, hasLead: false })).toEqual({
      ...{ do: 'open', stage: 'site-admin', actBy: '2026-04-28' },
    });
    const late = { stage: 'group', actBy: '2026-04-13' } as const;
    expect(next({ open: late, hasLead: false })).toMatchObject({ do: 'escalate', to: 'site-admin' });
  });

  test('has its two weeks when it is only just beginning', () => {
    expect(next({ others: 0, hadOne: false })).toMatchObject({ stage: 'group', actBy: '2026-04-28' });
  });

  test.each(['merged', 'closed-well', 'closed'] as const)('that is %s needs none', (groupState) => {
    expect(next({ groupState })).toEqual({ do: 'nothing' });
    expect(next({ groupState, open })).toEqual({ do: 'close', how: 'group-ended' });
  });
});

test('a contact person who said yes ends the search, also during a break', () => {
  expect(next({ contacts: 1 })).toEqual({ do: 'nothing' });
  expect(next({ contacts: 1, open })).toEqual({ do: 'close', how: 'filled' });
  expect(next({ contacts: 2, open, groupState: 'resting' })).toEqual({ do: 'close', how: 'filled' });
});

describe('the clock', () => {
  const overBy = (stage: 'group' | 'lead' | 'site-admin') => ({ open: { stage, actBy: '2026-04-13' } });

  test('leaves the whole last day', () => {
    expect(next({ open: { stage: 'group', actBy: '2026-04-14' } })).toEqual({ do: 'nothing' });
  });

  test.each([
    { stage: 'group', step: { do: 'escalate', to: 'lead', actBy: '2026-04-21' } },
    { stage: 'lead', step: { do: 'escalate', to: 'site-admin', actBy: '2026-04-28' } },
    { stage: 'site-admin', step: { do: 'remind', actBy: '2026-04-28' } },
  ] as const)('of the $stage is followed by the next: $step.do', ({ stage, step }) => {
    expect(next(overBy(stage))).toEqual(step);
  });

  test('stands still during a break, and the same stage has its whole time again', () => {
    expect(next({ ...overBy('lead'), groupState: 'resting' })).toEqual({ do: 'nothing' });
    expect(next({ ...overBy('lead'), resumedOn: '2026-04-14' })).toEqual({
      do: 'go-on',
      actBy: '2026-04-21',
    });
  });

  test('is not set back by an old return that is heard again', () => {
    const later = { stage: 'lead', actBy: '2026-04-30' } as const;
    expect(next({ open: later, resumedOn: '2026-04-14' })).toEqual({ do: 'nothing' });
  });
});
