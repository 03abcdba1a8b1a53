import { i18n, type Messages } from '@lingui/core';
import en from './locales/en.json' with { type: 'json' };

/** Every string a person can read has a key here; a second language adds a file with the same keys. */
export type MessageKey = keyof typeof en;

i18n.load('en', en as Messages);
i18n.activate('en', 'en-GB');

/** The words for a key, in the reader's language. Counts go through ICU plurals, never through `if`. */
export function t(key: MessageKey, values?: Readonly<Record<string, string | number>>): string {
  return i18n._(key, values);
}

/** The locale dates and numbers are written in. */
export const localeTag = (): string => i18n.locales?.toString() ?? 'en-GB';
