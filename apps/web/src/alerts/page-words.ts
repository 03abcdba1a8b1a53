import type { AlertDetail, AlertVerdict, AlertView } from '@followon/shared/contract/alerts';
import { sayDay, sayMoment } from '../dates.js';
import { t, type MessageKey } from '../i18n.js';
import { STAGE } from './alert-words.js';

type Cause = AlertView['cause'];

/** What is so, in a sentence. */
export const SO: Readonly<Record<Cause, MessageKey>> = {
  'at-risk': 'alert.so.at-risk',
  fading: 'alert.so.fading',
  'gone-quiet': 'alert.so.gone-quiet',
  'help-asked': 'alert.so.help-asked',
  conflict: 'alert.so.conflict',
  'venue-lost': 'alert.so.venue-lost',
  'contact-leaving': 'alert.so.contact-leaving',
  'handover-late': 'alert.so.handover-late',
  'no-ptv': 'alert.so.no-ptv',
};

/** A reason that says the same as the sentence of the cause. */
const isSame =
  ({ cause }: Pick<AlertView, 'cause'>) =>
  ({ key }: AlertView['reasons'][number]) =>
    key === cause;

/** What is said of why, each thing once: a call for a hand has its day in the reason, so that stands for its sentence. */
export function saidOnce(alert: Pick<AlertView, 'cause' | 'reasons'>): {
  readonly so: MessageKey | undefined;
  readonly reasons: AlertView['reasons'];
} {
  const same = alert.reasons.some(isSame(alert));
  if (same && alert.cause === 'help-asked') return { so: undefined, reasons: alert.reasons };
  return { so: SO[alert.cause], reasons: alert.reasons.filter((reason) => !isSame(alert)(reason)) };
}

/** What would clear it, where no number of the group's says it. */
export const CLEARS: Readonly<Record<Cause, MessageKey>> = {
  'at-risk': 'alert.clears.level',
  fading: 'alert.clears.level',
  'gone-quiet': 'clears.any-news',
  'help-asked': 'alert.clears.told',
  conflict: 'alert.clears.told',
  'venue-lost': 'alert.clears.told',
  'contact-leaving': 'alert.clears.contact-leaving',
  'handover-late': 'alert.clears.handover-late',
  'no-ptv': 'alert.clears.no-ptv',
};

const ABOUT_MEETINGS: readonly Cause[] = ['at-risk', 'fading', 'gone-quiet'];

/** Judged by the group's meetings, whose own page can say what would be enough. */
export const isAboutMeetings = ({ cause }: Pick<AlertView, 'cause'>): boolean =>
  ABOUT_MEETINGS.includes(cause);

type Step = AlertDetail['history'][number];

const STEP: Readonly<Record<Step['what'], MessageKey>> = {
  opened: 'alert.step.opened',
  'offered-to-group': 'alert.step.offered-to-group',
  'told-clinicians': 'alert.step.told-clinicians',
  'told-administrators': 'alert.step.told-administrators',
  acknowledged: 'alert.step.acknowledged',
  snoozed: 'alert.step.snoozed',
  'snooze-ended': 'alert.step.snooze-ended',
  withdrawn: 'alert.step.withdrawn',
  resolved: 'alert.step.resolved',
};

type Told = 'offered-to-group' | 'told-clinicians' | 'told-administrators';

const WILL: Readonly<Record<Told, MessageKey>> = {
  'offered-to-group': 'alert.step.will.offered-to-group',
  'told-clinicians': 'alert.step.will.told-clinicians',
  'told-administrators': 'alert.step.will.told-administrators',
};

const NOT: Readonly<Record<Told, MessageKey>> = {
  'offered-to-group': 'alert.step.not.offered-to-group',
  'told-clinicians': 'alert.step.not.told-clinicians',
  'told-administrators': 'alert.step.not.told-administrators',
};

const isTold = (what: Step['what']): what is Told => Object.hasOwn(WILL, what);

/** Its messages still wait for their hour: nobody has been told. */
export const isAhead = ({ what, sent, waiting }: Step): boolean => isTold(what) && !sent && Boolean(waiting);

function sayWhat(step: Step, now: string): string {
  const { what, at, sent, until } = step;
  if (isTold(what) && isAhead(step)) return t(WILL[what], { day: sayMoment(at, now) });
  if (isTold(what) && sent === 0) return t(NOT[what]);
  return t(STEP[what], { day: until ? sayDay(until, now) : '' });
}

/** What happened or will, and how many messages left for it: never to whom. Only a message that left has told anybody. */
export function sayStep(step: Step, now: string): string {
  const { sent, notSent, waiting } = step;
  return [
    sayWhat(step, now),
    ...(sent ? [t('alert.step.sent', { count: sent })] : []),
    ...(sent && waiting ? [t('alert.step.waiting', { count: waiting })] : []),
    ...(notSent ? [t('alert.step.notSent', { count: notSent })] : []),
  ].join(' ');
}

const TELLS: Readonly<Record<AlertView['stage'], Told>> = {
  group: 'offered-to-group',
  clinician: 'told-clinicians',
  'site-admin': 'told-administrators',
};

/** Whom it has reached by now; that they will be told, or were not, while no message to them has left. */
export function sayReached({ stage, history }: AlertDetail, now: string): string {
  const step = history.find(({ what }) => what === TELLS[stage]);
  return step?.sent === 0 ? sayWhat(step, now) : t(STAGE[stage]);
}

export const VERDICT: Readonly<Record<AlertVerdict, MessageKey>> = {
  useful: 'alert.verdict.useful',
  'not-useful': 'alert.verdict.not-useful',
  wrong: 'alert.verdict.wrong',
};
