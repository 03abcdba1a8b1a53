import { baseTemplate } from '../rules/handover/templates/base.js';
import type { MessageFacts } from './facts.js';

const MONTHS = 'January February March April May June July August September October November December'.split(
  ' ',
);

/** A civil date as people read it: 14 April 2026. */
export function sayDate(date: string): string {
  const [year = '', month = '', day = ''] = date.split('-');
  return `${Number(day)} ${MONTHS[Number(month) - 1] ?? ''} ${year}`;
}

/** 4, 5 and 3 */
export function sayList(numbers: readonly number[]): string {
  if (numbers.length < 2) return numbers.join('');
  return `${numbers.slice(0, -1).join(', ')} and ${String(numbers.at(-1))}`;
}

export const sayTask = (key: string | undefined): string | undefined =>
  baseTemplate.find((task) => task.key === key)?.title;

const TELLING = /\b(pain\w*|hospital\w*|clinic\w*|nhs|patients?|trust|fibro\w*|arthritis)\b/i;

/**
 * A name that may stand in a message, which others in the house may read: none that tells of a place of care or of a
 * condition. Undefined when there is no such name.
 */
export function neutralName(name: string | null | undefined): string | undefined {
  return name && !TELLING.test(name) ? name : undefined;
}

export const sayName = (name: string): string => `“${name}”`;

export const sayGroup = ({ groupName }: MessageFacts): string =>
  groupName === undefined ? 'your group' : sayName(groupName);

const fewer = ({ usual, recent }: MessageFacts): string | undefined =>
  usual !== undefined && recent && recent.length > 0
    ? `About ${Math.round(usual)} people usually come. The last meetings had ${sayList(recent)}.`
    : undefined;

const quiet = ({ lastOn }: MessageFacts): string =>
  lastOn ? `We have heard nothing since ${sayDate(lastOn)}.` : 'We have heard nothing for a while.';

type ReasonKey = NonNullable<MessageFacts['key']>;

const reasons: { readonly [K in ReasonKey]: (facts: MessageFacts) => string | undefined } = {
  'below-70-twice': fewer,
  'below-60': fewer,
  'under-3': fewer,
  silent: quiet,
  'long-silent': quiet,
  'dates-missed': quiet,
  'few-lately': fewer,
  'few-likely': fewer,
  cusum: fewer,
  'regulars-away': fewer,
  'long-gap': () => 'The meetings are further apart than they used to be.',
  'registers-missing': () => undefined,
  'help-asked': () => 'The group asked for a hand.',
  'venue-lost': () => 'The group has lost its meeting place.',
  conflict: () => 'The group told us of a falling out.',
  'one-carries': () => 'One person does most of the work.',
  'roles-vacant': () => 'Too few people share the roles.',
  'nobody-new': ({ lastOn }) => (lastOn ? `Nobody new has come since ${sayDate(lastOn)}.` : undefined),
  'cancelled-twice': () => 'Two meetings in a row did not take place.',
  'register-corrected': () => undefined,
  resting: () => undefined,
};

/** Why a flag was raised, about the group and never about a person. */
export const sayReason = (facts: MessageFacts): string | undefined => facts.key && reasons[facts.key](facts);
