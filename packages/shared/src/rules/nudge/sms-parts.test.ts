import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { smsParts } from './sms-parts.js';

const a = (count: number): string => 'a'.repeat(count);
const w = (count: number): string => 'ŵ'.repeat(count);

describe('in the small alphabet', () => {
  test.each([
    { signs: 0, parts: 1 },
    { signs: 160, parts: 1 },
    { signs: 161, parts: 2 },
    { signs: 306, parts: 2 },
    { signs: 307, parts: 3 },
    { signs: 612, parts: 4 },
    { signs: 613, parts: 5 },
  ])('$signs signs are $parts parts', ({ signs, parts }) => {
    expect(smsParts(a(signs))).toEqual({ alphabet: 'gsm-7', signs, parts });
  });

  test.each([...'^{}\\[~]|€', '\f'])('%j takes two places', (sign) => {
    expect(smsParts(sign)).toEqual({ alphabet: 'gsm-7', signs: 2, parts: 1 });
    expect(smsParts(`${a(159)}${sign}`)).toEqual({ alphabet: 'gsm-7', signs: 161, parts: 2 });
  });

  test.each([...'@£$¥èéùìòÇØøÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ¤¡ÄÖÑÜ§¿äöñüà', '\n'])('%j takes one', (sign) => {
    expect(smsParts(sign)).toEqual({ alphabet: 'gsm-7', signs: 1, parts: 1 });
  });

  test('a sign of two places is never cut in half', () => {
    expect(smsParts(`${a(152)}€${a(152)}`)).toEqual({ alphabet: 'gsm-7', signs: 306, parts: 3 });
    expect(smsParts(`${a(151)}€${a(153)}`)).toEqual({ alphabet: 'gsm-7', signs: 306, parts: 2 });
  });
});

describe('in the large alphabet', () => {
  test.each([
    { signs: 70, parts: 1 },
    { signs: 71, parts: 2 },
    { signs: 134, parts: 2 },
    { signs: 135, parts: 3 },
  ])('$signs signs are $parts parts', ({ signs, parts }) => {
    expect(smsParts(w(signs))).toEqual({ alphabet: 'ucs-2', signs, parts });
  });

  test.each([...'ŵŷêç’“–`'])('one %j moves all of it there', (sign) => {
    expect(smsParts(`${a(70)}${sign}`)).toEqual({ alphabet: 'ucs-2', signs: 71, parts: 2 });
  });

  test('a small picture takes two places and is never cut in half', () => {
    expect(smsParts('🙂')).toEqual({ alphabet: 'ucs-2', signs: 2, parts: 1 });
    expect(smsParts(`${w(66)}🙂${w(66)}`)).toEqual({ alphabet: 'ucs-2', signs: 134, parts: 3 });
  });
});

test('more words never cost less, and parts always hold their signs', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 400 }), fc.string({ maxLength: 50 }), (one, more) => {
      const { alphabet, signs, parts } = smsParts(one);
      expect(smsParts(one + more).parts).toBeGreaterThanOrEqual(parts);
      const most = alphabet === 'gsm-7' ? { alone: 160, each: 153 } : { alone: 70, each: 67 };
      expect(signs).toBeLessThanOrEqual(parts === 1 ? most.alone : parts * most.each);
    }),
  );
});
