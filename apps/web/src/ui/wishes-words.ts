import { t, type MessageKey } from '../i18n.js';
import { purposeWords } from './wish-words.js';

const OWN = {
  badDay: 'wishes.badDay',
  badDayOn: 'wishes.badDayOn',
  pauseHow: 'wishes.pauseHow',
  stopAllHow: 'wishes.stopAllHow',
  stoppedHow: 'wishes.stoppedHow',
  what: 'wishes.what',
  whatHow: 'wishes.whatHow',
  how: 'wishes.how',
  format: 'wishes.format',
  when: 'wishes.when',
  address: 'wishes.address',
  addressHow: 'wishes.addressHow',
  hasEmail: 'wishes.address.hasEmail',
  hasSms: 'wishes.address.hasSms',
  hasLetter: 'wishes.address.hasLetter',
} as const satisfies Readonly<Record<string, MessageKey>>;

/** What is said to "you" on one's own page, and of somebody by name where another writes it down. */
export type WishesWord = keyof typeof OWN;

const THEIRS: Readonly<Record<WishesWord, MessageKey>> = {
  badDay: 'wishes.their.badDay',
  badDayOn: 'wishes.their.badDayOn',
  pauseHow: 'wishes.their.pauseHow',
  stopAllHow: 'wishes.their.stopAllHow',
  stoppedHow: 'wishes.their.stoppedHow',
  what: 'wishes.their.what',
  whatHow: 'wishes.their.whatHow',
  how: 'wishes.their.how',
  format: 'wishes.their.format',
  when: 'wishes.their.when',
  address: 'wishes.their.address',
  addressHow: 'wishes.their.addressHow',
  hasEmail: 'wishes.their.hasEmail',
  hasSms: 'wishes.their.hasSms',
  hasLetter: 'wishes.their.hasLetter',
};

/** Kinds of messages whose words say "I" or "my". */
const THEIR_PURPOSES: Readonly<Record<string, MessageKey>> = {
  'missed-you': 'wishes.their.purpose.missed-you',
  'group-support': 'wishes.their.purpose.group-support',
  'handover-task': 'wishes.their.purpose.handover-task',
};

type Values = Readonly<Record<string, string | number>>;

/** Who is spoken to or about: the same page in the words for either. */
export interface Speaking {
  readonly toOneself: boolean;
  readonly say: (word: WishesWord, values?: Values) => string;
  /** Undefined for a kind of message that has no words yet. */
  readonly purpose: (purpose: string) => string | undefined;
}

const worded = (key: MessageKey | undefined, values?: Values) => key && t(key, values);

export const toOneself: Speaking = {
  toOneself: true,
  say: (word, values) => t(OWN[word], values),
  purpose: (purpose) => worded(purposeWords(purpose)),
};

export const speakingOf = (name: string): Speaking => ({
  toOneself: false,
  say: (word, values) => t(THEIRS[word], { name, ...values }),
  purpose: (purpose) => worded(THEIR_PURPOSES[purpose] ?? purposeWords(purpose), { name }),
});
