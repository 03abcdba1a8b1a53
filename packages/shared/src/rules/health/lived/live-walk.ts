import { decideEpisodes, type GroupState } from '../../alert/episode.js';
import { whatSpeaks } from '../../alert/what-speaks.js';
import { judgeOn } from '../assess-group.js';
import type { Setting } from '../evidence.js';
import type {
  GroupHistory,
  Level,
  MeetingFact,
  ReportedFact,
  Rest,
  RoleCount,
  Thresholds,
} from '../facts.js';
import { GroupReader, type Reading } from '../group-reader.js';
import { settingOf } from '../replay.js';
import { joinRests } from '../rests.js';
import { lastStep, walkLevels, type LevelChange } from '../walk-levels.js';
import { AlertBook } from './alert-book.js';
import { dayOf } from './lived-group.js';
import type { Moment } from './moments.js';
import { isSilent, withoutSilence, type Stands } from './without-silence.js';

export type Step = LevelChange<string>;

/** What is known of the group at a moment; the reader looks at it again with every meeting and every day. */
type Known = { -readonly [K in keyof Setting]: Setting[K] };

const noLevel: Stands = {
  ...{ level: null, reasons: [], clearsWhen: null },
  ...{ causedBySilenceOnly: false, noNews: false, quiet: false },
};

/** Lives through the moments of one group as live processing does: what is learnt is judged, what is judged may alert. */
export class LiveWalk {
  readonly steps: Step[] = [];
  readonly alerts = new AlertBook();
  private readonly known: Known;
  private readonly rests: Rest[] = [];
  private meetings: MeetingFact[] = [];
  private reader: GroupReader;
  private state: GroupState = 'meeting';
  private stands = { level: null as Level | null, bySilenceOnly: false, quiet: false };

  constructor(
    history: GroupHistory,
    thresholds: Thresholds,
    private readonly carriesOnFrom: string | null,
  ) {
    const nothingYet = { rests: [], reported: [] as ReportedFact[], roles: [] as RoleCount[] };
    this.known = { ...settingOf({ ...history, ...nothingYet }, thresholds) };
    this.reader = new GroupReader(this.known);
  }

  live(moment: Moment): void {
    const day = dayOf(moment.at);
    if (moment.what === 'resolved') return this.alerts.resolve(moment.cause, day);
    if (moment.what === 'sweep' && this.state !== 'meeting') return;
    const judgedTo = this.reader.last?.on ?? null;
    const readings = this.learn(moment);
    this.judge(moment, { day, readings, judgedTo });
  }

  /** Answers the readings that are new at the end of what was judged before: at most one. */
  private learn(moment: Moment): readonly Reading[] {
    if (moment.what === 'register') return this.readRegister(moment.meeting);
    const isNews = this.hear(moment);
    // Whoever judges the group now reads a meeting of the same day in this light.
    if (isNews && this.reader.last?.on === dayOf(moment.at)) this.readAgain();
    return [];
  }

  /** Answers whether it changed what is known. */
  private hear(moment: Moment): boolean {
    const day = dayOf(moment.at);
    if (moment.what === 'reported') this.known.reported = [...this.known.reported, moment.fact];
    else if (moment.what === 'settled') this.settle(moment.fact);
    else if (moment.what === 'roles') this.known.roles = [...this.known.roles, moment.count];
    else if (moment.what === 'rested') this.rest(moment.rest);
    else if (moment.what === 'resumed') this.endRest(day, 'meeting');
    else if (moment.what === 'closed') this.endRest(day, 'closed');
    else return false;
    return true;
  }

  /** A register of an earlier day than the last one read rewrites what was read; nothing new is told of it. */
  private readRegister(meeting: MeetingFact): readonly Reading[] {
    const last = this.meetings.at(-1);
    const isNext = last === undefined || last.on < meeting.on;
    this.meetings.push(meeting);
    return isNext ? [this.reader.read(meeting)] : this.readAgain();
  }

