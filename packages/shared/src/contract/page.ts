import { z } from 'zod';

/** Room for the longest name, every letter of it outside ASCII. */
const MOST_CURSOR = 600;

/** `?cursor=&limit=`: `cursor` is the opaque `nextCursor` of the page before. */
export const PageQuery = z.strictObject({
  cursor: z.string().max(MOST_CURSOR).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});

/** The shape of every list: `nextCursor` is null on the last page. */
export const pageOf = <T extends z.ZodType>(item: T) =>
  z.object({ items: z.array(item), nextCursor: z.string().nullable() });

export interface Page<T> {
  readonly items: readonly T[];
  readonly nextCursor: string | null;
}

export const IdParam = z.strictObject({ id: z.uuid() });
