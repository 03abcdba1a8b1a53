import type { DomainEvent } from '@followon/shared/events/catalogue';
import type { Assessment } from '@followon/shared/rules/health/assess-group';
import type { Level } from '@followon/shared/rules/health/facts';
import type { Marks } from '@followon/shared/rules/health/marks';
import type { LevelChange } from '@followon/shared/rules/health/walk-levels';
import type { EntityManager } from 'typeorm';
import type { Run } from './judged-event.js';
import type { GroupStanding } from './judged-group.js';

/** These bring a look at the group, and nothing about it that could raise its level. */
const BRINGS_NO_NEWS: readonly string[] = ['silence.due.v1', 'meeting.planned.v1'];

/**
 * Whether the group is looked at only because other marks, or another engine, apply to it now than at its last judgement.
 * A run that tells something of the group is judged as any other: what it brings is spoken of.
 */
export const onlyMarksChanged = (
  events: Run,
  { parameter_version: judgedBy }: GroupStanding,
  { parameterVersion }: Marks,
): boolean =>
  judgedBy !== null &&
  judgedBy !== parameterVersion &&
  events.every(({ name }) => BRINGS_NO_NEWS.includes(name));

interface Reached {
  readonly standing: GroupStanding;
  readonly assessment: Assessment;
  readonly asOf: string;
  readonly events: Run;
}

/** From what stood under the earlier marks to what stands under these, from a level to itself where only its kind moved. */
export function stepByMarks({ standing, assessment, asOf, events }: Reached): LevelChange<DomainEvent>[] {
  const { level: from, by_silence_only, quiet } = standing;
  const { level: to, reasons, clearsWhen, causedBySilenceOnly: bySilenceOnly } = assessment;
  if (to === from && bySilenceOnly === by_silence_only && assessment.quiet === quiet) return [];
  const because = events.at(-1) as DomainEvent;
  const why = [{ key: 'marks-changed' as const, meetingIds: [] }, ...reasons];
  const before = { bySilenceOnly: by_silence_only, quiet };
  return [{ because, on: asOf, from, to, reasons: why, clearsWhen, bySilenceOnly, before }];
}

const LAST_OF_ITS_OWN = `
  select to_level, at from group_level_change
  where group_id = $1 and coalesce(reasons -> 0 ->> 'key', '') <> 'marks-changed' order by id desc limit 1`;

/** Since when a level holds that other marks brought: since its own step to it, should they only have brought it back. */
export async function sinceByMarks(
  manager: EntityManager,
  { group_id, since }: GroupStanding,
  { from, to, now }: { readonly from: Level | null; readonly to: Level | null; readonly now: Date },
): Promise<Date | null> {
  if (from === to) return since;
  const [own]: { to_level: Level | null; at: Date }[] = await manager.query(LAST_OF_ITS_OWN, [group_id]);
  return own && own.to_level === to ? own.at : now;
}
