import type { NewDue } from '@followon/shared/db/due/arm-due';
import type { GroupState } from '@followon/shared/contract/health';
import type { DomainEvent } from '@followon/shared/events/catalogue';
import { londonDate, londonInstant } from '@followon/shared/rules/calendar/london';
import type { Assessment } from '@followon/shared/rules/health/assess-group';
import { assessGroup } from '@followon/shared/rules/health/assess-group';
import type { GroupHistory } from '@followon/shared/rules/health/facts';
import { replayMeetings } from '@followon/shared/rules/health/replay';
import { fitted } from '@followon/shared/rules/health/fitted';
import type { Drop, LevelChange, Walk } from '@followon/shared/rules/health/walk-levels';
import { dropsOf, lastStep, newReadings, walkLevels } from '@followon/shared/rules/health/walk-levels';
import { Injectable } from '@nestjs/common';
import type { Folding, Outcome, Within } from '../dispatch/reaction.js';
import { silenceDue } from '../sweep/silence-due.js';
import { columnsOf, lastMetOn } from './health-columns.js';
import type { GroupStanding, StoredChange } from './judged-group.js';
import { loadGroup, storeJudgement } from './judged-group.js';
import { nextState } from './next-state.js';

export type JudgedEvent =
  | 'group.formed.v1'
  | 'group.changed.v1'
  | 'group.rested.v1'
  | 'group.resumed.v1'
  | 'group.closed.v1'
  | 'meeting.planned.v1'
  | 'meeting.held.v1'
  | 'meeting.not-held.v1'
  | 'register.corrected.v1'
  | 'register.missing.v1'
  | 'registers.imported.v1'
  | 'silence.due.v1';

type Run = readonly DomainEvent<JudgedEvent>[];

const STOPPED: readonly GroupState[] = ['closed', 'closed-well', 'merged'];
const noLevel = {
  level: null,
  reasons: [],
  clearsWhen: null,
  causedBySilenceOnly: false,
  noNews: false,
  quiet: false,
} as const;

/** Folds what happened into the group's state and level. Every step of the level is kept and announced. */
@Injectable()
export class JudgeGroup implements Folding<JudgedEvent> {
  readonly reactor = 'health';
  readonly name = 'judge-group';

  async fold(events: Run, within: Within): Promise<Outcome> {
    const { manager, now } = within;
    const last = events.at(-1) as DomainEvent<JudgedEvent>;
    const { standing, history } = await loadGroup(manager, last.streamId);
    const walk = walkOf(events, standing, history);
    const readOn = newReadings(walk).map((index) => walk.readings[index]?.on);
    const today = londonDate(now);
    const asOf = speaksOfToday(events) ? today : readOn.at(-1);
    if (!asOf) return { skipped: 'the import goes on, and nothing here is newer than what was judged' };

    const assessment = judge(standing, history, asOf);
    const changes = changesOf(walk, { standing, assessment, asOf, events });
    const stored = this.say(
      { standing, assessment, history, asOf, last },
      { changes, drops: dropsOf(walk) },
      within,
    );
    const newest = changes.at(-1);
    const health = {
      ...columnsOf(assessment, history, asOf),
      ...{
        judged_to: latest(standing.judged_to, readOn.at(-1)),
        since: newest ? whenOf(newest, { now, today }) : standing.since,
      },
      ...{ assessed_at: now, as_of_seq: last.seq, parameter_version: fitted.version },
    };
    const hasMet = history.meetings.some(({ outcome }) => outcome === 'held');
    const state = nextState(standing.state, { noNews: assessment.noNews, hasMet });
    const dues = listensOn({ ...standing, state }, events, now);
    within.later(storeJudgement(manager, standing, { changes: stored, health, state, dues }));
    return { did: newest ? `the level is now ${assessment.level ?? 'not given'}` : 'the level stays' };
  }

