import type { AlertView, ResolveAlert } from '@followon/shared/contract/alerts';
import { civilDate, sayDay, sayMoment } from '../dates.js';
import { t, type MessageKey } from '../i18n.js';
import { sayWhyWithdrawn } from '../ui/withdrawn-words.js';

type Cause = AlertView['cause'];
export type Outcome = ResolveAlert['outcome'];
export type Because = NonNullable<ResolveAlert['noConcernBecause']>;

/** What an alert is about, as staff read it. */
export const CAUSE: Readonly<Record<Cause, MessageKey>> = {
  'at-risk': 'alert.cause.at-risk',
  fading: 'alert.cause.fading',
  'gone-quiet': 'alert.cause.gone-quiet',
  'help-asked': 'alert.cause.help-asked',
  conflict: 'alert.cause.conflict',
  'venue-lost': 'alert.cause.venue-lost',
  'contact-leaving': 'alert.cause.contact-leaving',
  'handover-late': 'alert.cause.handover-late',
  'no-ptv': 'alert.cause.no-ptv',
};

/** Whom it has reached. */
export const STAGE: Readonly<Record<AlertView['stage'], MessageKey>> = {
  group: 'alert.stage.group',
  clinician: 'alert.stage.clinician',
  'site-admin': 'alert.stage.site-admin',
};

export const CAUSES = Object.keys(CAUSE) as readonly Cause[];

/** The shape that stands for it. */
export const SIGN = {
  fading: 'fading',
  'at-risk': 'at-risk',
  'gone-quiet': 'unknown',
  'help-asked': 'fading',
  conflict: 'fading',
  'venue-lost': 'fading',
  'contact-leaving': 'fading',
  'handover-late': 'fading',
  'no-ptv': 'fading',
} as const satisfies Record<Cause, string>;

/** What a person can say became of it, one tap each; that it is no concern has a button of its own. */
export const OUTCOMES: Readonly<Record<Outcome, MessageKey>> = {
  called: 'alert.outcome.called',
  'volunteer-called': 'alert.outcome.volunteer-called',
  'ideas-sent': 'alert.outcome.ideas-sent',
  'met-another-group': 'alert.outcome.met-another-group',
  'newcomers-invited': 'alert.outcome.newcomers-invited',
  'group-is-fine': 'alert.outcome.group-is-fine',
  resting: 'alert.outcome.resting',
  'closing-well': 'alert.outcome.closing-well',
  'handover-goes-on': 'alert.outcome.handover-goes-on',
  'no-concern': 'alert.outcome.no-concern',
  other: 'alert.outcome.other',
};

export const BECAUSE: Readonly<Record<Because, MessageKey>> = {
  season: 'alert.because.season',
  'known-plan': 'alert.because.known-plan',
  'small-by-choice': 'alert.because.small-by-choice',
  'meets-elsewhere': 'alert.because.meets-elsewhere',
  'registers-wrong': 'alert.because.registers-wrong',
  other: 'alert.because.other',
};

const HANDOVER: readonly Outcome[] = ['handover-goes-on', 'volunteer-called', 'called', 'other'];
const OF_GROUPS = (Object.keys(OUTCOMES) as readonly Outcome[]).filter(
  (outcome) => outcome !== 'no-concern' && outcome !== 'handover-goes-on',
);

/** Of a handover other things come than of a group. */
export const outcomesOf = ({ cause }: Pick<AlertView, 'cause'>): readonly Outcome[] =>
  cause === 'handover-late' || cause === 'no-ptv' ? HANDOVER : OF_GROUPS;

/** How an alert ended; undefined while it stands. */
export function sayEnd(alert: AlertView, now: string): string | undefined {
  if (!alert.closedAt) return undefined;
  const day = sayDay(alert.closedAt, now);
  if (alert.state === 'withdrawn') {
    return t('alert.withdrawn', { day, why: sayWhyWithdrawn(alert.withdrawnBecause) });
  }
  if (alert.noConcernBecause)
    return t('alert.resolved.because', { day, because: t(BECAUSE[alert.noConcernBecause]) });
  return t('alert.resolved', { day, outcome: t(OUTCOMES[alert.outcome ?? 'other']) });
}

/** Looked after until a day that has not come. */
const isPutOff = ({ snoozedUntil }: AlertView, now: string): boolean =>
  snoozedUntil !== null && snoozedUntil > civilDate(now);

/** For staff to look at now: not while its days are the group's own, and not before the day it was put off to. */
export const isDue = (alert: AlertView, now: string): boolean =>
  alert.stage !== 'group' && !isPutOff(alert, now);

/** Whether somebody has it in hand, has put it off, or nobody has. */
export function sayHand(alert: AlertView, now: string): string {
  if (alert.snoozedUntil && isPutOff(alert, now))
    return t('alert.putOff', { day: sayDay(alert.snoozedUntil, now) });
  return alert.acknowledgedAt
    ? t('alert.taken', { when: sayMoment(alert.acknowledgedAt, now) })
    : t('alert.waiting');
}

/** What it is about: a group, or a programme that has no group yet. */
export const nameOf = ({ groupName, programmeName, siteName }: AlertView): string =>
  groupName ?? programmeName ?? siteName;

/** The reason an alert is told with: of a group that went quiet, the silence; who leaves is said by the cause itself. */
export function firstReason({ cause, reasons }: AlertView): AlertView['reasons'][number] | undefined {
  if (cause === 'contact-leaving') return undefined;
  const silence = reasons.find(({ key }) => key === 'silent' || key === 'long-silent');
  return (cause === 'gone-quiet' ? silence : undefined) ?? reasons[0];
}
