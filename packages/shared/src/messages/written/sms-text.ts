import type { Language } from '../../rules/nudge/in-which-languages.js';
import type { Letter, LetterPart } from './letter.js';

/** Four parts of a text message, of 153 signs each in the small alphabet (3GPP TS 23.040, section 9.2.3.24.1). */
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
export const smsText = ({ parts, ...letter }: Letter): string =>
  parts.length === 1 ? inOneLanguage(parts[0]) : inAllLanguages({ ...letter, parts });

function inOneLanguage({ language, lines, choices }: LetterPart): string {
  const end = inSmallAlphabet(howToStop[language]);
  const links = choices.map(({ label, href }) => `${inSmallAlphabet(label)}: ${href}`);
  const sentences = lines.map(inSmallAlphabet);
  const fits = roomFor(SMS_MOST - end.length);
  const [firstLink, ...otherLinks] = links;
  const first = firstLink !== undefined && fits(firstLink) ? [firstLink] : [];
  const saidLines = takeWhile(sentences, fits);
  return [...saidLines, ...first, ...takeWhile(otherLinks, fits), end].join('\n');
}

/**
 * Each language says as much as the other: as many of its sentences as fit in both, first those of one, then those of the other.
 * Where not even one does, what the message is about. An address is too long to stand twice, so a link is named in both.
 */
function inAllLanguages({ parts, subject }: Letter): string {
  const ends = parts.map(({ language }) => inSmallAlphabet(howToStop[language]));
  const fits = roomFor(SMS_MOST - ends.join('\n').length);
  const [firstLink, ...otherLinks] = linksNamedInAll(parts);
  const first = firstLink !== undefined && fits(firstLink) ? [firstLink] : [];
  const most = Math.max(...parts.map(({ lines }) => lines.length));
  const turns = Array.from({ length: most }, (_, n) =>
    parts.map(({ lines }) => inSmallAlphabet(lines[n] ?? '')),
  );
  const taken = takeWhile(
    turns.map((turn) => turn.join('\n')),
    fits,
  ).length;
  const about = taken > 0 ? [] : [inSmallAlphabet(subject)].filter(fits);
  const said = parts.flatMap((_, which) => turns.slice(0, taken).flatMap((turn) => turn[which] || []));
  return [...about, ...said, ...first, ...takeWhile(otherLinks, fits), ...ends].join('\n');
}

const linksNamedInAll = (parts: Letter['parts']): string[] =>
  parts[0].choices.map(({ href }, n) => {
    const labels = parts.map(({ choices }) => choices[n]?.label ?? '');
    return `${inSmallAlphabet(labels.join(' / '))}: ${href}`;
  });

/** Takes what there is still room for, with the end of its line. */
function roomFor(signs: number): (text: string) => boolean {
  const room = { left: signs };
  return (text) => {
    if (text.length + 1 > room.left) return false;
    room.left -= text.length + 1;
    return true;
  };
}

function takeWhile(texts: readonly string[], fits: (text: string) => boolean): string[] {
  const end = texts.findIndex((text) => !fits(text));
  return texts.slice(0, end === -1 ? texts.length : end);
}