  /** Announces what was found; answers the steps as they are kept, a level that was only confirmed left out. */
  private say(
    { standing, assessment, history, asOf, last }: Judged,
    { changes, drops }: { changes: readonly LevelChange<DomainEvent>[]; drops: readonly Drop<DomainEvent>[] },
    { now, append }: Within,
  ): StoredChange[] {
    const groupId = standing.group_id;
    const today = londonDate(now);
    for (const { because, meetingId, reason } of drops) {
      const payload = {
        groupId,
        meetingId,
        usual: Math.round(reason.usual ?? 0),
        recent: [...(reason.recent ?? [])],
      };
      append({ because, name: 'attendance.dropped.v1', payload });
    }
    if (assessment.quiet && !standing.quiet) {
      append({
        because: last,
        name: 'group.went-quiet.v1',
        payload: { groupId, lastMetOn: lastMetOn(history, asOf), on: asOf },
      });
    }
    const stored = changes.map((change) => {
      const { because, ...rest } = change;
      const payload = { ...rest, groupId, reasons: [...rest.reasons], parameterVersion: fitted.version };
      const eventId = append({ because, name: 'group-health.changed.v1', payload });
      const { on, from, to, reasons } = rest;
      return {
        changed_on: on,
        at: whenOf(change, { now, today }),
        from_level: from,
        to_level: to,
        reasons,
        event_id: eventId,
      };
    });
    return stored.filter(({ from_level, to_level }) => from_level !== to_level);
  }
}

/** Silence is listened for from the first judgement on; the sweep itself goes on from there. */
function listensOn(standing: GroupStanding, events: Run, now: Date): NewDue[] {
  const isNew = !standing.is_judged || events.some(({ name }) => ARMS_SILENCE.includes(name));
  if (!isNew || !LISTENED.includes(standing.state)) return [];
  return [silenceDue({ siteId: standing.site_id, groupId: standing.group_id, now })];
}

const ARMS_SILENCE: readonly string[] = ['group.formed.v1', 'group.resumed.v1', 'registers.imported.v1'];

/** The states in which somebody waits for news of the group. */
const LISTENED: readonly GroupState[] = ['forming', 'meeting', 'unknown'];

interface Judged {
  readonly standing: GroupStanding;
  readonly assessment: Assessment;
  readonly history: GroupHistory;
  readonly asOf: string;
  readonly last: DomainEvent<JudgedEvent>;
}

function walkOf(
  events: Run,
  { judged_to, level, by_silence_only }: GroupStanding,
  history: GroupHistory,
): Walk<DomainEvent> {
  const eventOf = new Map(
    events.flatMap((event) =>
      'meetingId' in event.payload ? [[event.payload.meetingId, event] as const] : [],
    ),
  );
  return {
    readings: replayMeetings(history),
    eventOf,
    judgedTo: judged_to,
    level,
    bySilenceOnly: by_silence_only,
  };
}

/** The steps at the meetings of the run, and the last one to the judgement as of the day. */
function changesOf(
  walk: Walk<DomainEvent>,
  {
    standing,
    assessment,
    asOf,
    events,
  }: { standing: GroupStanding; assessment: Assessment; asOf: string; events: Run },
): LevelChange<DomainEvent>[] {
  const atMeetings = STOPPED.includes(standing.state) ? [] : walkLevels(walk);
  const reached = atMeetings.at(-1);
  const because = events.at(-1) as DomainEvent<JudgedEvent>;
  const corrected = events.flatMap((event) =>
    event.name === 'register.corrected.v1' ? [event.payload.meetingId] : [],
  );
  const from = reached ? reached.to : standing.level;
  return [...atMeetings, ...lastStep<DomainEvent>({ assessment, from, on: asOf, because, corrected })];
}

/** While an import runs, its group is judged as of the day of its latest line: the history is not whole yet. */
const speaksOfToday = (events: Run): boolean =>
  events.some(({ name, origin }) => origin === 'live' || name === 'registers.imported.v1');

function judge({ state }: GroupStanding, history: GroupHistory, asOf: string): Assessment {
  const assessment = assessGroup(history, asOf);
  return STOPPED.includes(state) ? { ...assessment, ...noLevel } : assessment;
}

const latest = (some: string | null, other: string | undefined): string | null =>
  other !== undefined && (some === null || other > some) ? other : some;

/** A change at a past meeting dates from that day at noon, one that is noticed today from now. */
const whenOf = ({ on }: LevelChange<DomainEvent>, { now, today }: { now: Date; today: string }): Date =>
  on < today ? londonInstant(on, '12:00') : now;
