import { z } from 'zod';

const MOST_LINES = 5;
const LONGEST_LINE = 60;
/** Nothing that turns, hides or ends a line. */
const PLAIN = /^[^\p{C}\p{Zl}\p{Zp}]*$/u;
/** The shape only, as the Royal Mail writes it: whether such a place exists, nobody is asked. */
const POSTCODE = /^(GIR0AA|[A-Z]{1,2}\d[A-Z\d]?\d[A-Z]{2})$/;

const line = z
  .string()
  .trim()
  .max(LONGEST_LINE, `A line has at most ${LONGEST_LINE} letters.`)
  .regex(PLAIN, 'Write the address in plain letters and numbers.');

/** One spelling: capitals, and one space before the last three. */
const spelt = (typed: string): string =>
  typed
    .toUpperCase()
    .replace(/\s+/g, '')
    .replace(/(.{3})$/, ' $1');

/** Where a letter goes, in the United Kingdom; without the name, which the group keeps. */
export const PostalAddress = z.strictObject({
  lines: z
    .array(line)
    .max(20)
    .overwrite((lines) => lines.filter((one) => one !== ''))
    .min(1, 'Write the address, a line for each part, as on an envelope.')
    .max(MOST_LINES, 'Write at most five lines, and the postcode below.'),
  postcode: z
    .string()
    .max(20)
    .overwrite(spelt)
    .refine((code) => POSTCODE.test(code.replace(' ', '')), 'Write a postcode, like BS1 4ND.'),
});
export type PostalAddress = z.infer<typeof PostalAddress>;

/** As it stands on the envelope. */
export const postalText = ({ lines, postcode }: PostalAddress): string => [...lines, postcode].join('\n');
