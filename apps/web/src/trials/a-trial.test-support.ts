import type { TrialsView, TrialView } from '@followon/shared/contract/trials';

export const SITE = '5f1b0c0a-0000-4000-8000-000000000001';

/** For tests: a trial of *How was the meeting?* that has found a little, unless told otherwise. */
export const aTrial = (told: Partial<TrialView> = {}): TrialView => ({
  ...{ id: '5f1b0c0a-0000-4000-8000-000000000002', key: 'how_was_it', state: 'running', joined: 90 },
  terms: {
    ...{ withheldShare: 0.5, smallestEffect: 0.15, mostWeeks: 52, outcome: 'register', withinDays: 7 },
    ...{ mostUnits: 590, minimumPerArm: 20, falseHelps: 0.05, falseRetired: 0.05, power: 0.8 },
    method: 'always-valid-1',
  },
  ...{ startedAt: '2026-09-07T08:00:00.000Z', joinsUntil: '2027-09-06', endedAt: null },
  sent: { units: 40, groups: 8, good: 30 },
  withheld: { units: 42, groups: 9, good: 21 },
  difference: { estimate: 0.24, low: -0.05, high: 0.53 },
  ...{ switchedOnAt: null, switchedOnWhy: null },
  ...told,
});

const KEYS = ['how_was_it', 'register_missing', 'did_you_meet', 'hand_round_roles', 'winter_note'] as const;

export const someTrials = (told: Partial<TrialsView> = {}): TrialsView => ({
  ...{ siteId: SITE, siteName: 'Avonside', mayChange: true, trials: [] },
  kinds: KEYS.map((key) => ({
    ...{ key, outcome: 'register', withinDays: 7, stands: 'sent', occasionsLastYear: 120 },
  })),
  offers: [
    { withheldShare: 0.5, smallestEffect: 0.15, units: 590 },
    { withheldShare: 0.5, smallestEffect: 0.3, units: 148 },
    { withheldShare: 0.25, smallestEffect: 0.15, units: 786 },
    { withheldShare: 0.25, smallestEffect: 0.3, units: 197 },
  ],
  ...told,
});
