import { expect, test } from '@jest/globals';
import { fieldsOf } from './fields-of.js';

test.each([
  { text: 'a,b,c', fields: ['a', 'b', 'c'] },
  { text: 'a,,', fields: ['a', '', ''] },
  { text: '"Tea, cake",b', fields: ['Tea, cake', 'b'] },
  { text: '"the ""good"" group",b', fields: ['the "good" group', 'b'] },
  { text: 'a,"b', fields: undefined },
  { text: 'a"b,c', fields: undefined },
])('the fields of $text', ({ text, fields }) => expect(fieldsOf(text)).toEqual(fields));
