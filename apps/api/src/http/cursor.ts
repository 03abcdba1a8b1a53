import type { Page } from '@followon/shared/contract/page';
import type { z } from 'zod';
import { invalid } from './problem.js';

const encode = (position: unknown): string =>
  Buffer.from(JSON.stringify(position), 'utf8').toString('base64url');

function decode(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
  } catch {
    return undefined;
  }
}

/**
 * The position a page starts after, as this list's own schema; undefined for the first page.
 * @throws Refusal 400 when the cursor did not come from this list.
 */
export function readCursor<P extends z.ZodType>(
  position: P,
  cursor: string | undefined,
): z.infer<P> | undefined {
  if (cursor === undefined) return undefined;
  const read = position.safeParse(decode(cursor));
  if (!read.success) {
    throw invalid(
      'cursor',
      'This is not a cursor of this list. Leave it out, or take nextCursor of the page before.',
    );
  }
  return read.data;
}

interface Cut<R, T> {
  readonly limit: number;
  /** Where this row stands in the list's order. */
  readonly position: (row: R) => unknown;
  readonly view: (row: R) => T;
}

/** One page of rows that were read with `limit + 1`: the extra row tells that there is more. */
export function pageOfRows<R, T>(rows: readonly R[], { limit, position, view }: Cut<R, T>): Page<T> {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return {
    items: shown.map(view),
    nextCursor: rows.length > limit && last !== undefined ? encode(position(last)) : null,
  };
}
