import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { TemplateChanges, TemplateView } from '@followon/shared/contract/templates';
import { useState } from 'react';
import { Problem } from '../api/problem.js';
import { useAct } from '../api/use-act.js';
import { t } from '../i18n.js';
import { useAnnounce } from '../ui/announcer.js';
import { focusHeading } from '../ui/focus-here.js';
import { isSame } from './changes.js';
import { previewQuery, saveTemplate, templateQuery, type Saving, type Tried } from './queries.js';

const STALE = 412;

/**
 * The changes as they are typed, beside those that were saved when the person last looked: a version that arrives meanwhile
 * takes the place of the list only while nothing is changed, and never overwrites unseen.
 */
function useDraft(template: TemplateView) {
  const [seen, setSeen] = useState(template);
  const [changes, setChanges] = useState(template.changes);
  const isChanged = !isSame(changes, seen.changes);
  const take = (newest: TemplateView) => {
    setSeen(newest);
    setChanges(newest.changes);
  };
  if (!isChanged && template.version > seen.version) take(template);
  return { seen, setSeen, changes, setChanges, isChanged, take };
}

/** A list that is being changed. What was changed stays until it is saved, whatever goes wrong. */
export function useTemplate(template: TemplateView, shown: Pick<Tried, 'lastSessionOn' | 'withoutPtv'>) {
  const announce = useAnnounce();
  const queries = useQueryClient();
  const { siteId, route } = template;
  const { seen, setSeen, changes, setChanges, isChanged, take } = useDraft(template);
  const [isAsking, ask] = useState(false);
  const preview = useQuery(previewQuery({ siteId, route, changes, ...shown }));
  const query = templateQuery(siteId, route);
  const act = useAct<Saving, TemplateView>(saveTemplate, ['handovers'], (saved) => {
    queries.setQueryData(query.queryKey, saved);
    take(saved);
    ask(false);
    announce(t('templates.saved'));
    focusHeading();
  });
  const failed = async (error: Error) => {
    ask(false);
    if (!(error instanceof Problem) || error.status !== STALE) return;
    const newest = await queries.fetchQuery({ ...query, staleTime: 0 }).catch(() => undefined);
    if (newest) setSeen(newest);
  };
  const change = (next: TemplateChanges, said: string) => {
    setChanges(next);
    ask(false);
    act.reset();
    announce(said);
  };
  return {
    ...{ changes, change, preview, isChanged, isAsking, error: act.error, isSaving: act.isPending },
    isShipped: seen.version === 0,
    findings: preview.data?.findings ?? [],
    askToSave: () => ask(true),
    notYet: () => ask(false),
    undo: () => {
      change(seen.changes, t('templates.undone'));
      focusHeading();
    },
    save: () =>
      act.mutate(
        { siteId, route, changes, version: seen.version },
        { onError: (error) => void failed(error) },
      ),
  };
}
export type Editing = ReturnType<typeof useTemplate>;
