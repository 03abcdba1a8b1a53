import { judgeOn } from '@followon/shared/rules/health/assess-group';
import type { Level, Reason } from '@followon/shared/rules/health/facts';
import { GroupReader } from '@followon/shared/rules/health/group-reader';
import type { RegisterLine } from '@followon/shared/rules/import/register-line';
import type { LookingDays } from './looking-days.js';
import { meetingOf, setting } from './meeting-of.js';
import type { ScoreRows } from './score-rows.js';

const doubt: readonly Reason[] = [{ key: 'registers-missing', meetingIds: [] }];

/** Judges one group with the product's own engine, line by line in order of date. */
export class GroupJudge {
  private readonly reader = new GroupReader(setting);
  private looked = 0;

  constructor(
    private readonly rows: ScoreRows,
    private readonly looking: LookingDays | undefined,
  ) {}

  /** One row for a meeting that was held; before it, one for each day since the line before on which one looks. */
  read(register: RegisterLine): void {
    const { on, outcome } = register;
    if (this.looking) this.lookUntil(this.looking, this.looking.before(on));
    const { level, reasons: said, score } = this.reader.read(meetingOf(register));
    if (outcome !== 'held') return;
    const reasons = this.isDoubtful(level) ? [...said, ...doubt] : said;
    this.rows.add({ on, kind: 'meeting', level, score, silentDays: 0, reasons });
  }

  /** A level that rests on few registers says so, at meetings as between them. */
  private isDoubtful(level: Level | null): boolean {
    return level !== null && level !== 'steady' && this.reader.confidence === 'low';
  }

  /** After the last line. */
  end(): void {
    if (this.looking) this.lookUntil(this.looking, this.looking.days.length);
  }

  /** On each day from the one after the last look to the `end`-th, while the silence is not too long. */
  private lookUntil(looking: LookingDays, end: number): void {
    const { lastMet } = this.reader.evidence;
    const tooLong = lastMet === null ? 0 : looking.whileSilentSince(lastMet.on);
    for (const day of looking.days.slice(this.looked, Math.min(end, tooLong))) this.lookOn(day);
    this.looked = end;
  }

  private lookOn(on: string): void {
    const { level, reasons, score, silentDays } = judgeOn(this.reader, setting, { today: on, planned: [] });
    this.rows.add({ on, kind: 'tick', level, score, silentDays: silentDays ?? 0, reasons });
  }
}
