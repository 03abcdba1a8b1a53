import { expect, test } from '@jest/globals';
import type { HandoverStand } from './may-move.js';
import { whyNotMove } from './may-move.js';

const today = '2026-11-24';
const open: HandoverStand = { state: 'open', hasMet: false, reviewedOn: null };

test.each([
  { to: '2026-11-23', handover: undefined, why: 'in-the-past', what: 'yesterday' },
  { to: '2026-11-24', handover: undefined, why: undefined, what: 'today, without a list' },
  { to: '2026-11-24', handover: open, why: undefined, what: 'today' },
  { to: '2027-01-14', handover: open, why: undefined, what: 'a day to come' },
  {
    to: '2027-01-14',
    handover: { ...open, state: 'signed-off' },
    why: 'signed-off',
    what: 'after the sign-off',
  },
  {
    to: '2027-01-14',
    handover: { ...open, state: 'accepted' },
    why: 'signed-off',
    what: 'after the acceptance',
  },
  { to: '2027-01-14', handover: { ...open, state: 'closed' }, why: 'signed-off', what: 'after the end' },
  { to: '2027-01-14', handover: { ...open, state: 'declined' }, why: 'signed-off', what: 'after a no' },
  { to: '2027-01-14', handover: { ...open, hasMet: true }, why: 'has-met', what: 'after the first meeting' },
  {
    to: '2027-01-14',
    handover: { ...open, reviewedOn: '2027-01-13' },
    why: 'review-done',
    what: 'past the settled review',
  },
  {
    to: '2027-01-13',
    handover: { ...open, reviewedOn: '2027-01-13' },
    why: undefined,
    what: 'onto the settled review',
  },
  {
    to: '2026-11-23',
    handover: { ...open, state: 'closed' },
    why: 'in-the-past',
    what: 'a day that is over, of an ended one',
  },
] as const)('a last session moved to $what ($to): $why', ({ to, handover, why }) => {
  expect(whyNotMove(to, { today, handover })).toBe(why);
});
