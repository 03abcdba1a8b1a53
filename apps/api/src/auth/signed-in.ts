import type { Role } from '@followon/shared/contract/session';
import type { Action } from '@followon/shared/rules/access/actions';
import type { Request } from 'express';

/** What somebody may do who has no session but a one-action link: these actions on this one record. */
export interface LinkRight {
  readonly linkId: string;
  readonly siteId: string;
  readonly subjectId: string;
  readonly permits: readonly Action[];
  /** A member without an account. */
  readonly memberId: string | null;
  /** For whoever holds it (a slip on a wall): the link alone is the right, there are no roles to ask. */
  readonly forAnybody: boolean;
}

/** Stands where an account's id is asked for when there is none: nothing belongs to it. */
export const NOBODY = '00000000-0000-0000-0000-000000000000';

/** Who a request comes from, read afresh from the session or link table every time. */
export interface SignedIn {
  /** {@link NOBODY} when a link's holder has no account; see `Work.actorId`. */
  readonly accountId: string;
  /** Set when it comes by a link: narrows what the holder's roles allow to one action on one record. */
  readonly link?: LinkRight;
  readonly displayName: string;
  readonly sessionId: string;
  readonly memberships: readonly {
    readonly siteId: string;
    readonly siteName: string;
    readonly role: Role;
  }[];
}

const people = new WeakMap<Request, SignedIn>();

export const rememberSignedIn = (request: Request, who: SignedIn): void => void people.set(request, who);

export const signedInOf = (request: Request): SignedIn | undefined => people.get(request);
