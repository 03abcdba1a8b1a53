import { toDayNumber } from '@followon/shared/rules/calendar/civil-date';
import type { MeetingFact } from '@followon/shared/rules/health/facts';
import { medianGap } from '@followon/shared/rules/health/score/features';
import { mean } from '@followon/shared/rules/health/usual';

const REGISTERS_BEFORE = 12;
const AWAY_REGISTERS = 3;
const GAPS = 20;

/**
 * The rules that most products use, which the engine is compared with; of its own making and not part of it. Each answers a
 * number that is higher when things look worse.
 */
export class SimpleRules {
  private readonly counts: number[] = [];
  /** In days, at least 1. */
  readonly gaps: number[] = [];
  private readonly registers: ReadonlySet<string>[] = [];
  private metOn = 0;

  /** A meeting that took place, and the days since the one before. */
  met({ on, headcount, attendees }: MeetingFact, gap: number | null): void {
    if (gap !== null) this.gaps.push(Math.max(1, gap));
    this.metOn = toDayNumber(on);
    if (headcount === null) return;
    this.counts.push(headcount);
    if (attendees) this.registers.push(new Set(attendees));
  }

  private get usualGap(): number {
    return this.gaps.length === 0 ? 1 : medianGap(this.gaps.slice(-GAPS));
  }

  /** How many head counts there were: age, which is context and never an input of the engine. */
  get counted(): number {
    return this.counts.length;
  }

  get headcountNow(): number {
    return -(this.counts.at(-1) ?? 0);
  }

  get meanOfLastThree(): number {
    return -mean(this.counts.slice(-3));
  }

  get downOnTrailingEight(): number {
    const now = this.counts.at(-1) ?? 0;
    const before = this.counts.slice(-9, -1);
    return before.length === 0 ? 0 : Math.log((mean(before) + 0.5) / (now + 0.5));
  }

  get lastGap(): number {
    return Math.max(1, this.gaps.at(-1) ?? 1) / this.usualGap;
  }

  /** How far the mean of the last three lies below up to twelve before the last, as a logarithm. */
  get drop(): number {
    const before = this.counts.slice(-REGISTERS_BEFORE - 1, -1);
    const sum = before.reduce((total, next) => total + next, 0);
    const usual = before.length >= 3 ? (sum + 3) / (before.length + 0.5) : (12 + sum) / (2 + before.length);
    return Math.log((mean(this.counts.slice(-3)) + 0.5) / (usual + 0.5));
  }

  /** The share of those who came to half of the registers before, and to none of the last three. */
  get regularsAway(): number {
    const before = this.registers.slice(-REGISTERS_BEFORE - AWAY_REGISTERS, -AWAY_REGISTERS);
    const regulars = regularsOf(before);
    const last = this.registers.slice(-AWAY_REGISTERS);
    const away = regulars.filter((who) => last.every((register) => !register.has(who)));
    return away.length / (regulars.length + 2);
  }

  silentDays(day: number): number {
    return day - this.metOn;
  }

  silentGaps(day: number): number {
    return this.silentDays(day) / this.usualGap;
  }
}

function regularsOf(registers: readonly ReadonlySet<string>[]): string[] {
  const times = new Map<string, number>();
  for (const register of registers) for (const who of register) times.set(who, (times.get(who) ?? 0) + 1);
  const least = Math.max(2, registers.length / 2);
  return [...times].filter(([, count]) => count >= least).map(([who]) => who);
}
