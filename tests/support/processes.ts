import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, mkdirSync, openSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { repository } from './repository.js';

export interface ProcessSpec {
  /** Shown in reports. */
  readonly name: string;
  /** The JavaScript file, relative to the repository. */
  readonly file: string;
  readonly nodeArgs?: readonly string[];
  readonly args?: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  readonly logFile: string;
  /** Whether it does its work yet; asked every 25 ms from its start on. */
  readonly isReady: (log: () => string) => Promise<boolean> | boolean;
}

export interface RunningProcess {
  readonly pid: number;
  readonly ready: boolean;
  /** Settles when it is gone. */
  readonly gone: Promise<void>;
  /** @throws Error with the end of its log when it ends or does not get ready in time. */
  becomesReady(withinMs?: number): Promise<void>;
  kill(signal: NodeJS.Signals): Promise<void>;
}

const readyWithinMs = 20_000;
process.setMaxListeners(64); // one for each process that is to end with this one
const lookEveryMs = 25;

/** Starts one real Node process. Only its own environment reaches it: nothing of the machine's settings leaks in. */
export function startProcess(spec: ProcessSpec): RunningProcess {
  mkdirSync(dirname(spec.logFile), { recursive: true });
  const log = openSync(spec.logFile, 'a');
  const startsAt = sizeOf(spec.logFile);
  const child = spawn(process.execPath, [...(spec.nodeArgs ?? []), spec.file, ...(spec.args ?? [])], {
    cwd: repository,
    env: { PATH: process.env.PATH ?? '', TZ: 'UTC', ...spec.env },
    stdio: ['ignore', log, log],
  });
  closeSync(log);
  const endWithUs = (): void => void child.kill('SIGKILL');
  process.once('exit', endWithUs);
  const gone = new Promise<void>((done) => child.once('exit', () => done()).once('error', () => done()));
  void gone.then(() => process.off('exit', endWithUs));
  return watch(spec, { child, gone, said: () => readFileSync(spec.logFile, 'utf8').slice(startsAt) });
}

interface Started {
  readonly child: ChildProcess;
  readonly gone: Promise<void>;
  readonly said: () => string;
}

function watch(spec: ProcessSpec, { child, gone, said }: Started): RunningProcess {
  let ready = false;
  const isOver = (): boolean => child.exitCode !== null || child.signalCode !== null;
  const looking = (async () => {
    while (!ready && !isOver()) {
      ready = await spec.isReady(said);
      if (!ready) await sleep(lookEveryMs);
    }
  })();
  return {
    pid: child.pid ?? 0,
    get ready() {
      return ready && !isOver();
    },
    gone,
    becomesReady: async (withinMs = readyWithinMs) => {
      await Promise.race([looking, gone, sleep(withinMs, undefined, { ref: false })]);
      if (!ready) throw new Error(`${spec.name} did not get ready. It said:\n${said().slice(-2_000)}`);
    },
    kill: async (signal) => {
      child.kill(signal);
      await gone;
    },
  };
}

function sizeOf(file: string): number {
  try {
    return readFileSync(file, 'utf8').length;
  } catch {
    return 0;
  }
}

/** Resident memory in bytes, from the system's own book-keeping; undefined where there is none (not Linux). */
export function residentBytes(pid: number): number | undefined {
  try {
    const [, kilobytes] = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
    return kilobytes === undefined ? undefined : Number(kilobytes) * 1_024;
  } catch {
    return undefined;
  }
}
