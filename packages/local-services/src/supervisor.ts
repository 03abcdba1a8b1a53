import { afterDeath, type Death } from './restart-policy.js';

/** A program that has been started. */
export type Running = {
  /** Settles when it is gone, with a few words on how. */
  readonly gone: Promise<string>;
  kill(signal: NodeJS.Signals): void;
};

export type Supervision = {
  readonly name: string;
  readonly start: () => Running;
  /** Milliseconds of a clock that never goes back. */
  readonly now: () => number;
  readonly pause: (ms: number) => Promise<void>;
  readonly say: (line: string) => void;
};

export type Supervised = {
  /** Settles with a sentence when the program died too often to go on. Never settles otherwise. */
  readonly gaveUp: Promise<string>;
  /** SIGTERM, then SIGKILL after `graceMs`. Settles when the program is gone. */
  stop(graceMs: number): Promise<void>;
};

/** Keeps one program running: starts it again whenever it dies, until told to stop or it dies too often. */
export function supervise(supervision: Supervision): Supervised {
  const state = { stopping: false, current: supervision.start() };
  let giveUp: (sentence: string) => void = () => undefined;
  const gaveUp = new Promise<string>((resolve) => (giveUp = resolve));
  const ended = keepRunning(supervision, state).then((sentence) => {
    if (sentence) giveUp(sentence);
  });
  return {
    gaveUp,
    stop: async (graceMs) => {
      state.stopping = true;
      state.current.kill('SIGTERM');
      const timer = setTimeout(() => state.current.kill('SIGKILL'), graceMs);
      await state.current.gone;
      clearTimeout(timer);
      void ended;
    },
  };
}

async function keepRunning(
  { name, start, now, pause, say }: Supervision,
  state: { stopping: boolean; current: Running },
): Promise<string | undefined> {
  const deaths: Death[] = [];
  for (;;) {
    const startedAt = now();
    const how = await state.current.gone;
    if (state.stopping) return undefined;

    deaths.push({ at: now(), livedMs: now() - startedAt });
    const verdict = afterDeath(deaths);
    if ('giveUp' in verdict) return `The ${name} died 10 times in a minute (last: ${how}).`;
    say(`The ${name} stopped (${how}) and is being started again.`);
    await pause(verdict.restartInMs);
    if (state.stopping) return undefined;
    state.current = start();
  }
}
