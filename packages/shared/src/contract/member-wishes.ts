import { z } from 'zod';
import { WishesView } from './wishes.js';

/**
 * `GET /api/groups/:id/members/:memberId/wishes`: what a member would like, as their group's contact person writes it down.
 * Where that is not theirs to do now, `closed` says why and nothing is told: the member signs in and chooses for themselves,
 * it is the reader, or the group has switched all messages off.
 */
export const MemberWishesView = z.object({
  member: z.object({ id: z.uuid(), displayName: z.string().nullable() }),
  group: z.object({ id: z.uuid(), name: z.string() }),
  closed: z.enum(['own', 'signs-in', 'messages-off']).nullable(),
  wishes: WishesView.nullable(),
  /** They stopped everything themselves: only they can start again. */
  stoppedThemselves: z.boolean(),
  /** Of the wishes; 0 before anything was said. */
  version: z.int(),
});
export type MemberWishesView = z.infer<typeof MemberWishesView>;
