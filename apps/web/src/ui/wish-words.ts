import type { WishesView } from '@followon/shared/contract/wishes';
import type { MessageKey } from '../i18n.js';

/** What a kind of message is, for whoever gets it. */
const PURPOSES: Readonly<Record<string, MessageKey>> = {
  'meeting-reminder': 'wishes.purpose.meeting-reminder',
  'missed-you': 'wishes.purpose.missed-you',
  'meeting-report': 'wishes.purpose.meeting-report',
  'group-support': 'wishes.purpose.group-support',
  'handover-task': 'wishes.purpose.handover-task',
  news: 'wishes.purpose.news',
  thanks: 'wishes.purpose.thanks',
  'staff-alert': 'wishes.purpose.staff-alert',
};

/** Undefined for one that has no words yet: nobody can say yes to what they cannot read. */
export const purposeWords = (purpose: string): MessageKey | undefined => PURPOSES[purpose];

export const channelWords: Readonly<Record<WishesView['channels'][number]['channel'], MessageKey>> = {
  email: 'wishes.channel.email',
  sms: 'wishes.channel.sms',
  letter: 'wishes.channel.letter',
};

type Choices<V extends string> = readonly (readonly [value: V, words: MessageKey])[];

export const languagesSpoken: Choices<NonNullable<WishesView['language']>> = [
  ['en', 'wishes.language.en'],
  ['cy', 'wishes.language.cy'],
];

export const formats: Choices<WishesView['format']> = [
  ['standard', 'wishes.format.standard'],
  ['large-print', 'wishes.format.large-print'],
  ['easy-read', 'wishes.format.easy-read'],
  ['bsl', 'wishes.format.bsl'],
  ['paper', 'wishes.format.paper'],
];

export const hours: Choices<WishesView['hours']> = [
  ['any', 'wishes.hours.any'],
  ['mornings', 'wishes.hours.mornings'],
  ['afternoons', 'wishes.hours.afternoons'],
];

/** From Monday on. */
export const dayWords: readonly MessageKey[] = [
  'wishes.day.1',
  'wishes.day.2',
  'wishes.day.3',
  'wishes.day.4',
  'wishes.day.5',
];
