import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { runCommand } from '../../packages/followon-health/src/run-command.js';
import type { Shell } from '../../packages/followon-health/src/shell.js';

const header = 'site,group,date,status,headcount,attendees';

/** A folder of its own with files in it, in which the health command is typed. */
export class Desk {
  readonly folder = mkdtempSync(join(tmpdir(), 'followon-desk-'));

  path(name: string): string {
    return join(this.folder, name);
  }

  /** A register file: its header, then these lines. */
  registers(lines: readonly string[], name = 'registers.csv'): string {
    return this.file([header, ...lines, ''].join('\n'), name);
  }

  file(content: string | Buffer, name = 'registers.csv'): string {
    writeFileSync(this.path(name), content);
    return this.path(name);
  }

  read(name: string): string {
    return readFileSync(this.path(name), 'utf8');
  }

  clear(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}

export type Answer = { readonly code: number; readonly stdout: string; readonly stderr: string };

/** Types the command into a shell that nobody watches, and waits for its answer. */
export async function typed(args: readonly string[], terminal: Partial<Shell> = {}): Promise<Answer> {
  const said = { stdout: '', stderr: '' };
  const stream = (name: keyof typeof said): Writable =>
    new Writable({
      write: (chunk: Buffer, _encoding, done) => {
        said[name] += chunk.toString();
        done();
      },
    });
  const code = await runCommand(args, {
    stdout: stream('stdout'),
    stderr: stream('stderr'),
    isWatched: false,
    hasColours: false,
    columns: 80,
    clock: () => 0,
    ...terminal,
  });
  return { code, ...said };
}

/** The rows of a score file without its header. */
export async function scoresOf(desk: Desk, ...args: readonly string[]): Promise<readonly string[]> {
  const { code, stderr } = await typed([
    desk.path('registers.csv'),
    '--out',
    desk.path('scores.csv'),
    ...args,
  ]);
  if (code === 1) throw new Error(stderr);
  return desk.read('scores.csv').trimEnd().split('\n').slice(1);
}
