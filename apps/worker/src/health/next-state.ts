import type { GroupHistory } from '@followon/shared/rules/health/facts';
import type { GroupState } from '@followon/shared/contract/health';

/** Where the registers move a group's state. Rest, merger and end are people's decisions and are left alone. */
export function nextState(
  state: GroupState,
  { noNews, hasMet }: { readonly noNews: boolean; readonly hasMet: boolean },
): GroupState {
  const begun = state === 'forming' && hasMet ? 'meeting' : state;
  if (begun === 'meeting' && noNews) return 'unknown';
  if (begun === 'unknown' && !noNews) return 'meeting';
  return begun;
}

/** Whether it has met since it last started again: what lies before a break or an end does not make it meet now. */
export function hasMetAnew({ meetings, rests }: Pick<GroupHistory, 'meetings' | 'rests'>): boolean {
  const since = rests.reduce((latest, { until }) => (until !== null && until > latest ? until : latest), '');
  return meetings.some(({ outcome, on }) => outcome === 'held' && on >= since);
}
