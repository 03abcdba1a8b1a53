import { describe, expect, test } from '@jest/globals';
import { linesOf } from './lines-of.js';

async function* arriving(...chunks: readonly (string | Buffer)[]): AsyncGenerator<Buffer> {
  for (const chunk of chunks) yield Buffer.from(chunk);
}

async function textsOf(source: AsyncIterable<Buffer>, mostBytes = 1e9): Promise<(string | null)[]> {
  const texts: (string | null)[] = [];
  for await (const lines of linesOf(source, mostBytes)) texts.push(...lines.map(({ text }) => text));
  return texts;
}

describe('a file that arrives in pieces', () => {
  test('is the same lines however it is cut, letters of several bytes too', async () => {
    const bytes = Buffer.from('one,é\r\ntwo\n\nthree');
    for (let at = 0; at <= bytes.length; at += 1) {
      const texts = await textsOf(arriving(bytes.subarray(0, at), bytes.subarray(at)));
      expect(texts).toEqual(['one,é', 'two', '', 'three']);
    }
  });

  test('has no line after its last line break', async () => {
    expect(await textsOf(arriving('one\ntwo\n'))).toEqual(['one', 'two']);
    expect(await textsOf(arriving())).toEqual([]);
  });

  test('keeps its numbers when one line is far too long', async () => {
    const long = 'x'.repeat(200_000);
    expect(await textsOf(arriving('one\n', long, long, 'tail\ntwo\n'))).toEqual(['one', null, 'two']);
    expect(await textsOf(arriving('one\n', long, long))).toEqual(['one', null]);
  });

  test('is refused when it goes on past the limit', async () => {
    await expect(textsOf(arriving('12345', '67890'), 9)).rejects.toThrow('Payload Too Large');
    expect(await textsOf(arriving('12345', '67890'), 10)).toEqual(['1234567890']);
  });
});
