import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { smsParts } from '../../rules/nudge/sms-parts.js';
import { aLetter, both } from './a-letter.test-support.js';
import type { Letter, LetterFacts } from './letter.js';
import { SMS_MOST_PARTS, smsText } from './sms-text.js';

const write = (some: Partial<LetterFacts> = {}) => aLetter({ ...some, isText: true });
const words = fc.array(fc.string({ maxLength: 300 }), { maxLength: 6 });
const partsOf = (text: string): number => smsParts(text).parts;

describe('a text message', () => {
  test('fits into four parts and ends with how to stop, whatever is said in whatever script', () => {
    const line = fc.string({ maxLength: 400, unit: 'grapheme' });
    const label = fc.string({ maxLength: 60, unit: 'grapheme' });
    const choice = fc.record({ label, href: fc.webUrl() });
    fc.assert(
      fc.property(fc.array(line), fc.array(choice), (lines, choices) => {
        const letter = write();
        const text = smsText({ ...letter, parts: [{ ...letter.parts[0], lines, choices }] });
        expect(partsOf(text)).toBeLessThanOrEqual(SMS_MOST_PARTS);
        expect(text).toMatch(/To stop these texts, reply STOP\.$/);
      }),
    );
  });

  test('counts signs of two places as two', () => {
    const letter = write();
    const lines = Array.from({ length: 12 }, () => '[~{^}~]'.repeat(8));
    const text = smsText({ ...letter, parts: [{ ...letter.parts[0], lines }] });
    expect(smsParts(text)).toMatchObject({ alphabet: 'gsm-7', parts: SMS_MOST_PARTS });
  });

  test('keeps to the alphabet of telephones', () => {
    const letter = write();
    const lines = ['“Ours” – it’s…', 'Grŵp `Tŷ` ² ½ 🌻.'];
    const text = smsText({ ...letter, parts: [{ ...letter.parts[0], lines }] });
    expect(text).toContain(`"Ours" - it's...\nGrwp 'Ty' 2 1/2 .`);
    expect(smsParts(text).alphabet).toBe('gsm-7');
  });
});

describe('the name of a group in a text message', () => {
  test.each([
    { typed: 'Walkers 🌻', said: '"Walkers"' },
    { typed: 'Bob`s bench', said: `"Bob's bench"` },
    { typed: 'Grŵp Tŷ’r Ysgol', said: `"Grwp Ty'r Ysgol"` },
    { typed: 'Четверг група', said: 'your group' },
    { typed: '🌻🌻', said: 'your group' },
    { typed: 'P🌻a🌻i🌻n friends', said: 'your group' },
    { typed: 'Pai\u0301n friends', said: 'your group' },
  ])('“$typed” is said as $said', ({ typed, said }) => {
    expect(smsText(write({ groupName: typed }))).toMatch(`${said} `);
  });
});

describe('a text message in two languages', () => {
  test('says as much in one as in the other, and how to stop in both', () => {
    fc.assert(
      fc.property(words, words, (welsh, english) => {
        const letter = write(both);
        const [cy, en = cy] = letter.parts;
        const parts: Letter['parts'] = [
          { ...cy, lines: welsh.map((line, n) => `cy${n}<${line}`) },
          { ...en, lines: english.map((line, n) => `en${n}<${line}`) },
        ];
        const text = smsText({ ...letter, parts });
        const said = (language: string) => text.match(new RegExp(`^${language}\\d<`, 'gm'))?.length ?? 0;
        expect(partsOf(text)).toBeLessThanOrEqual(SMS_MOST_PARTS);
        const taken = Math.max(said('cy'), said('en'));
        expect(said('cy')).toBe(Math.min(taken, welsh.length));
        expect(said('en')).toBe(Math.min(taken, english.length));
        expect(text).toMatch(/atebwch STOP\.\nTo stop these texts, reply STOP\.$/);
      }),
    );
  });

  test('has Welsh first, and its long address only once', () => {
    const text = smsText(write(both));
    expect(text.split('\n').slice(0, 2).join(' ')).not.toMatch(/\b(how|did|the|you)\b/i);
    expect(text).toMatch(/how many people came/);
    expect(text.match(/https:/g)).toHaveLength(1);
    expect(text).toContain('Dweud faint ddaeth / Say how many came: https://followon.example/l#token');
  });

  test('with no room for a sentence of each says what it is about', () => {
    const { parts, ...letter } = write(both);
    const [cy, en = cy] = parts.map((part) => ({ ...part, lines: ['long '.repeat(120)] }));
    const text = smsText({ ...letter, parts: [cy ?? parts[0], en ?? parts[0]] });
    expect(text).toMatch(/^Sut aeth hi\? \/ How did it go\?\nDweud faint ddaeth/);
  });
});
