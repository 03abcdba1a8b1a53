import type { Language } from './letter.js';

/** All that stands on a locked screen. */
export const pushTitle: { readonly [L in Language]: string } = {
  en: 'You have a message',
  cy: 'Mae gennych neges',
};
