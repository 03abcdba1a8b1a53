import { z } from 'zod';
import { WishesView } from './wishes.js';

/**
 * `GET /api/groups/:id/members/:memberId/wishes`: what a member would like, as their group's contact person writes it down.
 * Where that is not theirs to do now, `closed` says why and nothing is told: the member signs in and chooses for themselves,
 * it is the reader, the group has switched all messages off, or
 * it has ended.
 */
export const MemberWishesView = z.object({
  member: z.object({ id: z.uuid(), displayName: z.string().nullable() }),
  group: z.object({ id: z.uuid(), name: z.string() }),
  closed: z.enum(['own', 'signs-in', 'messages-off', 'group-ended']).nullable(),
  wishes: WishesView.nullable(),
  /** What they said themselves: only they can change it. */
  own: z.object({
    stopped: z.boolean(),
    paused: z.boolean(),
    /** Noes. */
    purposes: z.array(z.string()),
    channels: z.array(z.string()),
  }),
  /** Of the wishes; 0 before anything was said. */
  version: z.int(),
});
export type MemberWishesView = z.infer<typeof MemberWishesView>;
