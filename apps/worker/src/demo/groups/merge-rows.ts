import type { NewEvent } from '@followon/shared/db/ledger/append';
import { addDays } from '@followon/shared/rules/calendar/civil-date';
import type { Row } from '../demo-rows.js';
import type { Stream } from '../facts.js';
import { atNight, fact } from '../facts.js';
import { demoId } from '../random.js';
import type { GroupPlan } from './group-plan.js';

interface Told {
  readonly plan: GroupPlan;
  readonly stream: Stream;
  readonly today: string;
}

const mergeId = ({ name }: GroupPlan): string => demoId('merge', name);

/** A group that has become small and would like to go on in another one: asked, and not answered yet. */
export function mergeRows({ plan, stream, today }: Told): Row[] {
  if (!plan.asksToJoin) return [];
  const at = atNight(addDays(today, -plan.asksToJoin.daysAgo));
  return [
    {
      ...{ id: mergeId(plan), site_id: stream.siteId, from_group_id: stream.streamId },
      into_group_id: demoId('group', plan.asksToJoin.name),
      ...{ asked_at: at, from_agreed_at: at },
    },
  ];
}

export function mergeFactsOf({ plan, stream, today }: Told): NewEvent[] {
  if (!plan.asksToJoin) return [];
  const payload = {
    ...{ groupId: stream.streamId, mergeId: mergeId(plan) },
    intoGroupId: demoId('group', plan.asksToJoin.name),
  };
  const at = addDays(today, -plan.asksToJoin.daysAgo);
  return [fact({ ...stream, at }, 'group.merge-asked.v1', payload)];
}
