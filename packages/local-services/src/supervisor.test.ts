import { expect, test } from '@jest/globals';
import { type Running, supervise, type Supervised } from './supervisor.js';

/** Programs that die when told to, and a clock that moves only when somebody waits. */
function stage() {
  const clock = { ms: 0 };
  const started: { die: (how: string) => void; signals: string[] }[] = [];
  const said: string[] = [];
  const start = (): Running => {
    const signals: string[] = [];
    let die: (how: string) => void = () => undefined;
    const gone = new Promise<string>((resolve) => (die = resolve));
    started.push({ die, signals });
    return { gone, kill: (signal) => signals.push(signal) };
  };
  const supervised: Supervised = supervise({
    name: 'worker',
    start,
    now: () => clock.ms,
    pause: async (ms) => void (clock.ms += ms),
    say: (line) => said.push(line),
  });
  return { clock, started, said, supervised };
}

const settle = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

test('a program that dies is started again, and it is said why', async () => {
  const { started, said } = stage();
  started[0]?.die('signal SIGKILL');
  await settle();
  expect(started).toHaveLength(2);
  expect(said).toEqual(['The worker stopped (signal SIGKILL) and is being started again.']);
});

test('one that cannot stay up is given up with a sentence', async () => {
  const { started, supervised } = stage();
  for (let death = 0; death < 10; death++) {
    started.at(-1)?.die('exit code 3');
    await settle();
  }
  expect(await supervised.gaveUp).toBe('The worker died 10 times in a minute (last: exit code 3).');
  expect(started).toHaveLength(10);
});

test('one that is stopped stays stopped', async () => {
  const { started, said, supervised } = stage();
  const stopped = supervised.stop(1000);
  expect(started[0]?.signals).toEqual(['SIGTERM']);
  started[0]?.die('exit code 0');
  await stopped;
  await settle();
  expect(started).toHaveLength(1);
  expect(said).toEqual([]);
});

test('one that ignores the request is killed when its time is up', async () => {
  const { started, supervised } = stage();
  const stopped = supervised.stop(5);
  await new Promise((resolve) => setTimeout(resolve, 30));
  expect(started[0]?.signals).toEqual(['SIGTERM', 'SIGKILL']);
  started[0]?.die('signal SIGKILL');
  await stopped;
});
