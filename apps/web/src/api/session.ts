import { queryOptions, useSuspenseQuery } from '@tanstack/react-query';
import type { Role, SessionView } from '@followon/shared/contract/session';
import { get } from './client.js';
import { Problem } from './problem.js';

/** Who is signed in, and the server's clock; null when nobody is. */
export const sessionQuery = queryOptions({
  queryKey: ['session'],
  queryFn: async (): Promise<SessionView | null> => {
    try {
      return await get<SessionView>('/session');
    } catch (error) {
      if (error instanceof Problem && error.status === 401) return null;
      throw error;
    }
  },
  staleTime: 60_000,
});

/** The session inside the signed-in part of the product; the router has already asked for it. */
export function useSession(): SessionView {
  const { data } = useSuspenseQuery(sessionQuery);
  if (!data) throw new Problem(401);
  return data;
}

/** Whether the person holds one of these roles at any site. */
export const holds = (session: SessionView, ...roles: readonly Role[]): boolean =>
  session.memberships.some((membership) => roles.includes(membership.role));

/** Network and site administrators see the network; everybody else sees what is theirs to do. */
export const isAdministrator = (session: SessionView): boolean =>
  holds(session, 'network-admin', 'site-admin');
