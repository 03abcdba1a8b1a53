import type { AlertView } from '@followon/shared/contract/alerts';
import { t, type MessageKey } from '../i18n.js';
import { CAUSE } from './alert-words.js';

type ReasonKey = AlertView['reasons'][number]['key'];

const REASON: Readonly<Record<ReasonKey, MessageKey>> = {
  'below-70-twice': 'rule.below-70-twice',
  'below-60': 'rule.below-60',
  'under-3': 'rule.under-3',
  silent: 'rule.silent',
  'long-silent': 'rule.long-silent',
  'dates-missed': 'rule.dates-missed',
  'cancelled-twice': 'rule.cancelled-twice',
  'few-lately': 'rule.few-lately',
  'few-likely': 'rule.few-likely',
  'long-gap': 'rule.long-gap',
  cusum: 'rule.cusum',
  'registers-missing': 'rule.registers-missing',
  'help-asked': 'rule.help-asked',
  'venue-lost': 'rule.venue-lost',
  conflict: 'rule.conflict',
  'one-carries': 'rule.one-carries',
  'roles-vacant': 'rule.roles-vacant',
  'nobody-new': 'rule.nobody-new',
  'register-corrected': 'rule.register-corrected',
  'carries-on': 'rule.carries-on',
  'marks-changed': 'rule.marks-changed',
  resting: 'rule.resting',
};

const RULES: Readonly<Record<string, MessageKey>> = { ...REASON, ...CAUSE };

/** What a rule looks for, in words: a cause, or a reason for one. */
export function sayRule(rule: string): string {
  const words = RULES[rule];
  return words ? t(words) : rule;
}
