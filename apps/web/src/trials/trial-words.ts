import type {
  SwitchOn,
  TrialKeyView,
  TrialKindView,
  TrialStateView,
  TrialView,
} from '@followon/shared/contract/trials';
import { t, type MessageKey } from '../i18n.js';

const QUESTION: Readonly<Record<TrialKeyView, MessageKey>> = {
  how_was_it: 'trials.ask.how_was_it',
  register_missing: 'trials.ask.register_missing',
  did_you_meet: 'trials.ask.did_you_meet',
  hand_round_roles: 'trials.ask.hand_round_roles',
  winter_note: 'trials.ask.winter_note',
};
const NAME: Readonly<Record<TrialKeyView, MessageKey>> = {
  how_was_it: 'trials.kind.how_was_it',
  register_missing: 'trials.kind.register_missing',
  did_you_meet: 'trials.kind.did_you_meet',
  hand_round_roles: 'trials.kind.hand_round_roles',
  winter_note: 'trials.kind.winter_note',
};
const OUTCOME: Readonly<Record<TrialKindView['outcome'], MessageKey>> = {
  register: 'trials.outcome.register',
  'heard-of': 'trials.outcome.heard-of',
  'role-taken': 'trials.outcome.role-taken',
  'met-or-rests': 'trials.outcome.met-or-rests',
};
const STATE: Readonly<Record<TrialStateView, MessageKey>> = {
  running: 'trials.state.running',
  helps: 'trials.state.helps',
  retired: 'trials.state.retired',
  'no-answer': 'trials.state.no-answer',
  stopped: 'trials.state.stopped',
};
const MEANS: Readonly<Record<TrialStateView, MessageKey>> = {
  running: 'trials.means.running',
  helps: 'trials.means.helps',
  retired: 'trials.means.retired',
  'no-answer': 'trials.means.no-answer',
  stopped: 'trials.means.stopped',
};
const REASON: Readonly<Record<SwitchOn['reason'], MessageKey>> = {
  'groups-asked': 'trials.reason.groups-asked',
  'things-have-changed': 'trials.reason.things-have-changed',
  'found-useful-elsewhere': 'trials.reason.found-useful-elsewhere',
};

export const reasons = Object.keys(REASON) as SwitchOn['reason'][];

export const sayKind = (key: TrialKeyView): string => t(NAME[key]);
export const sayQuestion = (key: TrialKeyView): string => t(QUESTION[key]);
export const sayState = (state: TrialStateView): string => t(STATE[state]);
export const sayMeaning = (state: TrialStateView): string => t(MEANS[state]);
export const sayReason = (reason: SwitchOn['reason']): string => t(REASON[reason]);
export const sayOutcome = ({ outcome, withinDays }: Pick<TrialKindView, 'outcome' | 'withinDays'>): string =>
  t(OUTCOME[outcome], { days: withinDays });

/** A share as so many of a hundred: whole numbers are precise enough for what is known. */
export const inHundred = (share: number): string =>
  String(Math.round(share * 100))
    .replace(/^-(?=\d)/, '−')
    .replace('−0', '0');

/** What decides a trial: no difference, and the least that is worth a message. */
const marksOf = ({ smallestEffect }: TrialView['terms']): readonly number[] => [0, smallestEffect];

/** An end of the interval. Where rounding would lay it on a mark, the side is said: the verdict hangs on it. */
function sayBound(share: number, marks: readonly number[]): string {
  const mark = marks.find((of) => of !== share && Math.round(of * 100) === Math.round(share * 100));
  if (mark === undefined) return inHundred(share);
  return t(share > mark ? 'trials.justAbove' : 'trials.justBelow', { mark: inHundred(mark) });
}

/** The difference and its interval, in one sentence for the eye and the ear. */
export function sayDifference({ sent, withheld, difference, terms }: TrialView): string {
  if (!difference) return t('trials.early', { minimum: terms.minimumPerArm });
  const share = (arm: TrialView['sent']): string => inHundred((arm.good ?? 0) / arm.units);
  return t('trials.found', {
    ...{ sent: share(sent), withheld: share(withheld), estimate: inHundred(difference.estimate) },
    low: sayBound(difference.low, marksOf(terms)),
    high: sayBound(difference.high, marksOf(terms)),
  });
}
