import { addDays, daysBetween } from '../../calendar/civil-date.js';
import type { Flag, LiveReplay } from '../replay-live.js';
import type { Episode } from './alert-book.js';
import { neededAHand } from './what-followed.js';

const DAYS_OF_A_YEAR = 365.25;
const DAYS_OF_A_MONTH = DAYS_OF_A_YEAR / 12;

/** The days that are told of, both included. */
export type Window = { readonly from: string; readonly to: string };

export const windowOf = (today: string, months: number): Window => ({
  from: addDays(today, -Math.round(months * DAYS_OF_A_MONTH)),
  to: today,
});

/** What began inside the window. */
export const withinWindow = (
  { flags, alerts }: LiveReplay,
  { from, to }: Window,
): { readonly flags: readonly Flag[]; readonly alerts: readonly Episode[] } => ({
  flags: flags.filter(({ on }) => from <= on && on <= to),
  alerts: alerts.filter(({ openedOn }) => from <= openedOn && openedOn <= to),
});

/** How long the groups of a site were there to be watched. */
export class WatchedTime {
  groups = 0;
  private days = 0;
  private earliest: string | null = null;

  constructor(private readonly window: Window) {}

  add({ beganOn, closedOn }: { readonly beganOn: string | null; readonly closedOn: string | null }): void {
    if (beganOn === null) return;
    const { from, to } = this.window;
    const start = beganOn > from ? beganOn : from;
    const end = closedOn !== null && closedOn < to ? closedOn : to;
    if (end < start) return;
    this.groups += 1;
    this.days += daysBetween(start, end);
    if (this.earliest === null || start < this.earliest) this.earliest = start;
  }

  get groupYears(): number {
    return this.days / DAYS_OF_A_YEAR;
  }

  /** The first day of which anything is known, so that a young site is not divided by years it did not have. */
  get from(): string {
    return this.earliest ?? this.window.from;
  }

  get weeks(): number {
    return daysBetween(this.from, this.window.to) / 7;
  }
}

export type Totals = {
  readonly groupsFlagged: number;
  readonly flags: number;
  readonly flaggedAndNeededAHand: number;
  readonly alerts: number;
  readonly alertsPerClinicianPerWeek: number | null;
  readonly falseEdgesPerGroupYear: number | null;
};

/** Counts of one side of the comparison; rates to two decimals. */
export function totalsOf(
  groups: readonly { readonly flags: readonly Flag[]; readonly alerts: readonly Episode[] }[],
  { watched, clinicians }: { readonly watched: WatchedTime; readonly clinicians: number },
): Totals {
  const flags = groups.flatMap((group) => group.flags);
  const alerts = groups.reduce((total, group) => total + group.alerts.length, 0);
  const wentOn = flags.filter((flag) => flag.whatFollowed === 'met-again').length;
  return {
    groupsFlagged: groups.filter((group) => group.flags.length > 0).length,
    flags: flags.length,
    flaggedAndNeededAHand: flags.filter((flag) => neededAHand(flag.whatFollowed)).length,
    alerts,
    alertsPerClinicianPerWeek: rate(alerts, watched.weeks * clinicians),
    falseEdgesPerGroupYear: rate(wentOn, watched.groupYears),
  };
}

const rate = (count: number, over: number): number | null =>
  over > 0 ? Math.round((100 * count) / over) / 100 : null;
