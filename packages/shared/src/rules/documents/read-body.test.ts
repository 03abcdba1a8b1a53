import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { findSlips, placeholders, readBody } from './read-body.js';
import { shippedDocuments } from './shipped.js';
import { documentKeys } from './facts.js';

describe('reading a document', () => {
  test('headings, words, lists and lines to write on, in their order', () => {
    const body = 'Hello\nyou.\n\n## When we meet\n- on {date}\n- at {place}\n\nWho:\n____';
    expect(readBody(body, { place: 'the library' })).toEqual([
      { kind: 'text', pieces: [{ text: 'Hello you.' }] },
      { kind: 'heading', pieces: [{ text: 'When we meet' }] },
      {
        kind: 'list',
        items: [
          [{ text: 'on ' }, { blank: 'date' }],
          [{ text: 'at ' }, { text: 'the library' }],
        ],
      },
      { kind: 'text', pieces: [{ text: 'Who:' }] },
      { kind: 'line' },
    ]);
  });

  test('what a site types stays words, whatever it looks like', () => {
    const hostile = '<script>alert(1)</script> [x](javascript:1) {unknown}';
    expect(readBody(hostile)).toEqual([
      {
        kind: 'text',
        pieces: [{ text: '<script>alert(1)</script> [x](javascript:1) ' }, { text: '{unknown}' }],
      },
    ]);
  });

  test('no word is lost, however the lines are mixed', () => {
    const line = fc.constantFrom('## a', '- b', 'c', '____', '', 'd {site} e', '{oops}');
    fc.assert(
      fc.property(fc.array(line, { maxLength: 30 }), (lines) => {
        const said = JSON.stringify(readBody(lines.join('\n'), { site: 'S' }));
        for (const word of ['a', 'b', 'c', 'S', 'oops'])
          expect(said.includes(word) || !lines.some((l) => l.replace('{site}', 'S').includes(word))).toBe(
            true,
          );
      }),
    );
  });

  test('a slip of the pen is named with its line', () => {
    expect(findSlips('Hello {site}\n{sitte} and {}')).toEqual([
      { line: 2, what: 'sitte' },
      { line: 2, what: '' },
    ]);
  });
});

describe('the shipped documents', () => {
  test('there is one for every key, in their order, with nothing but known placeholders', () => {
    expect(shippedDocuments.map(({ key }) => key)).toEqual([...documentKeys]);
    for (const { key, body } of shippedDocuments)
      expect({ key, slips: findSlips(body) }).toEqual({ key, slips: [] });
  });

  test('no sentence is longer than 25 words, so that they can be read on a bad day', () => {
    for (const { key, body } of shippedDocuments) {
      const sentences = readBody(body)
        .flatMap((block) =>
          block.kind === 'line' ? [] : block.kind === 'list' ? block.items : [block.pieces],
        )
        .map((pieces) => pieces.map((piece) => ('text' in piece ? piece.text : 'x')).join(''))
        .flatMap((words) => words.split(/(?<=[.?!:])\s/));
      const long = sentences.filter((sentence) => sentence.split(/\s+/).length > 25);
      expect({ key, long }).toEqual({ key, long: [] });
    }
  });

  test('only the card with numbers has to be checked before it is given out', () => {
    expect(shippedDocuments.filter(({ needsCheck }) => needsCheck).map(({ key }) => key)).toEqual([
      'safety-card',
    ]);
    expect(placeholders).toContain('safeguarding-lead');
  });
});
