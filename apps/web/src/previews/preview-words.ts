import type { PreviewAudience, PreviewFormat, PreviewLanguage } from '@followon/shared/contract/previews';
import { t, type MessageKey } from '../i18n.js';
import type { PreviewWay } from './queries.js';

const AUDIENCES: Readonly<Record<PreviewAudience, MessageKey>> = {
  member: 'preview.to.member',
  'role-holder': 'preview.to.role-holder',
  volunteer: 'preview.to.volunteer',
  staff: 'preview.to.staff',
};
const WAYS: Readonly<Record<PreviewWay, MessageKey>> = {
  email: 'preview.as.email',
  sms: 'preview.as.sms',
  letter: 'preview.as.letter',
  push: 'preview.as.push',
};
const FORMATS: Readonly<Record<PreviewFormat, MessageKey>> = {
  standard: 'preview.format.standard',
  'large-print': 'preview.format.large-print',
  'easy-read': 'preview.format.easy-read',
  bsl: 'preview.format.bsl',
  paper: 'preview.format.paper',
};
const LANGUAGES: Readonly<Record<PreviewLanguage, MessageKey>> = {
  en: 'preview.language.en',
  cy: 'preview.language.cy',
  both: 'preview.language.both',
};

const keysOf = <K extends string>(words: Readonly<Record<K, MessageKey>>): readonly K[] =>
  Object.keys(words) as K[];

/** In the order in which they are shown. */
export const audiences = keysOf(AUDIENCES);
export const ways = keysOf(WAYS);
export const formats = keysOf(FORMATS);
/** Beside each other; both together stand below. */
export const languages = ['en', 'cy'] as const;

export const sayAudience = (audience: PreviewAudience): string => t(AUDIENCES[audience]);
export const sayWay = (way: PreviewWay): string => t(WAYS[way]);
export const sayFormat = (format: PreviewFormat): string => t(FORMATS[format]);
export const sayLanguage = (language: PreviewLanguage): string => t(LANGUAGES[language]);

/** Of words in one language; those of both together have none of their own. */
export const langOf = (language: PreviewLanguage): 'en' | 'cy' | undefined =>
  language === 'both' ? undefined : language;
