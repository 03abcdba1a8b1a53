import { z } from 'zod';
import {
  addressChannels,
  pauseWeeks,
  wishChannels,
  wishFormats,
  wishHours,
  wishLanguages,
} from '../rules/nudge/facts.js';
import { PhoneNumber } from './phone-number.js';
import { PostalAddress } from './postal-address.js';

/** What somebody said about their messages; one for each person, in all their groups and roles. */
export const WishesView = z.object({
  /** 0 before anything was said. */
  version: z.int(),
  purposes: z.array(z.object({ purpose: z.string(), wants: z.boolean() })),
  channels: z.array(z.object({ channel: z.enum(wishChannels), wants: z.boolean() })),
  /** Null: they have not said, so sites in Wales write in both, others in English. */
  language: z.enum(wishLanguages).nullable(),
  format: z.enum(wishFormats),
  hours: z.enum(wishHours),
  quietWeekdays: z.array(z.int()),
  /** The last day of a bad spell; nothing that can wait comes before the next day. */
  badUntil: z.iso.date().nullable(),
  /** Messages come again on this day. */
  pausedUntil: z.iso.date().nullable(),
  stoppedAt: z.iso.datetime().nullable(),
  /** Addresses are sealed, and read to nobody: that there is one, and since when. */
  addresses: z.array(z.object({ channel: z.string(), addedAt: z.iso.datetime(), isBroken: z.boolean() })),
  today: z.iso.date(),
});
export type WishesView = z.infer<typeof WishesView>;

const purpose = z.string().max(40);

/** Where a person can be reached; nothing is sent to find out whether it is right. */
export const Address = z.discriminatedUnion('channel', [
  z.strictObject({
    channel: z.literal('email'),
    address: z.email('Write an e-mail address, like sam@example.com.').max(254),
  }),
  z.strictObject({ channel: z.literal('sms'), address: PhoneNumber }),
  z.strictObject({ channel: z.literal('letter'), address: PostalAddress }),
]);
export type Address = z.infer<typeof Address>;

/** What is to be different; what is left out stays as it is. */
export const WishesChange = z.strictObject({
  purposes: z.record(purpose, z.boolean()).optional(),
  channels: z.partialRecord(z.enum(wishChannels), z.boolean()).optional(),
  language: z.enum(wishLanguages).optional(),
  format: z.enum(wishFormats).optional(),
  hours: z.enum(wishHours).optional(),
  quietWeekdays: z.array(z.int().min(1).max(7)).max(7).optional(),
  /** Today is a bad day, or it is not one after all. */
  badDay: z.boolean().optional(),
  pause: z
    .union([z.strictObject({ weeks: z.literal(pauseWeeks) }), z.strictObject({ until: z.iso.date() })])
    .nullable()
    .optional(),
  stopAll: z.boolean().optional(),
  startAgain: z.literal(true).optional(),
  address: Address.optional(),
  removeAddress: z.enum(addressChannels).optional(),
});
export type WishesChange = z.infer<typeof WishesChange>;

export const AccessNeedsQuery = z.strictObject({ site: z.uuid() });
/** How many people of a site need their messages in another form. Nobody is named. */
export const AccessNeeds = z.object({
  siteId: z.uuid(),
  formats: z.array(z.object({ format: z.enum(wishFormats), people: z.int() })),
  welsh: z.int(),
});
export type AccessNeeds = z.infer<typeof AccessNeeds>;
