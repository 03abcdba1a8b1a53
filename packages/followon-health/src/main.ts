import { keptByNpm } from './kept-by-npm.js';
import { tidyUpAtTheEnd } from './leftovers.js';
import { runCommand } from './run-command.js';

const { stdout, stderr, env } = process;

tidyUpAtTheEnd();
// A reader that goes away is told by the write that failed.
for (const stream of [stdout, stderr]) stream.on('error', () => undefined);

process.exitCode = await runCommand(process.argv.slice(2), {
  stdout,
  stderr,
  isWatched: stderr.isTTY && env.TERM !== 'dumb',
  hasColours: stdout.isTTY && !env.NO_COLOR && env.TERM !== 'dumb',
  columns: stdout.columns ?? 80,
  clock: () => performance.now(),
  keptByNpm: keptByNpm(env),
});
