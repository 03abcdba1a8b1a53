import { shippedTask } from '../rules/handover/templates/shipped.js';
import type { MessageFacts } from './facts.js';

const MONTHS = 'January February March April May June July August September October November December'.split(
  ' ',
);

/** Day, month and year, with the months of a language. */
export function longDate(date: string, months: readonly string[]): string {
  const [year = '', month = '', day = ''] = date.split('-');
  return `${Number(day)} ${months[Number(month) - 1] ?? ''} ${year}`;
}

/** A civil date as people read it: 14 April 2026. */
export const sayDate = (date: string): string => longDate(date, MONTHS);

const WEEKDAYS = 'Sunday Monday Tuesday Wednesday Thursday Friday Saturday'.split(' ');

/** A day on which somebody does something: Tuesday 14 April 2026. */
export const sayDay = (date: string): string =>
  `${WEEKDAYS[new Date(`${date}T00:00:00Z`).getUTCDay()] ?? ''} ${sayDate(date)}`;

/** March 2026 */
export const sayMonth = (date: string): string => sayDate(date).replace(/^\d+ /, '');

/** 4, 5 and 3 */
export function sayList(numbers: readonly number[]): string {
  if (numbers.length < 2) return numbers.join('');
  return `${numbers.slice(0, -1).join(', ')} and ${String(numbers.at(-1))}`;
}

export const sayTask = (key: string | undefined): string | undefined =>
  key === undefined ? undefined : shippedTask(key)?.title;

/** Places of care and conditions, also as a part of a word: rather one name too few. */
const TELLING =
  /pain|hospital|clinic|clinig|infirmary|surgery|fibro|arthrit|rheuma|migraine|sciatica|syndrome|disease|endometri|rehab/i;
/** Those that would be found in harmless words, so only whole; also in Welsh. */
const TELLING_WORDS =
  /\b(nhs|patients?|trust|chronic|covid|lupus|m\.?s|m\.e|crps|cancer|headaches?|spinal|spine|medical|health centre|ward|unit|ruh|poen|boen|phoen|mhoen|ysbyty|meddygfa)\b/i;
/** Digits that stand for letters, and dots between letters. */
const undisguised = (name: string): string =>
  name
    .replace(/1/g, 'i')
    .replace(/3/g, 'e')
    .replace(/4/g, 'a')
    .replace(/0/g, 'o')
    .replace(/(?<=\b\p{L})[.·_*-](?=\p{L}\b)/gu, '');
/** What turns lines around, breaks them, or leads elsewhere. */
const UNRULY = /[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]|:\/\/|\bwww\./iu;
const LONGEST = 80;

/**
 * A name that may stand in a message, which others in the house may read: none that tells of a place of care or of a
 * condition, also in disguise, and none that would do more than be read. A list of words is never whole. Undefined when there is no such name.
 */
export function neutralName(name: string | null | undefined): string | undefined {
  if (!name || name.length > LONGEST || UNRULY.test(name)) return undefined;
  const plain = name.normalize('NFKC').replace(/\p{Cf}/gu, '');
  const tells = [plain, undisguised(plain)].some((one) => TELLING.test(one) || TELLING_WORDS.test(one));
  return tells ? undefined : name;
}

export const sayName = (name: string): string => `“${name}”`;

export const sayGroup = ({ groupName }: MessageFacts): string =>
  groupName === undefined ? 'your group' : sayName(groupName);
