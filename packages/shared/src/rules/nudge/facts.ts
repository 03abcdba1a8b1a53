import { dayHalves } from './wishes.js';

export const wishLanguages = ['en', 'cy'] as const;
export const wishFormats = ['standard', 'large-print', 'easy-read', 'bsl', 'paper'] as const;
export const wishHours = dayHalves;
/** Ways to be reached that a person may say yes or no to as a whole. */
export const wishChannels = ['email', 'sms', 'letter'] as const;
/** Where a person may leave an address of their own. */
export const addressChannels = ['email', 'sms', 'letter'] as const;
export const pauseWeeks = [2, 4, 8] as const;

export type WishFormat = (typeof wishFormats)[number];
