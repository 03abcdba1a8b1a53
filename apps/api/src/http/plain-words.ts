import type { z } from 'zod';

type Issue = Parameters<z.core.$ZodErrorMap>[0];
type Says = { readonly [Code in Issue['code']]?: (issue: Extract<Issue, { code: Code }>) => string };

const kinds: Readonly<Record<string, string>> = {
  string: 'Write text here.',
  number: 'Write a number here.',
  int: 'Write a whole number here.',
  boolean: 'This must be true or false.',
  array: 'This must be a list.',
  object: 'This must have named fields.',
  nan: 'Write a number here.',
};

const formats: Readonly<Record<string, string>> = {
  date: 'Write a day of the calendar, like 2026-11-23.',
  datetime: 'Write a day and a time, like 2026-11-23T08:00:00Z.',
  uuid: 'This is not an id. Take it from the list it came from.',
  email: 'Write an email address, like name@example.org.',
};

const FIELD_NAME = /^[\w.-]{1,40}$/;
const isText = (origin: string) => origin === 'string';

const says: Says = {
  invalid_type: ({ input, expected }) =>
    input === undefined
      ? 'This is missing. Fill it in.'
      : (kinds[expected] ?? 'This is not the right kind of value.'),
  invalid_format: ({ format }) => formats[format] ?? 'Some characters here cannot be used.',
  invalid_value: ({ values }) => `Choose one of these: ${values.join(', ')}.`,
  invalid_union: ({ options }) =>
    Array.isArray(options)
      ? `Choose one of these: ${options.join(', ')}.`
      : 'This does not fit any of the choices.',
  not_multiple_of: ({ divisor }) => `This must be a multiple of ${divisor}.`,
  unrecognized_keys: ({ keys }) => {
    const known = keys.filter((key) => FIELD_NAME.test(key));
    return known.length > 0
      ? `Nothing is known of: ${known.join(', ')}. Leave it out.`
      : 'There is a field here that is not known. Leave it out.';
  },
  too_small: ({ origin, minimum }) => {
    if (isText(origin))
      return minimum === 1 ? 'This is empty. Fill it in.' : `Write at least ${minimum} letters.`;
    return origin === 'array' ? `Give at least ${minimum}.` : `This must be ${minimum} or more.`;
  },
  too_big: ({ origin, maximum }) => {
    if (isText(origin)) return `This is too long. Write at most ${maximum} letters.`;
    return origin === 'array' ? `Give at most ${maximum}.` : `This must be ${maximum} or less.`;
  },
};

/**
 * What is wrong and how to mend it, in the words of this house, wherever a schema does not say it itself. Never what
 * was sent: it may be about somebody.
 */
export const plainWords: z.core.$ZodErrorMap = (issue) =>
  (says[issue.code] as ((issue: Issue) => string) | undefined)?.(issue) ?? 'This cannot be used. Check it.';
