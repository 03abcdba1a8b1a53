import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { readRun, writeRun } from './run-file.js';

const MOST_CHARACTERS = 12_000_000; // in memory at once
const PER_TEXT = 32; // what a text costs beside its characters
const WAYS = 16; // files open at once

/**
 * Puts texts without line breaks in order by the numbers of their characters (as `<` does, whatever the locale), in little
 * memory: sorted runs go into files of a folder, which are then merged.
 */
export class DiskSorter {
  private texts: string[] = [];
  private characters = 0;
  private runs: string[] = [];
  private runsWritten = 0;

  constructor(
    private readonly folder: string,
    private readonly name: string,
    private readonly mostCharacters = MOST_CHARACTERS,
  ) {}

  add(text: string): void {
    this.texts.push(text);
    this.characters += text.length + PER_TEXT;
    if (this.characters < this.mostCharacters) return;
    this.write(this.texts.sort());
    this.texts = [];
    this.characters = 0;
  }

  /** Once, after the last `add`. */
  *sorted(): Generator<string, void> {
    this.texts.sort();
    while (this.runs.length >= WAYS) {
      const first = this.runs.splice(0, WAYS);
      this.write(merged(first.map(readRun)));
      for (const run of first) rmSync(run);
    }
    yield* merged([...this.runs.map(readRun), each(this.texts)]);
  }

  private write(texts: Iterable<string>): void {
    this.runsWritten += 1;
    const run = join(this.folder, `${this.name}-${this.runsWritten}`);
    writeRun(run, texts);
    this.runs.push(run);
  }
}

type Texts = Iterator<string, void>;

function* each(texts: readonly string[]): Generator<string, void> {
  yield* texts;
}

function* merged(sorted: readonly Texts[]): Generator<string, void> {
  let heads = sorted.flatMap((rest) => {
    const next = rest.next();
    return next.done ? [] : [{ text: next.value, rest }];
  });
  while (heads.length > 0) {
    const first = heads.reduce((least, head) => (head.text < least.text ? head : least));
    yield first.text;
    const next = first.rest.next();
    if (next.done) heads = heads.filter((head) => head !== first);
    else first.text = next.value;
  }
}
