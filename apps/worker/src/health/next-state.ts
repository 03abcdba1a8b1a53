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
