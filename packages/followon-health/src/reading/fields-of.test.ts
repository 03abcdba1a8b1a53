import { expect, test } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { fieldsOf } from './fields-of.js';

test.each([
  { text: 'a,b,c', fields: ['a', 'b', 'c'] },
  { text: 'a,,', fields: ['a', '', ''] },
  { text: '', fields: [''] },
  { text: '""', fields: [''] },
  { text: '"Tea, cake",b', fields: ['Tea, cake', 'b'] },
  { text: '"the ""good"" group",b', fields: ['the "good" group', 'b'] },
  { text: '"a","b","c;d",', fields: ['a', 'b', 'c;d', ''] },
])('the fields of $text', ({ text, fields }) => expect(fieldsOf(text)).toEqual(fields));

test.each(['a,"b', 'a"b,c', '"a"b,c', '"a""', 'a,""b"'])('quotation marks that do not match: %s', (text) =>
  expect(fieldsOf(text)).toBeUndefined(),
);

test('are those that csv-parse finds, or both find none', () => {
  const line = fc.string({ unit: fc.constantFrom('a', ',', '"', ' ', ';'), minLength: 1, maxLength: 12 });
  fc.assert(
    fc.property(line, (text) => {
      expect(fieldsOf(text)).toEqual(byCsvParse(text));
    }),
    { numRuns: 2_000 },
  );
});

function byCsvParse(text: string): readonly string[] | undefined {
  try {
    const records: string[][] = parse(text, { relax_column_count: true });
    return records[0];
  } catch {
    return undefined;
  }
}
