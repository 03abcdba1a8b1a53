import type { Country } from '../calendar/country.js';
import type { wishLanguages } from './facts.js';

export type Language = (typeof wishLanguages)[number];
/** In the order in which they are read; never none. */
export type Languages = readonly [Language, ...Language[]];

/**
 * Whoever chose a language gets that one, wherever they live. Where nobody knows and the site that writes is in Wales, it is
 * both, whole and Welsh first, on every way there is: what fits into a text message is seen as it is written. For bodies of
 * the NHS in Wales that is a duty: who is not known to want one language gets a Welsh version, which is not treated less
 * favourably than the English (Welsh Language Standards (No. 7) Regulations 2018, W.S.I. 2018/441, schedule 1, standards on
 * correspondence). Elsewhere it is English.
 * @param chosen null for who has not said
 * @param country of the site that a message is about
 */
export function inWhichLanguages(chosen: Language | null, country: Country): Languages {
  if (chosen !== null) return [chosen];
  return country === 'wales' ? ['cy', 'en'] : ['en'];
}
