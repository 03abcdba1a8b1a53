import { addDays, daysBetween } from '../calendar/civil-date.js';
import type { Setting } from './evidence.js';
import {
  levelRank,
  type ClearsWhen,
  type Expected,
  type GroupHistory,
  type Level,
  type MeetingFact,
  type Reason,
  type Thresholds,
} from './facts.js';
import { GroupReader, withContext, type Confidence, type Reading } from './group-reader.js';
import type { Finding } from './health-signal.js';
import { parameters } from './parameters.js';
import { isRecorded, settingOf } from './replay.js';
import { isAtRest } from './rests.js';
import { silenceSignals } from './signals.js';
import { hasNoNews, silenceOf, type Silence } from './silence.js';
import { toOneDecimal, usualGap, usualTurnout } from './usual.js';

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
  /** The chance, 0 to 1, that the last meeting with three or more people is past or within 90 days; null before it met. */
  readonly score: number | null;
  /** Days since the group met, outside breaks; null before it did. */
  readonly silentDays: number | null;
  /** How many usually come, to one decimal. */
  readonly usual: number | null;
  readonly usualGapDays: number;
  /** Planned for today or later or, without a plan, the next date at the usual gap. */
  readonly expectedNextOn: string | null;
  /** How many may come then. */
  readonly expected: Expected | null;
  readonly confidence: Confidence;
  /** Recorded meetings behind this judgement. */
  readonly basedOn: number;
};

/** The judgement as of `today`: what the meetings say, joined with how long it is since there was one. */
export function assessGroup(history: GroupHistory, today: string, thresholds?: Thresholds): Assessment {
  const setting = settingOf(history, thresholds);
  const reader = new GroupReader(setting);
  for (const meeting of history.meetings)
    if (isRecorded(meeting) && meeting.on <= today) reader.read(meeting);
  const planned = history.meetings.filter(({ outcome }) => outcome === 'planned');
  return assessOn(reader, setting, { today, planned });
}

/** The readings of a history, and its judgement on any day. */
export type Replay = {
  readonly readings: readonly Reading[];
  readonly assessOn: (today: string) => Assessment;
};

/** As `replayMeetings` and then `assessGroup`, reading every meeting once. */
export function replayGroup(history: GroupHistory, thresholds?: Thresholds): Replay {
  const setting = settingOf(history, thresholds);
  const reader = new GroupReader(setting);
  const readings = history.meetings.filter(isRecorded).map((meeting) => reader.read(meeting));
  const planned = history.meetings.filter(({ outcome }) => outcome === 'planned');
  const lastOn = readings.at(-1)?.on ?? '';
  return {
    readings,
    assessOn: (today) =>
      today >= lastOn
        ? assessOn(reader, setting, { today, planned })
        : assessGroup(history, today, thresholds),
  };
}

type Look = { readonly today: string; readonly planned: readonly MeetingFact[] };

/** The judgement on a day at or after the last meeting read. Looking changes nothing: any day may be looked at, in any order. */
export const assessOn = (reader: GroupReader, setting: Setting, look: Look): Assessment => ({
  ...numbersOn(reader, setting, look),
  ...judgeOn(reader, setting, look),
  confidence: reader.confidence,
});

/** Level, reasons and score alone: for whoever looks at many days. */
export type Judged = Omit<Assessment, keyof Numbers | 'confidence'>;

export function judgeOn(reader: GroupReader, setting: Setting, { today, planned }: Look): Judged {
  const { evidence } = reader;
  const scoreAfter = (days: number) => reader.score.standing(days);
  const silence = silenceOf(evidence, setting, { today, planned, scoreAfter });
  const score = silence?.scoreNow ?? null;
  const silentDays = silence?.silentDays ?? null;
  if (isAtRest(setting.rests, today)) return { score, silentDays, ...resting };
  const silent = silence && silenceFinding(silence, setting, evidence.recorded);
  const noNews = hasNoNews(evidence, setting, today);
  const said = joined(withContext(reader.said, reader.contextOn(today)), silent, noNews);
  return { score, silentDays, ...doubting(reader, said) };
}

type Said = Pick<Assessment, 'level' | 'reasons' | 'clearsWhen'>;
type Judgement = Said & Pick<Assessment, 'causedBySilenceOnly' | 'noNews' | 'quiet'>;

const resting: Judgement = {
  level: null,
  reasons: [{ key: 'resting', meetingIds: [] }],
  clearsWhen: null,
  causedBySilenceOnly: false,
  noNews: false,
  quiet: false,
};

const silenceFinding = (silence: Silence, { thresholds }: Setting, recorded: number): Finding | undefined =>
  silenceSignals
    .filter(({ speaksEarly }) => speaksEarly || recorded >= parameters.meetingsForALevel)
    .map((signal) => signal.read(silence, thresholds))
    .find((finding) => finding !== undefined);

function joined(
  { level, reasons, clearsWhen }: Said,
  silent: Finding | undefined,
  noNews: boolean,
): Judgement {
  if (silent === undefined) {
    const askForNews: ClearsWhen | null = noNews ? { key: 'any-news' } : null;
    const calm = { causedBySilenceOnly: false, noNews, quiet: false };
    return { level, reasons, clearsWhen: clearsWhen ?? askForNews, ...calm };
  }
  const quiet = silent.reasons.some(({ key }) => key === 'long-silent');
  if (level !== null && levelRank(level) >= levelRank(silent.level)) {
    // A group that has gone quiet is first of all quiet.
    const both = quiet ? [...silent.reasons, ...reasons] : [...reasons, ...silent.reasons];
    return { level, reasons: both, clearsWhen, causedBySilenceOnly: false, noNews, quiet };
  }
  return {
    level: silent.level,
    reasons: [...silent.reasons, ...reasons],
    clearsWhen: silent.clearsWhen,
    causedBySilenceOnly: true,
    noNews,
    quiet,
  };
}

/** A level that rests on few registers says so. */
function doubting({ confidence, evidence }: GroupReader, said: Judgement): Judgement {
  if (confidence === 'full' || said.level === null || said.level === 'steady') return said;
  const lost = evidence.registers.filter(({ isLost }) => isLost).length;
  const doubt: Reason = {
    key: 'registers-missing',
    count: lost,
    of: evidence.registers.length,
    meetingIds: [],
  };
  return { ...said, reasons: [...said.reasons, doubt] };
}

type Numbers = Pick<Assessment, 'usual' | 'usualGapDays' | 'expectedNextOn' | 'expected' | 'basedOn'>;

function numbersOn({ evidence, score }: GroupReader, setting: Setting, { today, planned }: Look): Numbers {
  const usual = usualTurnout(evidence.counts);
  const usualGapDays = usualGap(evidence.gaps, setting.cadence);
  const plannedOn = planned.find(({ on }) => on >= today)?.on;
  const rolledOn =
    evidence.lastMet === null || isAtRest(setting.rests, today)
      ? null
      : rolled(evidence.lastMet.on, usualGapDays, today);
  return {
    usual: usual === null ? null : toOneDecimal(usual),
    usualGapDays,
    expectedNextOn: plannedOn ?? rolledOn,
    expected: score.expected(),
    basedOn: evidence.recorded,
  };
}

const rolled = (lastOn: string, usualGapDays: number, today: string): string => {
  const gaps = Math.max(1, Math.ceil(daysBetween(lastOn, today) / usualGapDays));
  const on = addDays(lastOn, Math.round(gaps * usualGapDays));
  return on < today ? addDays(on, 1) : on;
};
