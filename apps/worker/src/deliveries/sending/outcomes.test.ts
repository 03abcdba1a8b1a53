import { expect, test } from '@jest/globals';
import type { Outcome } from './outcomes.js';
import { after } from './outcomes.js';
import type { Ready } from './decide-lot.js';

const readyOn = (dedupes: boolean, tries: number): Ready =>
  ({ claimed: { tries }, messenger: { dedupes } }) as unknown as Ready;
type Given = { dedupes?: boolean; tries?: number };
const how = (outcome: Outcome, { dedupes = false, tries = 0 }: Given = {}) =>
  after({ ready: readyOn(dedupes, tries), outcome }, 0.5);

test.each<[string, Outcome, Given, object]>([
  ['no answer', { kind: 'no-answer', reason: 'smtp-554' }, {}, { state: 'unknown' }],
  [
    'no answer of one that dedupes',
    { kind: 'no-answer', reason: 'smtp-554' },
    { dedupes: true },
    { state: 'queued', counts: true },
  ],
  ['its fifth', { kind: 'no-answer', reason: 'smtp-554' }, { dedupes: true, tries: 4 }, { state: 'dead' }],
  ['a refusal', { kind: 'refused', reason: 'smtp-554' }, {}, { state: 'queued', counts: true }],
  ['the fifth refusal', { kind: 'refused', reason: 'smtp-554' }, { tries: 4 }, { state: 'dead' }],
  [
    'an outage',
    { kind: 'refused', reason: 'smtp-554', outage: true },
    { tries: 4 },
    { state: 'queued', counts: false },
  ],
  [
    'too many',
    { kind: 'rate-limited', retryAfterS: 9 },
    { tries: 4 },
    { state: 'queued', counts: false, againInMs: 9_000 },
  ],
  ['never', { kind: 'never', reason: 'smtp-554' }, {}, { state: 'dead' }],
  [
    'nobody there',
    { kind: 'never', reason: 'smtp-554', noSuchPlace: true },
    {},
    { state: 'queued', againInMs: 0 },
  ],
  [
    'nobody there, at the fifth',
    { kind: 'never', reason: 'smtp-554', noSuchPlace: true },
    { tries: 4 },
    { state: 'dead', noSuchPlace: true },
  ],
  ['not tried', { kind: 'not-tried' }, {}, { state: 'queued', counts: false, step: null }],
])('after %s', (_, outcome, given, expected) => {
  expect(how(outcome, given)).toMatchObject(expected);
});
