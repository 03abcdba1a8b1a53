import { z } from 'zod';

/** With letters it is something else: an e-mail address, or a number and an extension. */
const LETTERS = /\p{L}/u;
/** A country and a number in it. Of the United Kingdom, where they live: a mobile, or what else a number can be there. */
const SHAPE = /^\+(44(7\d{9}|[1-35689]\d{8,9})|(?!44|0)\d{8,15})$/;

/**
 * One spelling for a telephone, `+447700900123`, however it was typed or sent: with a 0 in brackets behind the 44, without
 * the plus, without any 0. What is no number comes back as digits that {@link PhoneNumber} refuses.
 */
export function plainNumber(typed: string): string {
  const digits = typed.replace(/[^\d+]/g, '').replace(/^00/, '+');
  return digits
    .replace(/^\+?440?/, '+44')
    .replace(/^0/, '+44')
    .replace(/^7\d{9}$/, '+44$&');
}

/** Where texts go. Whoever answers is found by the same spelling, so another is not kept. */
export const PhoneNumber = z
  .string()
  .max(40)
  .refine((typed) => !LETTERS.test(typed), 'Write a phone number, like 07700 900123.')
  .overwrite(plainNumber)
  .regex(SHAPE, 'Write a phone number, like 07700 900123.');
