import { describe, expect, test } from '@jest/globals';
import { neutralName } from './say.js';

describe('a name in a message', () => {
  test.each([
    ...[
      'Long Covid Thursday',
      'Endometriosis friends',
      'Lupus circle',
      'MS Bristol',
      'M.E. friends',
      'CRPS walkers',
    ],
    ...[
      'Cancer friends',
      'Headache club',
      'Spinal unit',
      'RUH Bath',
      'St Mary’s Medical Centre',
      'Cardiff Rehab',
    ],
    ...[
      'p.a.i.n friends',
      'Pa1n',
      'Grŵp poen',
      'Ysbyty Gwynedd',
      'Clinig Bangor',
      'The Health Centre walkers',
    ],
  ])('is left out where it tells of a condition or a place of care: %s', (name) => {
    expect(neutralName(name)).toBeUndefined();
  });

  test.each(['Tuesday group', 'Me and you', 'Steward street', 'United walkers', 'Room 104', 'Y.M.C.A. hall'])(
    'stays where it tells nothing: %s',
    (name) => {
      expect(neutralName(name)).toBe(name);
    },
  );
});
