import type { AlertDetail, AlertVerdict, AlertView } from '@followon/shared/contract/alerts';
import { sayDay } from '../dates.js';
import { t, type MessageKey } from '../i18n.js';

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

/** What happened, and how many messages left for it: never to whom. */
export function sayStep({ what, sent, notSent, until }: Step, now: string): string {
  return [
    t(STEP[what], { day: until ? sayDay(until, now) : '' }),
    ...(sent === null ? [] : [t('alert.step.sent', { count: sent })]),
    ...(notSent ? [t('alert.step.notSent', { count: notSent })] : []),
  ].join(' ');
}

export const VERDICT: Readonly<Record<AlertVerdict, MessageKey>> = {
  useful: 'alert.verdict.useful',
  'not-useful': 'alert.verdict.not-useful',
  wrong: 'alert.verdict.wrong',
};