  private readAgain(): readonly Reading[] {
    this.meetings.sort((a, b) => (a.on < b.on ? -1 : 1));
    this.reader = new GroupReader(this.known);
    for (const meeting of this.meetings) this.reader.read(meeting);
    return [];
  }

  private settle({ kind, on, until }: ReportedFact): void {
    this.known.reported = this.known.reported.map((fact) =>
      fact.kind === kind && fact.on === on && fact.until === null ? { kind, on, until } : fact,
    );
  }

  private rest(rest: Rest): void {
    this.rests.push(rest);
    this.known.rests = joinRests(this.rests);
    this.state = 'resting';
  }

  private endRest(day: string, state: GroupState): void {
    const last = this.rests.pop();
    if (last) {
      const isOver = last.until !== null && last.until <= day;
      this.rests.push(isOver ? last : { from: last.from, until: day });
      this.known.rests = joinRests(this.rests);
    }
    this.state = state;
  }

  private judge(moment: Moment, { day, readings, judgedTo }: Read): void {
    const assessment = this.assess(moment.at, day);
    const { level, bySilenceOnly, quiet } = this.stands;
    const eventOf = new Map(readings.map(({ meetingId }) => [meetingId, moment.at]));
    const atMeetings =
      this.state === 'closed' ? [] : walkLevels({ readings, eventOf, judgedTo, level, bySilenceOnly });
    const reached = atMeetings.at(-1);
    const from = reached ? reached.to : level;
    const last = lastStep({ assessment, from, on: day, because: moment.at, corrected: [] });
    const steps = [...atMeetings, ...last];
    const wentQuiet = assessment.quiet && !quiet;
    this.steps.push(...steps.filter((step) => step.from !== step.to));
    this.stands = {
      level: assessment.level,
      bySilenceOnly: assessment.causedBySilenceOnly,
      quiet: assessment.quiet,
    };
    if (steps.length > 0 || wentQuiet || tells(moment)) this.alert(assessment, { day, steps, wentQuiet });
  }

  private assess(at: string, day: string): Stands {
    if (this.state === 'closed') return noLevel;
    const assessment = judgeOn(this.reader, this.known, { today: day, planned: [] });
    const { lastMet } = this.reader.evidence;
    const isElsewhere = this.carriesOnFrom !== null && this.carriesOnFrom <= at;
    if (!isElsewhere || lastMet === null || this.state !== 'meeting' || !isSilent(assessment))
      return assessment;
    const before = judgeOn(this.reader, this.known, { today: lastMet.on, planned: [] });
    return withoutSilence(assessment, before, lastMet.on);
  }

  private alert(assessment: Stands, { day, steps, wentQuiet }: Found): void {
    const { level, causedBySilenceOnly, quiet } = assessment;
    const [first] = steps;
    const decision = decideEpisodes({
      ...{ level, silenceOnly: causedBySilenceOnly, quiet, groupState: this.state, open: this.alerts.open },
      ...{ ...whatSpeaks(assessment.reasons), takenIn: this.alerts.takenIn },
      wasToldOnly: !first && this.alerts.isToldOnly(this.steps.at(-1)),
      previousLevel: first ? first.from : level,
      wasSilenceOnly: first ? first.from === first.to : causedBySilenceOnly,
      wasQuiet: !wentQuiet,
      origin: 'live',
    });
    this.alerts.carryOut(decision, { day, reasons: assessment.reasons });
  }
}

type Read = { readonly day: string; readonly readings: readonly Reading[]; readonly judgedTo: string | null };
type Found = { readonly day: string; readonly steps: readonly Step[]; readonly wentQuiet: boolean };

/** The moments after which alerts are looked at even when the level stays: see the worker's reactions.ts. */
const tells = (moment: Moment): boolean =>
  moment.what === 'register'
    ? moment.meeting.outcome !== 'not-held'
    : ['rested', 'resumed', 'closed', 'missed', 'settled'].includes(moment.what);
