import { useQuery } from '@tanstack/react-query';
import type { ListDiffView, RunningListView } from '@followon/shared/contract/templates';
import { useState } from 'react';
import { wordsFor } from '../api/problem.js';
import { useSession } from '../api/session.js';
import { useAct } from '../api/use-act.js';
import { t } from '../i18n.js';
import { useAnnounce } from '../ui/announcer.js';
import { Button } from '../ui/button.js';
import { FocusHere, focusPart } from '../ui/focus-here.js';
import { OWNER } from './owner-words.js';
import { moveTemplate, runningListQuery } from './queries.js';

interface Line {
  readonly key: string;
  readonly words: string;
}

const days = (count: number): string => (count < 0 ? `−${-count}` : String(count));

/** What would change, a sentence a task. */
function linesOf({ added, dropped, reworded, moved, regiven }: ListDiffView): Line[] {
  return [
    ...added.map(({ key, title }) => ({ key: `a-${key}`, words: t('newer.added', { task: title }) })),
    ...dropped.map(({ key, title }) => ({ key: `d-${key}`, words: t('newer.dropped', { task: title }) })),
    ...reworded.map(({ key, title, titleBefore }) => ({
      key: `w-${key}`,
      words:
        title === titleBefore
          ? t('newer.reworded', { task: title })
          : t('newer.renamed', { task: titleBefore, title }),
    })),
    ...moved.map((task) => ({
      key: `m-${task.key}`,
      words: t('newer.moved', { task: task.title, from: days(task.daysBefore), to: days(task.days) }),
    })),
    ...regiven.map((task) => ({
      key: `o-${task.key}`,
      words:
        task.owner === task.ownerBefore
          ? t('newer.blocking', { task: task.title })
          : t('newer.regiven', { task: task.title, owner: t(OWNER[task.owner]) }),
    })),
  ];
}

interface ChoiceProps {
  readonly list: RunningListView;
  readonly onLeave: () => void;
}

function Choice({ list, onLeave }: ChoiceProps) {
  const announce = useAnnounce();
  const { handoverId, newestSiteVersion, running } = list;
  const act = useAct(
    (expected: string, key) => moveTemplate(handoverId, { siteVersion: newestSiteVersion, expected }, key),
    ['handovers', 'handover-tasks', 'tasks'],
    () => {
      announce(t('newer.said'));
      focusPart('handover');
    },
  );
  return (
    <FocusHere label={t('newer.what')} className="fo-ask">
      <p className="fo-ask__title">{t('newer.what')}</p>
      <ul className="nhsuk-list nhsuk-list--bullet">
        {linesOf(list.diff).map(({ key, words }) => (
          <li key={key}>{words}</li>
        ))}
      </ul>
      <p>{t('newer.settled', { count: list.diff.settled })}</p>
      {act.error ? <p role="alert">{wordsFor(act.error)}</p> : null}
      <div className="fo-acts">
        <Button busy={act.isPending} onClick={() => act.mutate(running)}>
          {t('newer.go')}
        </Button>
        <Button kind="secondary" onClick={onLeave}>
          {t('newer.stay')}
        </Button>
      </div>
    </FocusHere>
  );
}

/** Nobody has to: the list that is running is a good list. Shown to those who may move it, and to nobody else. */
export function NewerList({ handoverId }: { readonly handoverId: string }) {
  const mayMove = useSession().actions.includes('move-template');
  const { data } = useQuery({ ...runningListQuery(handoverId), enabled: mayMove, retry: false });
  const [isOpen, open] = useState(false);
  if (!data || data.isNewest) return null;
  if (isOpen) return <Choice list={data} onLeave={() => open(false)} />;
  return (
    <p className="fo-muted">
      {t('newer.there')}{' '}
      <button type="button" className="fo-plain-button" onClick={() => open(true)}>
        {t('newer.see')}
      </button>
    </p>
  );
}
