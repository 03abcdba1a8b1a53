import type { TemplateFindingView } from '@followon/shared/contract/templates';
import type { TemplateFinding } from '@followon/shared/rules/handover/check-template';
import { OFFSET_RANGE } from '@followon/shared/rules/handover/check-template';

type Said = Pick<TemplateFindingView, 'message' | 'mend'>;
type Titles = (key: string) => string;
type Saying = {
  readonly [C in TemplateFinding['code']]: (
    finding: Extract<TemplateFinding, { code: C }>,
    title: Titles,
  ) => Said;
};

const saying: Saying = {
  'must-stay': ({ key }, title) => ({
    message: `“${title(key)}” cannot be left out.`,
    mend: 'Put it back. You may reword it or give it another day.',
  }),
  'unknown-key': ({ key }) => ({
    message: `There is no task “${key}” on this list.`,
    mend: 'Take this change out, or name a task that is on the list.',
  }),
  'doubled-key': ({ key }, title) => ({
    message: `Two tasks have the key “${key}” (${title(key)}).`,
    mend: 'Give one of them another key.',
  }),
  cycle: ({ circle }, title) => ({
    message:
      circle.length === 1
        ? `“${title(circle[0] ?? '')}” waits for itself.`
        : `These tasks wait for each other: ${circle.map((key) => `“${title(key)}”`).join(', ')}.`,
    mend: 'Take one of them out of what another waits for, so that one can be first.',
  }),
  'before-its-turn': ({ key, waitsFor, days }, title) => ({
    message: `“${title(key)}” is due before “${title(waitsFor)}”, which has to come first.`,
    mend: `Make it day ${sayDay(days)} or later, or move the other one forward.`,
  }),
  'out-of-range': ({ key, days }, title) => ({
    message: `“${title(key)}” is on day ${sayDay(days)}, which is too far away.`,
    mend: `Choose a day from ${sayDay(OFFSET_RANGE.from)} to ${sayDay(OFFSET_RANGE.to)}.`,
  }),
};

/** Day 0 is the last session; a minus is before it. */
const sayDay = (days: number): string => (days < 0 ? `−${-days}` : String(days));

/** A finding in plain words: what, where, and how to mend it. */
export function sayFinding(finding: TemplateFinding, titleOf: Titles): TemplateFindingView {
  const { code, key, where } = finding;
  const say = saying[code] as (finding: TemplateFinding, title: Titles) => Said;
  return { code, key, path: `changes.${where}`, ...say(finding, titleOf) };
}
