import type { Problem } from '@followon/shared/contract/problem';

/** A problem before it has its type and request number. `retryAfterSeconds` leaves as a header. */
export type ProblemBody = Omit<Problem, 'type' | 'requestId'> & { readonly retryAfterSeconds?: number };

interface Details {
  readonly detail?: string;
  readonly errors?: Problem['errors'];
  readonly blocking?: string[];
  readonly changed?: Problem['changed'];
  /** What could be chosen instead. */
  readonly wouldFit?: string[];
  readonly retryAfterSeconds?: number;
}

/**
 * What services throw: what went wrong (`code` and `title`) and how to mend it (`detail`). They know nothing of HTTP;
 * problem.filter.ts turns the kind into a status.
 */
export class Refusal extends Error {
  /** What stays although nothing else does, in a transaction of its own: what somebody entered is not lost. */
  keep?: () => Promise<unknown>;

  constructor(
    readonly kind: RefusalKind,
    readonly code: string,
    readonly title: string,
    readonly details: Details = {},
  ) {
    super(`${code}: ${title}`);
  }
}

export type RefusalKind =
  | 'invalid'
  | 'not-signed-in'
  | 'not-same-origin'
  | 'not-found'
  | 'conflict'
  | 'gone'
  | 'stale'
  | 'version-needed'
  | 'reused-key'
  | 'too-many'
  | 'busy';

/** Refused, foreign and missing look alike, to the byte: nobody learns that a hidden record exists. */
export const notFound = (): Refusal =>
  new Refusal('not-found', 'not-found', 'We could not find that.', {
    detail:
      'It may not exist, or it may belong to somebody else. Check the address, or go back to the start page.',
  });

export const conflict = (code: string, title: string, details: Details = {}): Refusal =>
  new Refusal('conflict', code, title, details);

/** @param path where in the body or query, e.g. `finishedOn`. */
export const invalid = (path: string, message: string): Refusal =>
  new Refusal('invalid', 'invalid', 'Something in the request needs to be changed.', {
    errors: [{ path, message }],
  });
