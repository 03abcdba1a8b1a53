import type { Language, Letter } from './letter.js';

/** Four parts of a text message. */
export const SMS_MOST = 612;

const howToStop: { readonly [L in Language]: string } = {
  en: 'To stop these texts, reply STOP.',
  cy: 'I stopio’r negeseuon hyn, atebwch STOP.',
};

/** One sign outside the small alphabet of telephones would more than halve what fits into a part. */
const small: readonly (readonly [RegExp, string])[] = [
  [/[‘’]/g, "'"],
  [/[“”]/g, '"'],
  [/[–—]/g, '-'],
  [/…/g, '...'],
];
/** What telephones do not have: Welsh `ŵ` and `ê` become `w` and `e`, as people write in texts. */
const large = /[^\p{ASCII}£ÄÅÆÉÑÖØÜßàäåæèéìñòöøùü]/gu;
const inSmallAlphabet = (text: string): string =>
  small
    .reduce((said, [sign, plain]) => said.replace(sign, plain), text)
    .replace(large, (letter) => letter.normalize('NFD').replace(/\p{M}/gu, ''));

/**
 * A letter as a text message: never longer than {@link SMS_MOST}, and always with how to stop at its end. Whole sentences
 * and whole links are left out where there is no room, the last first; the first link comes before the second sentence.
 */
export function smsText({ language, lines, choices }: Letter): string {
  const end = inSmallAlphabet(howToStop[language]);
  const links = choices.map(({ label, href }) => `${inSmallAlphabet(label)}: ${href}`);
  const sentences = lines.map(inSmallAlphabet);
  const room = { left: SMS_MOST - end.length };
  const fits = (text: string): boolean => {
    if (text.length + 1 > room.left) return false;
    room.left -= text.length + 1;
    return true;
  };
  const [firstLink, ...otherLinks] = links;
  const first = firstLink !== undefined && fits(firstLink) ? [firstLink] : [];
  const saidLines = takeWhile(sentences, fits);
  return [...saidLines, ...first, ...takeWhile(otherLinks, fits), end].join('\n');
}

function takeWhile(texts: readonly string[], fits: (text: string) => boolean): string[] {
  const end = texts.findIndex((text) => !fits(text));
  return texts.slice(0, end === -1 ? texts.length : end);
}
