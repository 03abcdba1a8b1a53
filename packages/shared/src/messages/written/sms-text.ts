import type { Language } from '../../rules/nudge/in-which-languages.js';
import { smsParts } from '../../rules/nudge/sms-parts.js';
import type { Letter, LetterPart } from './letter.js';
import { inSmallAlphabet } from './small-alphabet.js';

/** A text message of more parts costs more than it says, and some networks do not join them again. */
export const SMS_MOST_PARTS = 4;

const howToStop: { readonly [L in Language]: string } = {
  en: 'To stop these texts, reply STOP.',
  cy: 'I stopio’r negeseuon hyn, atebwch STOP.',
};

/** How much of a letter is said. A turn is one sentence, in each of its languages. */
interface Measure {
  readonly hasSubject: boolean;
  readonly turns: number;
  readonly links: number;
}

/**
 * A letter as a text message: never more than {@link SMS_MOST_PARTS}, and always with how to stop at its end. The first link, by
 * which it is answered, has its room before any sentence; then come as many whole sentences as fit, and then the other links. Each
 * language says as much as the other; where not one sentence of each fits, what the message is about.
 */
export function smsText(letter: Letter): string {
  const write = writerOf(letter);
  const fits = (measure: Measure): boolean => smsParts(write(measure)).parts <= SMS_MOST_PARTS;
  const links = letter.parts[0].choices.length;
  const first = most(Math.min(links, 1), (n) => fits({ hasSubject: false, turns: 0, links: n }));
  const turns = most(turnsIn(letter), (n) => fits({ hasSubject: false, turns: n, links: first }));
  const hasSubject = turns === 0 && fits({ hasSubject: true, turns, links: first });
  const more = most(links - first, (n) => fits({ hasSubject, turns, links: first + n }));
  return write({ hasSubject, turns, links: first + more });
}

/** The greatest number up to `end` that holds, as do all before it; none needs nothing. */
function most(end: number, holds: (n: number) => boolean): number {
  let n = 0;
  while (n < end && holds(n + 1)) n += 1;
  return n;
}

const turnsIn = ({ parts }: Letter): number => Math.max(...parts.map(({ lines }) => lines.length));

/** One language after the other. An address is too long to stand twice, so a link is named in all of them. */
function writerOf({ parts, subject }: Letter): (measure: Measure) => string {
  const about = inSmallAlphabet(subject);
  const sentences = parts.map(({ lines }) => lines.map(inSmallAlphabet));
  const links = linksNamedInAll(parts);
  const ends = parts.map(({ language }) => inSmallAlphabet(howToStop[language]));
  return (measure) => {
    const said = sentences.flatMap((lines) => lines.slice(0, measure.turns).filter((line) => line !== ''));
    const lead = measure.hasSubject ? [about] : [];
    return [...lead, ...said, ...links.slice(0, measure.links), ...ends].join('\n');
  };
}

const linksNamedInAll = (parts: readonly [LetterPart, ...LetterPart[]]): string[] =>
  parts[0].choices.map(({ href }, n) => {
    const labels = parts.map(({ choices }) => choices[n]?.label ?? '');
    return `${inSmallAlphabet(labels.join(' / '))}: ${href}`;
  });
