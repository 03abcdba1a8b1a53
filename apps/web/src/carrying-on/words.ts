import type {
  ChosenRoute,
  ForecastView,
  InterestCounts,
  InterestView,
  PossibleRoute,
} from '@followon/shared/contract/carrying-on';
import { t, type MessageKey } from '../i18n.js';

type Words<K extends string> = Readonly<Record<K, MessageKey>>;

export const ANSWERS: readonly (readonly [keyof InterestCounts, MessageKey])[] = [
  ['yes', 'carry.count.yes'],
  ['maybe', 'carry.count.maybe'],
  ['no', 'carry.count.no'],
  ['otherKind', 'carry.count.otherKind'],
];

export const ROUTE_SAYS: Words<ChosenRoute> = {
  new: 'carry.route.new.says',
  online: 'carry.route.online.says',
  hybrid: 'carry.route.hybrid.says',
  join: 'carry.route.join.says',
  merge: 'carry.route.merge.says',
  buddy: 'carry.route.buddy.says',
  none: 'carry.route.none.says',
};

type Reason = NonNullable<InterestView['suggestion']>['reasons'][number];
export const REASON: Words<Reason> = {
  'enough-say-yes': 'carry.reason.enough-say-yes',
  'enough-with-maybe': 'carry.reason.enough-with-maybe',
  'programme-was-online': 'carry.reason.programme-was-online',
  'programme-was-hybrid': 'carry.reason.programme-was-hybrid',
  'fewer-than-minimum': 'carry.reason.fewer-than-minimum',
  'another-programme-ends': 'carry.reason.another-programme-ends',
  'a-group-welcomes-people': 'carry.reason.a-group-welcomes-people',
  'enough-for-company': 'carry.reason.enough-for-company',
  'one-person': 'carry.reason.one-person',
  'nobody-would-come': 'carry.reason.nobody-would-come',
  'some-want-another-kind': 'carry.reason.some-want-another-kind',
};

export const BECAUSE: Words<NonNullable<PossibleRoute['because']>> = {
  'fewer-than-minimum': 'carry.because.fewer-than-minimum',
  'no-partner': 'carry.because.no-partner',
  'one-person': 'carry.because.one-person',
  'no-group': 'carry.because.no-group',
};

export const LOOKS: Words<Exclude<ForecastView['looks'], 'too-few-answers'>> = {
  likely: 'carry.looks.likely',
  possible: 'carry.looks.possible',
  unlikely: 'carry.looks.unlikely',
};

type Missing = ForecastView['missing'][number];
export const MISSING: Words<Missing> = {
  'no-host': 'carry.missing.no-host',
  'no-common-time': 'carry.missing.no-common-time',
  'too-few': 'carry.missing.too-few',
  'too-far': 'carry.missing.too-far',
  'online-may-help': 'carry.missing.online-may-help',
};
/** One thing to do about each. */
export const DO: Words<Missing> = {
  'no-host': 'carry.do.no-host',
  'no-common-time': 'carry.do.no-common-time',
  'too-few': 'carry.do.too-few',
  'too-far': 'carry.do.too-far',
  'online-may-help': 'carry.do.online-may-help',
};

export const DAYS: readonly (readonly [string, MessageKey])[] = [
  ['mon', 'carry.day.mon'],
  ['tue', 'carry.day.tue'],
  ['wed', 'carry.day.wed'],
  ['thu', 'carry.day.thu'],
  ['fri', 'carry.day.fri'],
  ['sat', 'carry.day.sat'],
  ['sun', 'carry.day.sun'],
];
export const PARTS: readonly (readonly [string, MessageKey])[] = [
  ['morning', 'carry.part.morning'],
  ['afternoon', 'carry.part.afternoon'],
  ['evening', 'carry.part.evening'],
];

/** "Tuesday evening" */
export function saySlot(slot: string): string {
  const [day, part] = slot.split('-');
  const words = (list: typeof DAYS, sought: string | undefined) => list.find(([key]) => key === sought)?.[1];
  const [dayWords, partWords] = [words(DAYS, day), words(PARTS, part)];
  return dayWords && partWords ? t('carry.slot', { day: t(dayWords), part: t(partWords) }) : slot;
}
