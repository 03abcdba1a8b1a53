import { askedFor, type Asked } from './command-line.js';
import { explainGroup } from './explaining/explain-group.js';
import { codeOf, Failure } from './failure.js';
import { help } from './help.js';
import type { Refuse } from './reading/kept-lines.js';
import { RegisterFile } from './reading/register-file.js';
import { sayRefused, scoreRegisters } from './score-registers.js';
import type { Shell } from './shell.js';
import { sayVersion } from './version.js';

/** What the shell says of a program whose reader has gone away, as in `… --out - | head`. */
const READER_GONE = 141;
const REFUSED_LINES = 2;

/** The whole command. Answers its exit code. */
export async function runCommand(args: readonly string[], shell: Shell): Promise<number> {
  try {
    const asked = askedFor(args, shell.keptByNpm);
    if (typeof asked === 'object') return (await run(asked, shell)) > 0 ? REFUSED_LINES : 0;
    shell.stdout.write(asked === 'help' ? help : sayVersion());
    return 0;
  } catch (error) {
    if (codeOf(error) === 'EPIPE') return READER_GONE;
    if (!(error instanceof Failure)) throw error;
    shell.stderr.write(`${error.message}\n`);
    return 1;
  }
}

/** Answers how many lines were refused. */
async function run({ out, explain, ...asked }: Asked, shell: Shell): Promise<number> {
  const file = await RegisterFile.open(asked.registers);
  try {
    const refused = out === undefined ? 0 : await scoreRegisters(file, { ...asked, out, explain }, shell);
    if (explain === undefined) return refused;
    let alsoRefused = 0;
    const refuse: Refuse = (line, reason) => {
      alsoRefused += 1;
      if (out === undefined) shell.stderr.write(`${sayRefused(line, reason)}\n`);
    };
    await explainGroup(file, { wanted: explain, refuse, tellsDates: out === undefined }, shell);
    return Math.max(refused, alsoRefused);
  } finally {
    await file.close();
  }
}
