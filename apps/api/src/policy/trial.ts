import type { PolicyReplay, ReplayedGroup, ReplaySide } from '@followon/shared/contract/policy';
import type { Figures } from '@followon/shared/rules/disclosure/show-group';
import type { Thresholds } from '@followon/shared/rules/health/facts';
import type { Episode } from '@followon/shared/rules/health/lived/alert-book';
import type { Window } from '@followon/shared/rules/health/lived/replay-totals';
import { totalsOf, WatchedTime, withinWindow } from '@followon/shared/rules/health/lived/replay-totals';
import type { Flag } from '@followon/shared/rules/health/replay-live';
import { replayer } from '@followon/shared/rules/health/replay-live';
import type { LivedRow } from './lived-queries.js';
import { importedIn } from './lived-queries.js';

/** How things are: the day, the marks in force and the tried ones, how many clinicians would be told, and what the reader may know. */
export interface Start {
  readonly today: string;
  readonly saved: Thresholds;
  readonly tried: Thresholds;
  readonly clinicians: number;
  readonly figures: Figures;
}

interface Replayed {
  readonly groupId: string;
  readonly name: string;
  readonly flags: readonly Flag[];
  readonly alerts: readonly Episode[];
}

/** What is gathered group by group, for the saved marks and the tried ones. */
export class Trial {
  private readonly now: Replayed[] = [];
  private readonly proposed: Replayed[] = [];
  private readonly watched: WatchedTime;
  private corrected = 0;
  private imported = 0;

  constructor(
    private readonly start: Start,
    private readonly window: Window,
  ) {
    this.watched = new WatchedTime(window);
  }

  add({ id, name, lived, corrected }: LivedRow): void {
    const replay = replayer(lived, this.start.today);
    const now = replay(this.start.saved);
    this.watched.add({ beganOn: now.beganOn, closedOn: lived.closedOn });
    this.now.push({ groupId: id, name, ...withinWindow(now, this.window) });
    this.proposed.push({ groupId: id, name, ...withinWindow(replay(this.start.tried), this.window) });
    this.corrected += corrected;
    this.imported += importedIn(lived);
  }

  answer(siteId: string): PolicyReplay {
    const { watched, window, start } = this;
    return {
      ...{ siteId, from: watched.from, to: window.to, weeks: round(watched.weeks), groups: watched.groups },
      ...{ groupYears: round(watched.groupYears), clinicians: start.clinicians },
      now: this.side(start.saved, this.now),
      proposed: this.side(start.tried, this.proposed),
      corrected: this.corrected > 0,
      correctedRegisters: this.corrected,
      importedRegisters: this.imported,
    };
  }

  private side(thresholds: Thresholds, groups: readonly Replayed[]): ReplaySide {
    const { watched, start } = this;
    const isWhole = start.figures === 'whole';
    return {
      thresholds,
      totals: totalsOf(isWhole ? groups : groups.map(ofDatesOnly), { watched, clinicians: start.clinicians }),
      groups: isWhole
        ? groups.filter(({ flags, alerts }) => flags.length + alerts.length > 0).map(shown)
        : null,
    };
  }
}

const round = (value: number): number => Math.round(value * 10) / 10;

/** With how many a group met is left out of the sums too: in a small site a sum of one is a group. */
const ofDatesOnly = (group: Replayed): Replayed => ({
  ...group,
  flags: group.flags.map((flag) =>
    flag.whatFollowed === 'few-came' ? { ...flag, whatFollowed: 'met-again' } : flag,
  ),
});

/** Dates, levels and keys, without numbers; but the day of a key under chosen marks is a number, so not for every reader. */
const shown = ({ groupId, name, flags, alerts }: Replayed): ReplayedGroup => ({
  ...{ groupId, name },
  flags: flags.map(({ reasonKeys, ...flag }) => ({ ...flag, reasonKeys: [...reasonKeys] })),
  alerts: alerts.map(({ cause, openedOn, endedOn, reasonKeys }) => ({
    ...{ cause, openedOn, withdrawnOn: endedOn, reasonKeys: [...reasonKeys] },
  })),
});
