import type { Reassign, ReassignView } from '@followon/shared/contract/reassign';
import { useState } from 'react';
import { useAct } from '../api/use-act.js';
import { t } from '../i18n.js';
import { useAnnounce } from '../ui/announcer.js';
import { reassign } from './queries.js';
import { useKeptUndo } from './kept-undo.js';

/** Tasks that are chosen, looked at, moved, and put back. What is looked at is forgotten as soon as the choice changes. */
export function useMove() {
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [to, setTo] = useState('');
  const [preview, show] = useState<ReassignView>();
  const { undo, keepUndo } = useKeptUndo();
  const announce = useAnnounce();
  const look = useAct((body: Reassign) => reassign({ ...body, preview: true }), [], show);
  const move = useAct(
    (body: Reassign, key) => reassign(body, key),
    ['handovers', 'programmes'],
    (answer, said) => {
      announce(t(said.moves ? 'move.undone' : 'move.done', { tasks: answer.moved.length }));
      keepUndo(said.moves ? null : answer.undo);
      show(undefined);
      setChosen(new Set());
    },
  );
  const body: Reassign = { taskIds: [...chosen], toAccountId: to };
  return {
    ...{ chosen, to, preview, undo },
    isReady: chosen.size > 0 && to !== '',
    isLooking: look.isPending,
    isMoving: move.isPending,
    error: look.error ?? move.error,
    choose: (ids: ReadonlySet<string>) => {
      show(undefined);
      setChosen(ids);
    },
    giveTo: (accountId: string) => {
      show(undefined);
      setTo(accountId);
    },
    look: () => look.mutate(body),
    move: () => move.mutate(body),
    putBack: () => undo && move.mutate(undo),
  };
}
