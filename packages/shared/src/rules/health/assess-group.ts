import { addDays, daysBetween } from '../calendar/civil-date.js';
import type { Evidence, Setting } from './evidence.js';
import {
  levelRank,
  type ClearsWhen,
  type GroupHistory,
  type Level,
  type MeetingFact,
  type Reason,
} from './facts.js';
import type { Finding } from './health-signal.js';
import { parameters } from './parameters.js';
import { nothingRead, readMeeting, type Progress, type Reading } from './read-meeting.js';
import { isAtRest, joinRests } from './rests.js';
import { silenceSignals } from './signals.js';
import { hasNoNews, silenceOf } from './silence.js';
import { toOneDecimal, usualGap, usualTurnout } from './usual.js';

export type { Reading } from './read-meeting.js';

/** How a group is doing on a day, and why. `level` is null while it rests or is hardly known. */
export type Assessment = {
  readonly level: Level | null;
  readonly reasons: readonly Reason[];
  readonly clearsWhen: ClearsWhen | null;
  /** True when the meetings alone would give a lower level, so this one belongs to the gone-quiet episode. */
  readonly causedBySilenceOnly: boolean;
  /** Three usual gaps without anything at all: the group's state is unknown. */
  readonly noNews: boolean;
  /** The gone-quiet finding. */
  readonly quiet: boolean;
  /** How many usually come, to one decimal. */
  readonly usual: number | null;
  readonly usualGapDays: number;
  /** Planned for today or later or, without a plan, the next date at the usual gap. */
  readonly expectedNextOn: string | null;
  /** Recorded meetings behind this judgement. */
  readonly basedOn: number;
};

const isRecorded = ({ outcome }: MeetingFact): boolean => outcome !== 'planned';

const settingOf = ({ cadence, rests }: GroupHistory): Setting => ({ cadence, rests: joinRests(rests) });

/** Where a replay ended, so that judging a history after replaying it does not read every meeting once more. */
const replays = new WeakMap<GroupHistory, Progress>();

/**
 * One reading per recorded meeting, in order, each from the meetings up to and including its own. Corrections
 * need nothing else: replay the corrected history and compare.
 */
export function replayMeetings(history: GroupHistory): readonly Reading[] {
  const setting = settingOf(history);
  const readings: Reading[] = [];
  let progress = nothingRead;
  for (const meeting of history.meetings.filter(isRecorded)) {
    progress = readMeeting(progress, meeting, setting);
    readings.push(progress.reading);
  }
  replays.set(history, progress);
  return readings;
}

function progressUpTo(history: GroupHistory, today: string): Progress {
  const recorded = history.meetings.filter(isRecorded);
  const known = recorded.filter(({ on }) => on <= today);
  const replayed = known.length === recorded.length ? replays.get(history) : undefined;
  if (replayed) return replayed;
  const setting = settingOf(history);
  return known.reduce<Progress>((progress, meeting) => readMeeting(progress, meeting, setting), nothingRead);
}

/** The judgement as of `today`: what the meetings say, joined with how long it is since there was one. */
export function assessGroup(history: GroupHistory, today: string): Assessment {
  const setting = settingOf(history);
  const last = progressUpTo(history, today);
  const { evidence } = last;
  const context = contextOf(evidence, history, today);
  if (isAtRest(setting.rests, today)) return { ...context, ...resting };

  const planned = history.meetings.filter(({ outcome }) => outcome === 'planned');
  const silence = silenceOf(evidence, setting, { planned, today });
  const silent = silence && silenceFinding(evidence, (signal) => signal.read(silence));
  const noNews = hasNoNews(evidence, setting, today);
  return { ...context, ...joined(last.reading, silent, noNews) };
}

type Judgement = Omit<Assessment, 'usual' | 'usualGapDays' | 'expectedNextOn' | 'basedOn'>;
type Context = Pick<Assessment, 'usual' | 'usualGapDays' | 'expectedNextOn' | 'basedOn'>;

const resting: Judgement = {
  level: null,
  reasons: [{ key: 'resting', meetingIds: [] }],
  clearsWhen: null,
  causedBySilenceOnly: false,
  noNews: false,
  quiet: false,
};

const silenceFinding = (
  { recorded }: Evidence,
  read: (signal: (typeof silenceSignals)[number]) => Finding | undefined,
): Finding | undefined =>
  silenceSignals
    .filter(({ speaksEarly }) => speaksEarly || recorded >= parameters.meetingsForALevel)
    .map(read)
    .find((finding) => finding !== undefined);

function joined(reading: Progress['reading'], silent: Finding | undefined, noNews: boolean): Judgement {
  const { level, reasons, clearsWhen } = reading;
  const quiet = silent?.reason.key === 'long-silent';
  const askForNews: ClearsWhen | null = noNews ? { key: 'any-news' } : null;
  if (silent === undefined) {
    return {
      level,
      reasons,
      clearsWhen: clearsWhen ?? askForNews,
      causedBySilenceOnly: false,
      noNews,
      quiet,
    };
  }
  if (level !== null && levelRank(level) >= levelRank(silent.level)) {
    return {
      level,
      reasons: [...reasons, silent.reason],
      clearsWhen,
      causedBySilenceOnly: false,
      noNews,
      quiet,
    };
  }
  return {
    level: silent.level,
    reasons: [silent.reason, ...reasons],
    clearsWhen: silent.clearsWhen,
    causedBySilenceOnly: true,
    noNews,
    quiet,
  };
}

function contextOf(evidence: Evidence, { cadence, meetings, rests }: GroupHistory, today: string): Context {
  const usual = usualTurnout(evidence.counts);
  const usualGapDays = usualGap(evidence.gaps, cadence);
  const plannedOn = meetings.find(({ outcome, on }) => outcome === 'planned' && on >= today)?.on;
  const rolledOn =
    evidence.lastMet === null || isAtRest(rests, today)
      ? null
      : rolled(evidence.lastMet.on, usualGapDays, today);
  return {
    usual: usual === null ? null : toOneDecimal(usual),
    usualGapDays,
    expectedNextOn: plannedOn ?? rolledOn,
    basedOn: evidence.recorded,
  };
}

const rolled = (lastOn: string, usualGapDays: number, today: string): string => {
  const gaps = Math.max(1, Math.ceil(daysBetween(lastOn, today) / usualGapDays));
  const on = addDays(lastOn, Math.round(gaps * usualGapDays));
  return on < today ? addDays(on, 1) : on;
};
