import { parseArgs } from 'node:util';
import { Failure } from './failure.js';
import { everyDays, type Ticks } from './judging/looking-days.js';
import { sayHowWithNpm, type keptByNpm } from './kept-by-npm.js';

/** What was asked for. */
export type Asked = {
  readonly registers: string;
  readonly out: string | undefined;
  readonly members: string | undefined;
  readonly ticks: Ticks | undefined;
  readonly explain: string | undefined;
};

const options = {
  out: { type: 'string' },
  members: { type: 'string' },
  ticks: { type: 'string' },
  explain: { type: 'string' },
  help: { type: 'boolean', short: 'h' },
  version: { type: 'boolean' },
} as const;

const NO_FILE = 'Say which file of registers to read.';

/** @throws Failure when it cannot be meant */
export function askedFor(
  args: readonly string[],
  kept: ReturnType<typeof keptByNpm> = [],
): Asked | 'help' | 'version' {
  const { values, positionals } = parse(args);
  if (values.help) return 'help';
  if (values.version) return 'version';
  const missing = kept.filter((name) => values[name] === undefined);
  if (missing.length > 0)
    throw new Failure(
      positionals.length > 0 ? sayHowWithNpm(missing) : `${NO_FILE} ${sayHowWithNpm(missing)}`,
    );
  const registers = theOnly(positionals);
  const { out, members, ticks, explain } = values;
  checkTogether({ out, members, explain });
  return { registers, out, members, ticks: ticksOf(ticks), explain };
}

function theOnly(paths: readonly string[]): string {
  const [registers, ...more] = paths;
  if (registers === undefined) throw wrong(NO_FILE);
  if (more.length > 0) throw wrong(`One file of registers at a time: ${more.join(' ')} is too much.`);
  return registers;
}

function checkTogether({ out, members, explain }: Pick<Asked, 'out' | 'members' | 'explain'>): void {
  if (out === undefined && explain === undefined) throw wrong('Say where to write: --out scores.csv.');
  if (out === undefined && members !== undefined) throw wrong('--members goes with --out.');
  if (out === '-' && explain !== undefined)
    throw wrong('--explain writes to the terminal: give --out a file.');
  if (members === '-') throw wrong('--members takes a file.');
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true });
  } catch (error) {
    const [first = ''] = (error as Error).message.split(/\.(\s|$)/);
    throw wrong(`${first}.`);
  }
}

const isTicks = (text: string): text is Ticks => Object.hasOwn(everyDays, text);

function ticksOf(text: string | undefined): Ticks | undefined {
  if (text === undefined || isTicks(text)) return text;
  throw wrong('--ticks takes weekly or daily.');
}

const wrong = (why: string): Failure => new Failure(`${why} --help shows how.`);
