import { useMutation, useQueryClient, type QueryKey } from '@tanstack/react-query';
import type { WishesChange } from '@followon/shared/contract/wishes';
import { Problem, saysWhy } from '../api/problem.js';
import { t } from '../i18n.js';

interface Wishes<View> {
  readonly queryKey: QueryKey;
  readonly put: (change: WishesChange, version: number) => Promise<View>;
  /** Whose answers change with these. */
  readonly touches?: QueryKey;
}

const isStale = (error: unknown): boolean => error instanceof Problem && error.status === 412;
/** Nothing was wrong with what was said: it only has not arrived, or others were quicker. */
const canBeSaidAgain = (error: unknown): boolean =>
  isStale(error) || !(error instanceof Problem) || error.status === 0 || error.status >= 500;

/**
 * Each answer is kept as it is given, one after the other, each on top of what the one before has made. Where somebody else
 * was quicker the newest is fetched and shown, and what was said last can be kept after all: nothing is lost.
 */
export function useChanging<View extends { readonly version: number }>({
  queryKey,
  put,
  touches,
}: Wishes<View>) {
  const queries = useQueryClient();
  const change = useMutation({
    scope: { id: 'wishes' },
    mutationFn: (said: WishesChange) => put(said, queries.getQueryData<View>(queryKey)?.version ?? 0),
    onSuccess: (view) => {
      queries.setQueryData(queryKey, view);
      if (touches) void queries.invalidateQueries({ queryKey: touches, exact: true });
    },
    onError: async (error) => {
      if (isStale(error)) await queries.invalidateQueries({ queryKey });
    },
  });
  const { error, variables, mutate } = change;
  return {
    busy: change.isPending,
    saved: change.isSuccess,
    trouble: error ? (isStale(error) ? t('wishes.changed') : saysWhy(error)) : undefined,
    onAgain: error && variables && canBeSaidAgain(error) ? () => mutate(variables) : undefined,
    onChange: (said: WishesChange) => mutate(said),
  };
}
