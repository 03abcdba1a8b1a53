import type { DomainEvent } from '@followon/shared/events/catalogue';
import type { Assessment } from '@followon/shared/rules/health/assess-group';
import type { Reading } from '@followon/shared/rules/health/group-reader';
import type { LevelChange, Walk } from '@followon/shared/rules/health/walk-levels';
import { lastStep, walkLevels } from '@followon/shared/rules/health/walk-levels';
import type { Run } from './judged-event.js';
import { STOPPED } from './judged-event.js';
import type { GroupStanding } from './judged-group.js';
import { stepByMarks } from './marks-changed.js';

/** The readings of the group, and which of them this run tells of. */
export function walkOf(
  events: Run,
  { judged_to, level, by_silence_only }: GroupStanding,
  readings: readonly Reading[],
): Walk<DomainEvent> {
  const eventOf = new Map(
    events.flatMap((event) =>
      'meetingId' in event.payload ? [[event.payload.meetingId, event] as const] : [],
    ),
  );
  return { readings, eventOf, judgedTo: judged_to, level, bySilenceOnly: by_silence_only };
}

interface Reached {
  /** Nothing of the group is told of: see marks-changed.ts. */
  readonly onlyMarks: boolean;
  readonly standing: GroupStanding;
  readonly assessment: Assessment;
  readonly asOf: string;
  readonly events: Run;
}

/** The steps at the meetings of the run, and the last one to the judgement as of the day. */
export function changesOf(walk: Walk<DomainEvent>, reached: Reached): LevelChange<DomainEvent>[] {
  if (reached.onlyMarks) return stepByMarks(reached);
  const { standing, assessment, asOf, events } = reached;
  const atMeetings = STOPPED.includes(standing.state) ? [] : walkLevels(walk);
  const newest = atMeetings.at(-1);
  const because = events.at(-1) as DomainEvent;
  const corrected = events.flatMap((event) =>
    event.name === 'register.corrected.v1' ? [event.payload.meetingId] : [],
  );
  const from = newest ? newest.to : standing.level;
  return [...atMeetings, ...lastStep<DomainEvent>({ assessment, from, on: asOf, because, corrected })];
}
