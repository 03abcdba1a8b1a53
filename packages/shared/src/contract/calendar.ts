import { z } from 'zod';

/** The address of a calendar, for whoever may make one. Whoever knows it may read it, until it is taken back. */
export const CalendarLink = z.object({
  href: z.string(),
  expiresAt: z.iso.datetime(),
});
export type CalendarLink = z.infer<typeof CalendarLink>;

/** `link` is null where nobody has made one. */
export const CalendarLinkView = z.object({ link: CalendarLink.nullable() });
export type CalendarLinkView = z.infer<typeof CalendarLinkView>;

/** Any text: what is no token of ours is answered like one that does not exist. */
export const CalendarToken = z.strictObject({ token: z.string().max(200) });
export type CalendarToken = z.infer<typeof CalendarToken>;
