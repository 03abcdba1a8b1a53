import { expect, test } from '@jest/globals';
import { becomesReady } from './readiness.js';

function check(answers: (number | Error)[]) {
  const clock = { ms: 0 };
  const ask = async (): Promise<number> => {
    const answer = answers.length > 1 ? answers.shift() : answers[0];
    if (typeof answer === 'number') return answer;
    throw answer;
  };
  const pause = async (ms: number): Promise<void> => void (clock.ms += ms);
  return becomesReady({ url: 'http://here', withinMs: 60_000, now: () => clock.ms, pause, ask });
}

test('waits through refused connections and a server that is not ready yet', async () => {
  expect(await check([new Error('refused'), 503, 503, 200])).toBe(true);
});

test('gives up when the time is over', async () => {
  expect(await check([503])).toBe(false);
});
