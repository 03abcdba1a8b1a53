import type { MemberStates } from './member-states.js';

const HARDLY_THERE = 0.01;
const SURE = 0.95;
const NEWCOMER_SHARE = 0.175; // of u expected first-timers, each of two stand-ins comes with this chance times u
const MOST_NEWCOMERS = 3;
const UNNAMED_COMES = 0.5;

/** People without a name: first-timers lately, and those that came without being written down (own choice: half of them come again). */
export type Others = { readonly newcomers: number; readonly unnamed?: number };

/**
 * The chance that fewer than three people come to the meeting `ahead` from now: a Poisson-binomial over the members who
 * may still be there, and two stand-ins for people who may come new. Attendance is not independent, so this ranks
 * groups; it is no forecast. Numbers of others are means over the last registers.
 */
export function chanceOfFew(
  members: MemberStates,
  ahead: number,
  { newcomers, unnamed = 0 }: Others,
): number {
  let none = 1;
  let one = 0;
  let two = 0;
  const add = (q: number) => {
    two = two * (1 - q) + one * q;
    one = one * (1 - q) + none * q;
    none *= 1 - q;
  };
  for (let slot = 0; slot < members.size; slot += 1) {
    if (members.alive(slot, 0) > HARDLY_THERE) add(members.alive(slot, ahead) * members.chance(slot));
  }
  for (let person = 0; person < Math.round(unnamed); person += 1) add(UNNAMED_COMES);
  const standIn = Math.min(SURE, NEWCOMER_SHARE * Math.min(MOST_NEWCOMERS, newcomers));
  add(standIn);
  add(standIn);
  return none + one + two;
}
