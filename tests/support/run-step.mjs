import { spawn } from 'node:child_process';

const running = new Set();

for (const signal of ['SIGINT', 'SIGTERM']) {
  process.once(signal, () => {
    for (const child of running) end(child);
    process.exit(1);
  });
}

/**
 * Runs one program of the repository to its end. `quiet` keeps its output for when it fails, so that two steps
 * beside each other do not mix their lines.
 * @returns whether it succeeded, how long it took, and what a quiet one said
 */
export function runStep({ program, args, env = {}, cwd, quiet = false, mostMs = 600_000 }) {
  const startedAt = performance.now();
  const child = spawn(program, args, {
    cwd,
    env: { ...process.env, ...env },
    stdio: ['ignore', quiet ? 'pipe' : 'inherit', quiet ? 'pipe' : 'inherit'],
    detached: true, // a group of its own, so that what it started ends with it
  });
  running.add(child);
  const said = [];
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (data) => said.push(data));
  const timer = setTimeout(() => {
    said.push(Buffer.from(`\nNot done after ${mostMs / 1000} seconds, so it was ended.\n`));
    end(child);
  }, mostMs);
  return new Promise((resolve) => {
    const finish = (passed) => {
      clearTimeout(timer);
      running.delete(child);
      resolve({
        passed,
        seconds: (performance.now() - startedAt) / 1000,
        said: Buffer.concat(said).toString(),
      });
    };
    child.once('error', (error) => {
      said.push(Buffer.from(`${error.message}\n`));
      finish(false);
    });
    child.once('close', (code) => finish(code === 0));
  });
}

function end(child) {
  try {
    process.kill(-child.pid, 'SIGKILL');
  } catch {
    // already gone
  }
}
