import { spawn } from 'node:child_process';
import { closeSync, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { openLog } from './log-file.js';
import { PlainError } from './plain-error.js';

export type Step = {
  /** What it does, as in "The <what> failed". */
  readonly what: string;
  readonly file: string;
  readonly cwd: string;
  readonly env: NodeJS.ProcessEnv;
  readonly logFile: string;
  readonly signal: AbortSignal;
};

/** Runs a set-up program to its end. Throws a PlainError with its last words when it fails. */
export async function runStep({ what, file, cwd, env, logFile, signal }: Step): Promise<void> {
  signal.throwIfAborted();
  if (!existsSync(join(cwd, file))) throw new PlainError(`${file} is missing. Run "npm run build" first.`);
  const log = openLog(logFile);
  const child = spawn(process.execPath, [file], { cwd, env, signal, stdio: ['ignore', log, log] });
  closeSync(log);
  const code = await new Promise<number | null>((resolve) => {
    child.once('error', () => resolve(null)).once('exit', resolve);
  });
  signal.throwIfAborted();
  if (code === 0) return;
  throw new PlainError(
    `The ${what} failed. Its last words (all of them are in ${logFile}):\n${lastWords(logFile)}`,
  );
}

function lastWords(logFile: string): string {
  const lines = readFileSync(logFile, 'utf8').trim().split('\n');
  return lines
    .slice(-8)
    .map((line) => `  ${line}`)
    .join('\n');
}
