import type { DomainEvent } from '@followon/shared/events/catalogue';
import { londonDate } from '@followon/shared/rules/calendar/london';
import type { Assessment, Replay } from '@followon/shared/rules/health/assess-group';
import { replayGroup } from '@followon/shared/rules/health/assess-group';
import { tellsOfMarks } from '@followon/shared/rules/health/marks';
import type { LevelChange } from '@followon/shared/rules/health/walk-levels';
import { dropsOf, newReadings } from '@followon/shared/rules/health/walk-levels';
import { whenToAsk } from '@followon/shared/rules/nudge/when-to-ask';
import { Injectable } from '@nestjs/common';
import type { Folding, Outcome, Within } from '../dispatch/reaction.js';
import { announce, whenOf } from './announce.js';
import { whereItCarriesOn } from './carries-on.js';
import { columnsOf } from './health-columns.js';
import type { JudgedEvent, Run } from './judged-event.js';
import { LISTENED, STOPPED } from './judged-event.js';
import type { GroupStanding } from './judged-group.js';
import { loadGroup, storeJudgement } from './judged-group.js';
import { onlyMarksChanged, sinceByMarks } from './marks-changed.js';
import { nextDues } from './next-dues.js';
import { hasMetAnew, nextState } from './next-state.js';
import { changesOf, walkOf } from './steps.js';

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
    const { standing, history, marks } = await loadGroup(manager, last.streamId);
    const replay = replayGroup(history, marks.thresholds);
    const walk = walkOf(events, standing, replay.readings);
    const readOn = newReadings(walk).map((index) => walk.readings[index]?.on);
    const isOfToday = speaksOfToday(events);
    const asOf = isOfToday ? londonDate(now) : readOn.at(-1);
    if (!asOf) return { skipped: 'the import goes on, and nothing here is newer than what was judged' };

    const judged = { standing, history, replay, asOf, marks };
    const { assessment, successorId } = await whereItCarriesOn(manager, {
      ...judged,
      assessment: judge(standing, replay, asOf),
    });
    const onlyMarks = onlyMarksChanged(events, standing, marks);
    const changes = changesOf(walk, { standing, assessment, asOf, events, onlyMarks });
    const stored = announce({ ...judged, assessment, last, changes, drops: dropsOf(walk) }, within);
    const state = nextState(standing.state, { noNews: assessment.noNews, hasMet: hasMetAnew(history) });
    const isAsked = isOfToday && successorId === null && LISTENED.includes(state);
    const ask = isAsked ? whenToAsk(history, assessment.usualGapDays) : undefined;
    const health = {
      ...columnsOf(assessment, history, asOf),
      ...{
        successor_id: successorId,
        ask: ask ?? null,
        judged_to: latest(standing.judged_to, readOn.at(-1)),
      },
      since: await sinceOf(changes, standing, within),
      ...{ assessed_at: now, as_of_seq: last.seq, parameter_version: marks.parameterVersion },
    };
    const dues = nextDues({ standing, state, events, ask, now });
    within.later(storeJudgement(manager, standing, { changes: stored, health, state, dues }));
    return outcomeOf(changes, assessment);
  }
}

/** While an import runs, its group is judged as of the day of its latest line: the history is not whole yet. */
const speaksOfToday = (events: Run): boolean =>
  events.some(({ name, origin }) => origin === 'live' || name === 'registers.imported.v1');

function judge({ state }: GroupStanding, replay: Replay, asOf: string): Assessment {
  const assessment = replay.assessOn(asOf);
  return STOPPED.includes(state) ? { ...assessment, ...noLevel } : assessment;
}

const outcomeOf = (changes: Changes, { level }: Assessment): Outcome => ({
  did: changes.length > 0 ? `the level is now ${level ?? 'not given'}` : 'the level stays',
});

async function sinceOf(
  changes: Changes,
  standing: GroupStanding,
  { manager, now }: Within,
): Promise<Date | null> {
  const newest = changes.at(-1);
  if (!newest) return standing.since;
  if (!tellsOfMarks(newest.reasons)) return whenOf(newest, now);
  return sinceByMarks(manager, standing, { from: newest.from, to: newest.to, now });
}

type Changes = readonly LevelChange<DomainEvent>[];

const latest = (some: string | null, other: string | undefined): string | null =>
  other !== undefined && (some === null || other > some) ? other : some;
