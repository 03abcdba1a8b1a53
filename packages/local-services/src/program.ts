import { spawn } from 'node:child_process';
import { closeSync, writeSync } from 'node:fs';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { openLog } from './log-file.js';
import { worthShowing } from './log-lines.js';
import { nodeEnv, nodeFlags } from './node-flags.js';
import type { Running } from './supervisor.js';

export type Program = {
  /** Path of the JavaScript file, relative to `cwd`: it is what `ps` shows. */
  readonly file: string;
  readonly cwd: string;
  readonly env: NodeJS.ProcessEnv;
  readonly logFile: string;
  /** Gets warnings and errors only; everything goes to the log file. */
  readonly show: (line: string) => void;
};

const exitWithParent = fileURLToPath(new URL('./exit-with-parent.js', import.meta.url));

/**
 * Starts one Node program with its output in a log file. It sits in a process group of its own, so that Ctrl-C
 * reaches only the launcher, which then stops things in order.
 */
export function startProgram({ file, cwd, env, logFile, show }: Program): Running {
  const child = spawn(process.execPath, [...nodeFlags, '--import', exitWithParent, file], {
    cwd,
    env: { ...nodeEnv, ...env },
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  const log = openLog(logFile);
  for (const stream of [child.stdout, child.stderr])
    if (stream) follow(stream, { isStderr: stream === child.stderr, log, show });

  const gone = new Promise<string>((resolve) => {
    child.once('error', (error) => resolve(error.message));
    child.once('close', (code, signal) => resolve(signal ? `signal ${signal}` : `exit code ${code}`));
  }).finally(() => closeSync(log));
  return { gone, kill: (signal) => void child.kill(signal) };
}

interface Listening {
  readonly isStderr: boolean;
  /** The open file that every line goes to. */
  readonly log: number;
  readonly show: (line: string) => void;
}

function follow(stream: Readable, { isStderr, log, show }: Listening): void {
  createInterface({ input: stream }).on('line', (line) => {
    writeSync(log, `${line}\n`);
    const words = worthShowing(line, isStderr);
    if (words) show(words);
  });
}
