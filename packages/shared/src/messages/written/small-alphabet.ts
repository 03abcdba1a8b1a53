import { isOneOfTheSmall } from '../../rules/nudge/sms-parts.js';

/** Signs that telephones lack and that have another of the same meaning. */
const LIKE: Readonly<Record<string, string>> = {
  ...{ '‘': "'", '’': "'", '`': "'", '´': "'", ʼ: "'", '“': '"', '”': '"', '„': '"', '«': '"', '»': '"' },
  ...{ '–': '-', '—': '-', '‐': '-', '‑': '-', '•': '-', '·': '-', '⁄': '/', '\t': ' ' },
};

const plainly = (sign: string): string =>
  isOneOfTheSmall(sign) ? sign : (LIKE[sign] ?? (/\s/u.test(sign) ? ' ' : ''));

/**
 * Text with no sign outside the small alphabet of telephones: one of those would more than halve what fits into a part. Welsh `ŵ`
 * and `ê` become `w` and `e`, as people write in texts; a sign that has nothing like it (a picture, another script) is dropped.
 */
export const inSmallAlphabet = (text: string): string =>
  [...text.normalize('NFC')]
    .map((sign) => plainly(sign) || [...sign.normalize('NFKD')].map(plainly).join(''))
    .join('');

const lettersIn = (text: string): number => text.match(/[\p{L}\p{N}]/gu)?.length ?? 0;

/** A name as a text message can say it; undefined where that would leave less than half of its letters. */
export function nameInText(name: string): string | undefined {
  const plain = inSmallAlphabet(name).replace(/\s+/gu, ' ').trim();
  const left = lettersIn(plain);
  return left > 0 && left * 2 >= lettersIn(name) ? plain : undefined;
}
