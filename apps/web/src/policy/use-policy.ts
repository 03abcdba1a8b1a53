import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { PolicyReplay, PolicyView } from '@followon/shared/contract/policy';
import { useState } from 'react';
import { Problem, wordsFor } from '../api/problem.js';
import { useAct } from '../api/use-act.js';
import { t } from '../i18n.js';
import { useAnnounce } from '../ui/announcer.js';
import type { Wrong } from '../ui/error-summary.js';
import { draftOf, isSame, thresholdsOf, wrongIn, type Draft } from './marks.js';
import { policyQuery, savePolicy, tryMarks, type Saving } from './queries.js';
import { sayTrial } from './trial-figures.js';

const STALE = 412;

/** The boxes that the server could not take, or one sentence about the whole. */
function wrongOf(error: unknown): readonly Wrong[] {
  const fields = error instanceof Problem ? error.fields : [];
  if (fields.length === 0) return [{ field: 'preset-shipped', words: wordsFor(error) }];
  return fields.map(({ path, message }) => ({ field: path.replace('thresholds.', ''), words: message }));
}

interface Tried {
  readonly draft: Draft;
  readonly trial: PolicyReplay;
}

function useTrial({ siteId, defaults }: PolicyView, onWrong: (wrong: readonly Wrong[]) => void) {
  const announce = useAnnounce();
  return useMutation({
    mutationFn: async (draft: Draft): Promise<Tried> => ({
      draft,
      trial: await tryMarks(siteId, thresholdsOf(draft, defaults)),
    }),
    onSuccess: ({ trial }) => announce(sayTrial(trial)),
    onError: (error) => onWrong(wrongOf(error)),
  });
}

/** The version is that of the marks which the person has seen: a newer one that arrives meanwhile is not overwritten unseen. */
function useSaving(policy: PolicyView, onSaved: () => void, onWrong: (wrong: readonly Wrong[]) => void) {
  const announce = useAnnounce();
  const queries = useQueryClient();
  const [version, setVersion] = useState(policy.version);
  const query = policyQuery(policy.siteId);
  const act = useAct<Saving, PolicyView>(savePolicy, ['groups', 'alerts', 'sites'], (saved) => {
    queries.setQueryData(query.queryKey, saved);
    setVersion(saved.version);
    announce(t('policy.saved'));
    onSaved();
  });
  const failed = async (error: Error) => {
    onWrong(wrongOf(error));
    if (!(error instanceof Problem) || error.status !== STALE) return;
    const newest = await queries.fetchQuery({ ...query, staleTime: 0 }).catch(() => undefined);
    if (newest) setVersion(newest.version);
  };
  const save = (thresholds: Saving['thresholds']) =>
    act.mutate({ siteId: policy.siteId, thresholds, version }, { onError: (error) => void failed(error) });
  return { save, isSaving: act.isPending };
}

/**
 * The marks in their boxes, tried and saved. What was typed stays until it is saved, whatever goes wrong; nothing is saved
 * that was not tried first, so that whoever says yes has seen the counts.
 */
export function usePolicy(policy: PolicyView) {
  const { defaults } = policy;
  const [draft, setDraft] = useState(() => draftOf(policy.thresholds));
  const [wrong, setWrong] = useState<readonly Wrong[]>([]);
  const [isAsking, ask] = useState(false);
  const [isSaved, setSaved] = useState(false);
  const onSaved = () => {
    ask(false);
    setSaved(true);
  };
  const trial = useTrial(policy, setWrong);
  const { save, isSaving } = useSaving(policy, onSaved, setWrong);

  const change = (next: Draft) => {
    setDraft(next);
    ask(false);
    setSaved(false);
  };
  const tried = (next: Draft, then: () => void) => {
    const problems = wrongIn(next);
    setWrong(problems);
    if (problems.length > 0) return;
    if (trial.data && isSame(trial.data.draft, next)) return then();
    trial.mutate(next, { onSuccess: then });
  };
  const reset = () => {
    const shipped = draftOf(defaults);
    change(shipped);
    tried(shipped, () => ask(true));
  };
  return {
    ...{ draft, wrong, isAsking, isSaved, isSaving, change, reset },
    isTrying: trial.isPending,
    isChanged: !isSame(draft, draftOf(policy.thresholds)),
    tried: trial.data && isSame(trial.data.draft, draft) ? trial.data.trial : undefined,
    tryIt: () => tried(draft, () => undefined),
    askToSave: () => tried(draft, () => ask(true)),
    notYet: () => ask(false),
    save: () => save(isSame(draft, draftOf(defaults)) ? null : thresholdsOf(draft, defaults)),
  };
}
