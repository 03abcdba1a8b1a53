import { describe, expect, test } from '@jest/globals';
import { currencyOf } from './currency.js';
import type { Asking, VolunteerFacts } from './may-be-asked.js';
import { mayBeAsked } from './may-be-asked.js';

const TODAY = '2026-11-24';
const sam: VolunteerFacts = {
  accountDisabled: false,
  pausedUntil: null,
  trainingUntil: '2027-05-01',
  checksUntil: '2027-05-01',
  caseloadCap: 3,
  caseload: 2,
};
const asking = (over: Partial<Asking> = {}): Asking => ({
  today: TODAY,
  accountId: 'sam',
  part: 'ptv',
  volunteer: sam,
  holder: null,
  holderOfOther: null,
  instead: false,
  isAsked: false,
  isOver: false,
  ...over,
});
const whoIs = (over: Partial<VolunteerFacts>) => asking({ volunteer: { ...sam, ...over } });

describe('a volunteer', () => {
  test.each<[string, Asking, unknown]>([
    ['may be asked when nothing stands in the way', asking(), undefined],
    ['must be one of the site', asking({ volunteer: undefined }), { code: 'not-a-volunteer' }],
    ['must be able to sign in', whoIs({ accountDisabled: true }), { code: 'account-disabled' }],
    [
      'is left in peace on a break',
      whoIs({ pausedUntil: '2026-11-25' }),
      { code: 'on-a-break', on: '2026-11-25' },
    ],
    ['may be asked on the first day back', whoIs({ pausedUntil: TODAY }), undefined],
    [
      'needs a training that is written down',
      whoIs({ trainingUntil: null }),
      { code: 'training-not-written-down' },
    ],
    [
      'needs a training that holds',
      whoIs({ trainingUntil: '2026-11-23' }),
      { code: 'training-expired', on: '2026-11-23' },
    ],
    ['may be asked on the last day of the training', whoIs({ trainingUntil: TODAY }), undefined],
    ['needs checks that are written down', whoIs({ checksUntil: null }), { code: 'checks-not-written-down' }],
    [
      'needs checks that hold',
      whoIs({ checksUntil: '2026-01-01' }),
      { code: 'checks-expired', on: '2026-01-01' },
    ],
    ['has a cap', whoIs({ caseload: 3 }), { code: 'caseload-reached', caseload: 3, cap: 3 }],
    [
      'whose cap is nought is asked for nothing',
      whoIs({ caseload: 0, caseloadCap: 0 }),
      { code: 'caseload-reached', caseload: 0, cap: 0 },
    ],
    ['is asked once', asking({ isAsked: true }), { code: 'already-asked' }],
    ['cannot take what is taken', asking({ holder: 'bev' }), { code: 'part-taken' }],
    ['may be asked instead of somebody', asking({ holder: 'bev', instead: true }), undefined],
    [
      'who has the part is not asked for it',
      asking({ holder: 'sam', instead: true }),
      { code: 'has-this-part' },
    ],
    [
      'does not stand in for themselves',
      asking({ part: 'deputy', holderOfOther: 'sam' }),
      { code: 'has-other-part' },
    ],
    ['who stands in may take over', asking({ holderOfOther: 'sam' }), undefined],
    [
      'is not needed after the end',
      asking({ isOver: true, volunteer: undefined }),
      { code: 'programme-over' },
    ],
  ])('%s', (_says, question, refused) => {
    expect(mayBeAsked(question)).toEqual(refused);
  });
});

test.each([
  [null, 'not-written-down'],
  ['2026-11-23', 'expired'],
  ['2026-11-24', 'expiring'],
  ['2027-01-23', 'expiring'], // 60 days
  ['2027-01-24', 'current'],
] as const)('a date of %s is %s', (until, state) => {
  expect(currencyOf(until, TODAY)).toBe(state);
});
