import type { Role } from '@followon/shared/contract/session';
import type { Request } from 'express';

/** Who a request comes from, read afresh from the session table every time. */
export interface SignedIn {
  readonly accountId: string;
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
