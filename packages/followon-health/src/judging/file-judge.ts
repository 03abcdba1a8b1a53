import type { RegisterLine } from '@followon/shared/rules/import/register-line';
import type { Kept, Refuse } from '../reading/kept-lines.js';
import type { Rows } from '../writing/rows.js';
import { GroupJudge } from './group-judge.js';
import type { LookingDays } from './looking-days.js';
import { MemberRows } from './member-rows.js';
import { ScoreRows } from './score-rows.js';

/** Judges whole groups, each by date, as they come; a second line of a group for one day is refused. */
export class FileJudge {
  lines = 0;
  groups = 0;
  private before: Kept | undefined;
  private judge: GroupJudge | undefined;
  private members: MemberRows | undefined;

  constructor(
    private readonly to: {
      readonly scores: Rows;
      readonly members: Rows | undefined;
      readonly looking: LookingDays | undefined;
      readonly refuse: Refuse;
    },
  ) {}

  async read(batch: readonly Kept[]): Promise<void> {
    const { scores, members } = this.to;
    for (const kept of batch) {
      this.take(kept);
      if (scores.isFull) await scores.flush();
      if (members?.isFull) await members.flush();
    }
  }

  /** After the last line. */
  async end(): Promise<void> {
    this.judge?.end();
    await this.to.scores.flush();
    await this.to.members?.flush();
  }

  private take(kept: Kept): void {
    const { line, register } = kept;
    if (!isSameGroup(this.before?.register, register)) this.begin(register);
    else if (this.before?.register.on === register.on) {
      this.to.refuse(line, alreadyIn(this.before.line));
      return;
    }
    this.judge?.read(register);
    this.members?.read(register);
    this.before = kept;
    this.lines += 1;
  }

  private begin(register: RegisterLine): void {
    const { scores, members, looking } = this.to;
    this.judge?.end();
    this.judge = new GroupJudge(new ScoreRows(register, scores), looking);
    this.members = members && new MemberRows(register, members);
    this.groups += 1;
  }
}

const isSameGroup = (one: RegisterLine | undefined, other: RegisterLine): boolean =>
  one?.group === other.group && one.site === other.site;

/** Why a line is refused when another of its group and day came before it. */
export const alreadyIn = (line: number): string =>
  `This group has a line for this day already (line ${line}). Take one of them out.`;
