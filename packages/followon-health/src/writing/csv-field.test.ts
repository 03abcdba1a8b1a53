import { expect, test } from '@jest/globals';
import { csvField } from './csv-field.js';

test.each([
  { text: 'Tuesday walk', field: 'Tuesday walk' },
  { text: 'Tea, cake', field: '"Tea, cake"' },
  { text: 'the "good" group', field: '"the ""good"" group"' },
  { text: 'one\rtwo', field: '"one\rtwo"' },
  { text: '=SUM(A1)', field: "'=SUM(A1)" },
  { text: '-1, two', field: '"\'-1, two"' },
])('$text stands between commas as $field', ({ text, field }) => expect(csvField(text)).toBe(field));
