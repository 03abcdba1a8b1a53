import { useQueryClient } from '@tanstack/react-query';
import type { PolicyView } from '@followon/shared/contract/policy';
import { useState } from 'react';
import { Problem } from '../api/problem.js';
import { useAct } from '../api/use-act.js';
import { t } from '../i18n.js';
import { useAnnounce } from '../ui/announcer.js';
import type { Wrong } from '../ui/error-summary.js';
import { draftOf, isSame, thresholdsOf, type Draft } from './marks.js';
import { policyQuery, savePolicy, type Saving } from './queries.js';
import { useTrial, wrongOf } from './use-trial.js';

const STALE = 412;
/** Two years tell of two winters. */
const MONTHS = 24;

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
  const [wrong, setWrong] = useState<readonly Wrong[]>([]);
  const [isAsking, ask] = useState(false);
  const [isSaved, setSaved] = useState(false);
  const onSaved = () => {
    ask(false);
    setSaved(true);
  };
  const { question, put, attempt, ...trial } = useTrial(policy, MONTHS);
  const { draft, months } = question;
  const { save, isSaving } = useSaving(policy, onSaved, setWrong);

  const changed = (next: typeof question) => {
    put(next);
    ask(false);
    setSaved(false);
  };
  const reset = () => {
    const shipped = { months, draft: draftOf(defaults) };
    changed(shipped);
    attempt(shipped, () => ask(true), setWrong);
  };
  return {
    ...{ draft, months, wrong, isAsking, isSaved, isSaving, reset, ...trial },
    change: (next: Draft) => changed({ months, draft: next }),
    lookBack: (next: number) => changed({ months: next, draft }),
    isChanged: !isSame(draft, draftOf(policy.thresholds)),
    tryIt: () => attempt(question, () => ask(false), setWrong),
    askToSave: () => attempt(question, () => ask(true), setWrong),
    notYet: () => ask(false),
    save: () => save(isSame(draft, draftOf(defaults)) ? null : thresholdsOf(draft, defaults)),
  };
}
