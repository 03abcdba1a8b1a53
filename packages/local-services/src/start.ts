import { setTimeout as sleep } from 'node:timers/promises';
import { bringUp } from './bring-up.js';
import { dataDirHere, repositoryRoot } from './data-dir.js';
import { explain, PlainError } from './plain-error.js';
import { readStartEnv } from './start-env.js';
import { aborted, stopSignals } from './stop-signals.js';

const say = (line: string): void => console.log(line);

/** `npm start`: the whole product on one machine, until it is told to stop. Answers the exit code. */
async function start(): Promise<number> {
  const signal = stopSignals();
  const undo: (() => Promise<void>)[] = [];
  let exitCode = 0;
  try {
    const { env } = process;
    const { gaveUp } = await bringUp({
      ...{
        repository: repositoryRoot,
        dataDir: dataDirHere(env),
        env,
        settings: readStartEnv(env),
        signal,
        say,
      },
      later: (how) => undo.push(how),
    });
    const sentence = await Promise.race([gaveUp, aborted(signal)]);
    if (sentence) throw new PlainError(sentence);
  } catch (error) {
    await sleep(20); // a Ctrl-C that interrupted a blocking step is only heard now
    if (!signal.aborted) {
      console.error(explain(error));
      exitCode = 1;
    }
  }
  if (signal.aborted) say('Stopping.');
  await stopAll(undo);
  if (signal.aborted) say('Followon has stopped. Your data is kept.');
  return exitCode;
}

/** API and worker together, then the database they use. */
async function stopAll(undo: readonly (() => Promise<void>)[]): Promise<void> {
  const [database, ...programs] = undo;
  await Promise.allSettled(programs.map((stop) => stop()));
  await database?.().catch((error: unknown) => console.error(explain(error)));
}

process.exit(await start());
