import type { Reason, ReasonKey } from './facts.js';

const MOST_REASONS = 3;
/** What says the same of the same meetings, each by its own rule: the head counts, and the meetings that were called off. */
const families: readonly (readonly ReasonKey[])[] = [
  ['under-3', 'below-60', 'below-70-twice', 'few-lately', 'cusum'],
  ['dates-missed', 'cancelled-twice'],
];

/** The weightiest reasons, each kind once; a second one about the same thing stands behind whatever tells something else. */
export function saidOnce(reasons: readonly Reason[]): readonly Reason[] {
  const once = reasons.filter(({ key }, place) => reasons.findIndex((other) => other.key === key) === place);
  const isAgain = ({ key }: Reason, place: number) => {
    const family = families.find((keys) => keys.includes(key));
    return family !== undefined && once.findIndex((other) => family.includes(other.key)) < place;
  };
  const first = once.filter((reason, place) => !isAgain(reason, place));
  return [...first, ...once.filter(isAgain)].slice(0, MOST_REASONS);
}
