import { i18n, type Messages } from '@lingui/core';
import en from './locales/en.json' with { type: 'json' };

/** Every string a person can read has a key here; another language adds a file with some of the same keys. */
export type MessageKey = keyof typeof en;

/** English everywhere; Welsh for how a group is doing and why. */
export const languages = ['en', 'cy'] as const;
export type Language = (typeof languages)[number];

const TAGS: Readonly<Record<Language, string>> = { en: 'en-GB', cy: 'cy-GB' };

i18n.load('en', en as Messages);
i18n.activate('en', TAGS.en);

/** From now on in this language. Welsh is fetched when it is first asked for; a key without Welsh is said in English. */
export async function speak(language: Language): Promise<void> {
  if (language === 'cy') {
    const { default: cy } = await import('./locales/cy.json', { with: { type: 'json' } });
    i18n.load('cy', { ...en, ...cy } as Messages);
  }
  i18n.activate(language, TAGS[language]);
}

let wholePage: Language = 'en';

/**
 * The whole of a page that a link opens, not the explanations alone. Its Welsh stands in a file of its own: the dashboard uses
 * some of the same words on pages that are English around them.
 */
export async function speakPage(language: Language): Promise<void> {
  if (language === 'cy') {
    const [{ default: cy }, { default: links }] = await Promise.all([
      import('./locales/cy.json', { with: { type: 'json' } }),
      import('./locales/cy-links.json', { with: { type: 'json' } }),
    ]);
    i18n.load('cy', { ...en, ...cy, ...links } as Messages);
  }
  i18n.activate(language, TAGS[language]);
  wholePage = language;
}

/** The language of everything on a page that a link opens. */
export const pageLanguage = (): Language => wholePage;

/** As the document names a language: with its country, so that a screen reader takes the right voice. */
export const tagOf = (language: Language): string => TAGS[language];

export const spoken = (): Language => (i18n.locale === 'cy' ? 'cy' : 'en');

/** The words for a key, in the reader's language. Counts go through ICU plurals, never through `if`. */
export function t(key: MessageKey, values?: Readonly<Record<string, string | number>>): string {
  return i18n._(key, values);
}

/** The locale in which dates and numbers are written around the explanations: the page itself is in English. */
export const localeTag = (): string => TAGS.en;

/** The `lang` of an explanation that stands on an English page; undefined where it is English itself. */
export const explainedIn = (): 'cy' | undefined => (spoken() === 'cy' ? 'cy' : undefined);
