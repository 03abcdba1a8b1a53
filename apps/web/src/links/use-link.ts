import { useMutation, useQuery, useQueryClient, type UseQueryResult } from '@tanstack/react-query';
import type { LinkView } from '@followon/shared/contract/links';
import { useEffect, useState } from 'react';
import { Problem } from '../api/problem.js';
import { actByLink, openedLink, type Said } from './queries.js';
import { takeToken } from './take-token.js';
import { troubleWords } from './trouble-words.js';

/** The token of this page; another link that is opened in the same tab takes its place. */
export function useToken(): string | undefined {
  const [token, setToken] = useState(takeToken);
  useEffect(() => {
    const again = () => setToken(takeToken());
    window.addEventListener('hashchange', again);
    return () => window.removeEventListener('hashchange', again);
  }, []);
  return token;
}

export interface Acting {
  readonly busy: boolean;
  /** Why it was not done. What was entered is still there. */
  readonly trouble: string | undefined;
  readonly say: (said: Said) => void;
}

/** The link and what can be said by it. Used before, it is asked again how things stand. */
export function useLink(token: string): {
  readonly query: UseQueryResult<LinkView>;
  readonly acting: Acting;
} {
  const queries = useQueryClient();
  const query = useQuery(openedLink(token));
  const act = useMutation({
    // Two quick taps are said one after the other.
    scope: { id: `link/${token}` },
    mutationFn: (said: Said) => actByLink(token, said),
    onSuccess: (view) => queries.setQueryData(openedLink(token).queryKey, view),
    onError: (error) => {
      if (error instanceof Problem && [404, 410].includes(error.status)) void query.refetch();
    },
  });
  const trouble = act.error ? troubleWords(act.error) : undefined;
  return { query, acting: { busy: act.isPending, trouble, say: act.mutate } };
}
