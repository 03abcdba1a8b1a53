import { expect, test } from '@jest/globals';
import { z } from 'zod';
import { plainWords } from './plain-words.js';

const said = (schema: z.ZodType, value: unknown): string | undefined =>
  schema.safeParse(value, { error: plainWords }).error?.issues[0]?.message;

test.each<[z.ZodType, unknown, string]>([
  [z.string(), undefined, 'missing'],
  [z.string(), 5, 'Write text'],
  [z.int(), 'a', 'Write a number'],
  [z.int(), 1.5, 'whole number'],
  [z.int().max(500), 501, '500 or less'],
  [z.int().min(1), 0, '1 or more'],
  [z.string().min(2), 'a', 'at least 2 letters'],
  [z.string().min(1), '', 'empty'],
  [z.string().max(3), 'abcd', 'at most 3 letters'],
  [z.array(z.string()).max(1), ['a', 'b'], 'at most 1'],
  [z.array(z.string()), {}, 'list'],
  [z.iso.date(), '23/11/2026', '2026-11-23'],
  [z.uuid(), 'abc', 'not an id'],
  [z.email(), 'abc', 'email address'],
  [z.enum(['weekly', 'monthly']), 'daily', 'weekly, monthly'],
  [z.strictObject({}), { colour: 1 }, 'colour'],
  [z.discriminatedUnion('state', [z.object({ state: z.literal('held') })]), { state: 'x' }, 'held'],
  [z.boolean(), 'x', 'true or false'],
])('a refusal says in plain words how to mend it: %#', (schema, value, words) =>
  expect(said(schema, value)).toContain(words),
);

test.each<[z.ZodType, unknown]>([
  [z.enum(['a']), 'Jane Doe'],
  [z.uuid(), 'Jane Doe'],
  [z.strictObject({}), { 'Jane Doe': 1 }],
])('and never repeats what was sent: %#', (schema, value) =>
  expect(said(schema, value)).not.toContain('Jane'),
);

test('a schema that says it better is left its words', () => {
  expect(
    said(
      z.string().refine(() => false, 'Choose another name.'),
      'a',
    ),
  ).toBe('Choose another name.');
});
