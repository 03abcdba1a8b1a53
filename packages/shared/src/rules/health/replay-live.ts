import { levelRank, type Level, type ReasonKey, type Thresholds } from './facts.js';
import type { Episode } from './lived/alert-book.js';
import { dayOf, type LivedGroup } from './lived/lived-group.js';
import { LiveWalk, type Step } from './lived/live-walk.js';
import { momentsOf, type Moment } from './lived/moments.js';
import { whatFollowed, type WhatFollowed } from './lived/what-followed.js';

/** A time during which the group would have stood at fading or above. */
export type Flag = {
  readonly on: string;
  /** The highest it reached. */
  readonly level: Extract<Level, 'fading' | 'at-risk'>;
  readonly reasonKeys: readonly ReasonKey[];
  /** The day on which it ended; null while it holds. */
  readonly until: string | null;
  readonly whatFollowed: WhatFollowed;
};

export type LiveReplay = {
  /** Every step of the level, as live processing keeps them. */
  readonly steps: readonly Step[];
  readonly alerts: readonly Episode[];
  readonly flags: readonly Flag[];
  /** The first day of which anything is known; null when there is none. */
  readonly beganOn: string | null;
};

/** What was lived up to `today`, put in order once: it can then be replayed with any marks. */
export function replayer(lived: LivedGroup, today: string): (thresholds: Thresholds) => LiveReplay {
  const moments = momentsOf(lived, today);
  return (thresholds) => replayLive(lived, { moments, today, thresholds });
}

type How = {
  readonly moments: readonly Moment[];
  readonly today: string;
  readonly thresholds: Thresholds;
};

/**
 * What live processing makes of a group under these marks: the level after every register, break, report and Monday, and
 * the alerts that follow. Nothing is seen before its day. With the saved marks it gives what was stored at the time, as
 * long as no register was corrected later; of a corrected one it knows only the corrected word.
 */
function replayLive(lived: LivedGroup, { moments, today, thresholds }: How): LiveReplay {
  const walk = new LiveWalk(lived.history, thresholds, lived.carriesOnFrom);
  for (const moment of moments) walk.live(moment);
  // A role alone is no history: it may be older than the group's first day.
  const first = moments.find(({ what }) => what !== 'roles' && what !== 'sweep');
  return {
    steps: walk.steps,
    alerts: walk.alerts.episodes,
    flags: flagsOf(walk.steps).map((flag) => ({
      ...flag,
      whatFollowed: whatFollowed(flag, lived, today),
    })),
    beganOn: first ? dayOf(first.at) : null,
  };
}

const isFlagged = (level: Level | null): level is Flag['level'] => level === 'fading' || level === 'at-risk';

type Bare = Omit<Flag, 'whatFollowed'>;

function flagsOf(steps: readonly Step[]): Bare[] {
  const flags: Bare[] = [];
  let before: Step | undefined;
  for (const step of steps) {
    const last = flags.at(-1);
    const wentOn = before?.because === step.because && isFlagged(before.from);
    if (rises(step) && !wentOn) flags.push(begun(step));
    else if (last) flags[flags.length - 1] = moved(last, step);
    before = step;
  }
  return flags;
}

type Rise = Step & { readonly to: Flag['level'] };

const rises = (step: Step): step is Rise => isFlagged(step.to) && !isFlagged(step.from);

const begun = ({ on, to, reasons }: Rise): Bare => ({
  ...{ on, level: to, until: null },
  reasonKeys: reasons.map(({ key }) => key),
});

/** A late register may speak of a day before the flag: it ends no sooner than it began. */
function moved(flag: Bare, { on, from, to }: Step): Bare {
  if (!isFlagged(to)) return isFlagged(from) ? { ...flag, until: on > flag.on ? on : flag.on } : flag;
  const level = levelRank(to) > levelRank(flag.level) ? to : flag.level;
  return { ...flag, level, until: null };
}
