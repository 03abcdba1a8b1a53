import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { chanceOfFew } from '@followon/shared/rules/health/people/few-present';
import { MemberStates } from '@followon/shared/rules/health/people/member-states';

const model = { a: 0.393, b: 1.013, g: 0.527, d: 4.575 };
const AHEAD = 6;

/** Every way in which these may come or stay away. */
function chanceOfFewCounted(chances: readonly number[]): number {
  let sum = 0;
  for (let who = 0; who < 2 ** chances.length; who += 1) {
    const came = chances.map((_, place) => (who >> place) % 2 === 1);
    if (came.filter(Boolean).length >= 3) continue;
    sum += chances.reduce((product, chance, place) => product * (came[place] ? chance : 1 - chance), 1);
  }
  return sum;
}

test('the chance that fewer than three come is what counting every case gives', () => {
  const meetings = fc.array(fc.array(fc.nat({ max: 7 }), { maxLength: 8 }), { minLength: 1, maxLength: 12 });
  fc.assert(
    fc.property(meetings, fc.double({ min: 0, max: 5, noNaN: true }), (registers, newcomers) => {
      const states = new MemberStates(model, 0.97);
      const slotOf = new Map<number, number>();
      for (const who of registers.map((register) => [...new Set(register)])) {
        for (const person of who) if (!slotOf.has(person)) slotOf.set(person, slotOf.size);
        states.meet(
          who.map((person) => slotOf.get(person) ?? 0),
          1,
        );
      }
      const members = [...Array(states.size).keys()]
        .filter((slot) => states.alive(slot, 0) > 0.01)
        .map((slot) => states.alive(slot, AHEAD) * states.chance(slot));
      const standIn = Math.min(0.95, 0.175 * Math.min(3, newcomers));
      expect(chanceOfFew(states, AHEAD, { newcomers })).toBeCloseTo(
        chanceOfFewCounted([...members, standIn, standIn]),
        12,
      );
    }),
    { numRuns: 200, seed: 1 },
  );
});
