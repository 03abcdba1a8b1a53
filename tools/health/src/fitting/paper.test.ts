import { fileURLToPath } from 'node:url';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { MemberStates, type ComingAndGoing } from '@followon/shared/rules/health/people/member-states';
import { countIn, readTable } from '../data/table-file.js';
import {
  aliveNext,
  fitComingAndGoing,
  logLikelihood,
  logLikelihoodOf,
  type Attendance,
} from './coming-and-going.js';

const folder = fileURLToPath(new URL('../../data', import.meta.url));
/** Fader, Hardie & Shang 2010, table 3. */
const published: ComingAndGoing = { a: 1.204, b: 0.75, g: 0.657, d: 2.783 };
const MOST_ODDS = 1e9;

/**
 * The engine begins with somebody's first attendance, the paper before any. A first attendance that teaches nothing, because a and d
 * are one less, makes the one the other.
 */
function statesAfter({ a, b, g, d }: ComingAndGoing, comes: readonly boolean[]): MemberStates {
  const states = new MemberStates({ a: a - 1, b, g, d: d - 1 }, 1);
  states.meet([0], 1);
  for (const came of comes) states.meet(came ? [0] : [], 1);
  return states;
}

/** Any history with these three numbers: the model knows no more of it. */
const comesOf = ({ x, last, n }: Omit<Attendance, 'people'>): boolean[] =>
  Array.from({ length: n }, (_, place) => place < x - 1 || (x > 0 && place === last - 1));

describe('the published table of donors', () => {
  const donors = readTable(folder, 'donations.csv').map((line) => ({
    x: countIn(line, 'frequency'),
    last: countIn(line, 'recency'),
    n: countIn(line, 'n'),
    people: countIn(line, 'n_custs'),
  }));

  test('has the published log-likelihood', () => {
    expect(donors).toHaveLength(22);
    expect(Math.abs(logLikelihood(published, donors) + 33225.5818)).toBeLessThan(1e-3);
  });

  test('gives back the published parameters when it is fitted', () => {
    const found = fitComingAndGoing(donors);
    for (const key of ['a', 'b', 'g', 'd'] as const)
      expect(Math.abs(found[key] - published[key])).toBeLessThan(0.005);
  });
});

describe('the golden values', () => {
  const cells = readTable(folder, 'bgbb_golden.csv').map((line) => ({
    history: { x: countIn(line, 'x'), last: countIn(line, 'tx'), n: countIn(line, 'n') },
    likelihood: Number(line.field('lik')),
    alive: Number(line.field('palive_next')),
    expected: Number(line.field('exp_next5')),
  }));

  test('are 22', () => {
    expect(cells).toHaveLength(22);
  });

  test.each(cells)('hold in the engine for $history', ({ history, alive, expected }) => {
    const states = statesAfter(published, comesOf(history));
    const coming = [1, 2, 3, 4, 5].reduce((sum, k) => sum + states.alive(0, k) * states.chance(0), 0);
    expect(Math.abs(states.alive(0, 1) - alive)).toBeLessThan(1e-9);
    expect(Math.abs(coming - expected)).toBeLessThan(1e-9);
  });

  test.each(cells)('hold in closed form for $history', ({ history, likelihood, alive }) => {
    expect(Math.abs(Math.exp(logLikelihoodOf(published, history)) - likelihood)).toBeLessThan(1e-9);
    expect(Math.abs(aliveNext(published, history) - alive)).toBeLessThan(1e-9);
  });
});

test("the engine's step by step is the closed form on any history", () => {
  const number = (min: number) => fc.double({ min, max: 5, noNaN: true });
  const model = fc.record({ a: number(1.1), b: number(0.2), g: number(0.2), d: number(1.1) });
  const comings = fc.array(fc.boolean(), { maxLength: 30 });
  fc.assert(
    fc.property(model, comings, (by, comes) => {
      const history = {
        x: comes.filter(Boolean).length,
        last: comes.lastIndexOf(true) + 1,
        n: comes.length,
      };
      const closed = aliveNext(by, history);
      const stepwise = statesAfter(by, comes).alive(0, 1);
      if (closed * MOST_ODDS < 1) expect(stepwise).toBeLessThan(2 / MOST_ODDS);
      else expect(Math.abs(stepwise - closed)).toBeLessThan(1e-12);
    }),
    { numRuns: 500, seed: 1 },
  );
});
