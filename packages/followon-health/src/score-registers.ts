import type { Asked } from './command-line.js';
import { Failure } from './failure.js';
import { FileJudge } from './judging/file-judge.js';
import { everyDays, LookingDays, type Ticks } from './judging/looking-days.js';
import { memberHeader, MEMBERS_WARNING } from './judging/member-rows.js';
import { scoreHeader } from './judging/score-rows.js';
import { Progress, sayCount } from './progress.js';
import { FirstLook } from './reading/first-look.js';
import type { Kept, Refuse } from './reading/kept-lines.js';
import type { RegisterFile } from './reading/register-file.js';
import type { Shell } from './shell.js';
import { inOrder } from './sorting/in-order.js';
import { isSameFile, openOutput, type Output } from './writing/output.js';
import { Rows } from './writing/rows.js';

export type ToScore = Asked & { readonly out: string };

/** Writes the files that were asked for, whole or not at all. Answers how many lines were refused. */
export async function scoreRegisters(file: RegisterFile, asked: ToScore, shell: Shell): Promise<number> {
  refuseSameFiles(asked);
  const progress = new Progress(shell);
  const outputs: Output[] = [];
  const opened = async (path: string, header: readonly string[]): Promise<Rows> => {
    const output = await openOutput(path, shell.stdout);
    outputs.push(output);
    return new Rows(output, header);
  };
  try {
    const scores = await opened(asked.out, scoreHeader);
    const members = asked.members === undefined ? undefined : await opened(asked.members, memberHeader);
    if (members) progress.say(MEMBERS_WARNING);
    const refused = await new Scoring(file, progress).run({ scores, members, ticks: asked.ticks });
    for (const output of outputs) await output.finish();
    return refused;
  } finally {
    progress.end();
    for (const output of outputs) await output.abandon();
  }
}

function refuseSameFiles({ registers, out, members }: ToScore): void {
  const isWhere = (path: string): boolean => out !== '-' && isSameFile(out, path);
  if (isWhere(registers)) throw new Failure('--out is the file of registers itself. Give it another name.');
  if (members === undefined) return;
  if (isSameFile(members, registers))
    throw new Failure('--members is the file of registers itself. It needs a file of its own.');
  if (isWhere(members)) throw new Failure('--members and --out are one file. Each needs a file of its own.');
}

type Wanted = {
  readonly scores: Rows;
  readonly members: Rows | undefined;
  readonly ticks: Ticks | undefined;
};

class Scoring {
  private refused = 0;

  constructor(
    private readonly file: RegisterFile,
    private readonly progress: Progress,
  ) {}

  /** Once to look through the file, once to judge it. */
  async run({ scores, members, ticks }: Wanted): Promise<number> {
    const look = await this.firstLook();
    const looking = ticks && lookingDays(look, ticks);
    const judge = new FileJudge({ scores, members, looking, refuse: this.refuse });
    let read = 0;
    for await (const batch of look.isInOrder ? this.file.kept(toldAlready) : inOrder(this.toSort(look))) {
      await judge.read(batch);
      read += batch.length;
      this.progress.at('Judging', read, look.lines);
    }
    await judge.end();
    for (const dates of look.dates.say()) this.progress.say(dates);
    this.sayWhatWasDone(judge);
    return this.refused;
  }

  private async firstLook(): Promise<FirstLook> {
    const look = new FirstLook();
    for await (const batch of this.file.kept(this.refuse)) {
      look.see(batch);
      this.progress.at('Looking through the file', look.lines);
    }
    return look;
  }

  private async *toSort({ lines }: FirstLook): AsyncGenerator<readonly Kept[]> {
    let read = 0;
    for await (const batch of this.file.kept(toldAlready)) {
      yield batch;
      read += batch.length;
      this.progress.at('Sorting', read, lines);
    }
  }

  private readonly refuse: Refuse = (line, reason) => {
    this.refused += 1;
    this.progress.say(sayRefused(line, reason));
  };

  private sayWhatWasDone({ lines, groups }: FileJudge): void {
    const refused = this.refused === 0 ? '' : ` ${sayCount(this.refused, 'line')} refused.`;
    this.progress.say(`${sayCount(lines, 'line')} of ${sayCount(groups, 'group')} judged.${refused}`);
  }
}

export const sayRefused = (line: number, reason: string): string => `Line ${line} is left out. ${reason}`;

/** Lines that cannot be read are told at the first look. */
const toldAlready: Refuse = () => undefined;

const lookingDays = ({ dates: { firstOn, lastOn } }: FirstLook, ticks: Ticks): LookingDays | undefined =>
  firstOn === null || lastOn === null ? undefined : new LookingDays(firstOn, lastOn, everyDays[ticks]);
