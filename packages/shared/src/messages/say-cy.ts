import type { NudgeKey, nudges } from '../rules/nudge/nudges.js';
import type { MessageFacts } from './facts.js';
import { longDate, sayName } from './say.js';

const MONTHS = 'Ionawr Chwefror Mawrth Ebrill Mai Mehefin Gorffennaf Awst Medi Hydref Tachwedd Rhagfyr'.split(
  ' ',
);
const WEEKDAYS = 'dydd Sul,dydd Llun,dydd Mawrth,dydd Mercher,dydd Iau,dydd Gwener,dydd Sadwrn'.split(',');

/** 14 Ebrill 2026 */
export const cyDate = (date: string): string => longDate(date, MONTHS);

/** dydd Mawrth 14 Ebrill 2026 */
export const cyDay = (date: string): string =>
  `${WEEKDAYS[new Date(`${date}T00:00:00Z`).getUTCDay()] ?? ''} ${cyDate(date)}`;

export const cyGroup = ({ groupName }: MessageFacts): string =>
  groupName === undefined ? 'eich grŵp' : sayName(groupName);

type ChoiceOf<K extends NudgeKey> = Extract<(typeof nudges)[number], { key: K }>['choices'][number];

/** Welsh for these nudges: one that is missing, or one of its choices, does not compile. Who is offered which choice is the English words' to say. */
export type CyWords<K extends NudgeKey> = {
  readonly [N in K]: {
    readonly subject: (facts: MessageFacts) => string;
    readonly text: (facts: MessageFacts) => readonly (string | undefined)[];
    readonly choices: Readonly<Record<ChoiceOf<N>, string>>;
  };
};
