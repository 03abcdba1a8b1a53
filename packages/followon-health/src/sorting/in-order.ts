import { closeSync, mkdtempSync, openSync, readSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate as breathe } from 'node:timers/promises';
import { failed } from '../failure.js';
import { remove, willRemove } from '../leftovers.js';
import type { Kept } from '../reading/kept-lines.js';
import { DiskSorter } from './disk-sorter.js';
import { groupOf, keptOf, padded, textOf } from './register-text.js';
import { writeAll } from './run-file.js';

const BREATHE_EVERY = 5_000; // texts, so that Ctrl-C is heard

/**
 * Lines in any order as whole groups, each by date, groups in the order in which they first appeared. Sorted in a folder for
 * temporary files that nobody else may read and that is removed whatever happens; memory is bounded by the largest group.
 */
export async function* inOrder(
  lines: AsyncIterable<readonly Kept[]>,
  mostCharacters?: number,
): AsyncGenerator<readonly Kept[]> {
  const folder = newFolder();
  try {
    const sorter = new DiskSorter(folder, 'lines', mostCharacters);
    for await (const some of lines) for (const kept of some) sorter.add(textOf(kept));
    const groups = new GroupFile(folder, mostCharacters);
    let read = 0;
    for (const text of sorter.sorted()) {
      groups.add(text);
      if ((read += 1) % BREATHE_EVERY === 0) await breathe();
    }
    yield* groups.byFirstLine();
  } finally {
    remove(folder);
  }
}

function newFolder(): string {
  try {
    const folder = mkdtempSync(join(tmpdir(), `followon-health-${process.pid}-`));
    willRemove(folder);
    return folder;
  } catch (error) {
    throw failed('There is no folder for temporary files (TMPDIR) to sort the file in', error);
  }
}

/** Whole groups, one after the other in a file, and an index of where each begins that is sorted likewise. */
class GroupFile {
  private readonly index: DiskSorter;
  private readonly file: number;
  private size = 0;
  private group = '';
  private texts: string[] = [];

  constructor(folder: string, mostCharacters?: number) {
    this.index = new DiskSorter(folder, 'index', mostCharacters);
    this.file = openSync(join(folder, 'groups'), 'wx+', 0o600);
  }

  add(text: string): void {
    const group = groupOf(text);
    if (group !== this.group) this.store();
    this.group = group;
    this.texts.push(text);
  }

  /** Once, after the last `add`. */
  *byFirstLine(): Generator<readonly Kept[], void> {
    try {
      this.store();
      for (const entry of this.index.sorted()) {
        const [, at, length] = entry.split(' ').map(Number) as [number, number, number];
        yield textAt(this.file, at, length).split('\n').map(keptOf);
      }
    } finally {
      closeSync(this.file);
    }
  }

  private store(): void {
    if (this.texts.length === 0) return;
    const firstLine = this.texts.reduce((least, text) => Math.min(least, keptOf(text).line), Infinity);
    const length = writeAll(this.file, this.texts.join('\n'));
    this.index.add(`${padded(firstLine)} ${padded(this.size)} ${length}`);
    this.size += length;
    this.texts = [];
  }
}

function textAt(file: number, at: number, length: number): string {
  const bytes = Buffer.allocUnsafe(length);
  for (let done = 0; done < length;) {
    const read = readSync(file, bytes, done, length - done, at + done);
    if (read === 0) throw new Error('A file of our own ends too early.');
    done += read;
  }
  return bytes.toString();
}
