import { describe, expect, test } from '@jest/globals';
import { LineCutter } from './line-cutter.js';

function textsOf(...pieces: readonly (string | Buffer)[]): (string | null)[] {
  const cutter = new LineCutter();
  const lines = pieces.flatMap((piece) => cutter.cut(Buffer.from(piece)));
  const all = [...lines, ...cutter.end()];
  expect(all.map(({ line }) => line)).toEqual(all.map((_, place) => place + 1));
  return all.map(({ text }) => text);
}

describe('bytes that come in pieces', () => {
  test('are the same lines however they are cut, letters of several bytes too', () => {
    const bytes = Buffer.from('\uFEFFone,é\r\ntwo\n\nth\rree');
    for (let at = 0; at <= bytes.length; at += 1)
      expect(textsOf(bytes.subarray(0, at), bytes.subarray(at))).toEqual(['one,é', 'two', '', 'th\rree']);
  });

  test('have no line after the last line break', () => {
    expect(textsOf('one\ntwo\n')).toEqual(['one', 'two']);
    expect(textsOf()).toEqual([]);
  });

  test('keep their numbers when one line is far too long', () => {
    const long = 'x'.repeat(200_000);
    expect(textsOf('one\n', long, long, 'tail\ntwo\n')).toEqual(['one', null, 'two']);
    expect(textsOf('one\n', long, long)).toEqual(['one', null]);
  });
});
