import type { Language } from '../../rules/nudge/in-which-languages.js';

const said: { readonly [L in Language]: string } = {
  en: 'You have a message',
  cy: 'Mae gennych neges',
};

/** All that stands on a locked screen: "Mae gennych neges / You have a message" fits on the smallest. */
export const pushTitle = (languages: readonly Language[]): string =>
  languages.map((language) => said[language]).join(' / ');
