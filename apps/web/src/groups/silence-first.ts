import type { GroupSummary } from '@followon/shared/contract/groups';
import { dayAfter } from '../dates.js';
import { standingOf } from '../ui/level-tag.js';
import type { Reason } from '../ui/reason-words.js';

const SILENCE: readonly Reason['key'][] = ['silent', 'long-silent'];

type Group = Pick<GroupSummary, 'reasons' | 'lastMetOn' | 'state' | 'level' | 'noNews' | 'restingUntil'>;

/** Under a tag that says *no news* the silence comes first, also where no reason speaks of it. `usualGapDays`: where known. */
export function silenceFirst(group: Group, usualGapDays: number | null = null): Reason[] {
  const { reasons, lastMetOn } = group;
  if (standingOf(group) !== 'unknown') return reasons;
  const silent = reasons.filter(({ key }) => SILENCE.includes(key));
  const others = reasons.filter(({ key }) => !SILENCE.includes(key));
  if (silent.length > 0 || lastMetOn === null) return [...silent, ...others];
  const due = usualGapDays === null ? {} : { expectedOn: dayAfter(lastMetOn, Math.round(usualGapDays)) };
  return [{ key: 'silent', lastOn: lastMetOn, ...due, meetingIds: [] }, ...others];
}
