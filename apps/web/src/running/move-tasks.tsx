import { useQuery } from '@tanstack/react-query';
import type { HandoverTaskView } from '@followon/shared/contract/handovers';
import type { Reassign, ReassignView } from '@followon/shared/contract/reassign';
import { useState } from 'react';
import { wordsFor } from '../api/problem.js';
import { useSession } from '../api/session.js';
import { useAct } from '../api/use-act.js';
import { t } from '../i18n.js';
import { useAnnounce } from '../ui/announcer.js';
import { Button } from '../ui/button.js';
import { SelectField } from '../ui/field.js';
import { Section } from '../ui/page.js';
import { Asked } from '../ui/states.js';
import { ChooseTasks } from './choose-tasks.js';
import { MovePreview } from './move-preview.js';
import { reassign, runningQueries } from './queries.js';

const MOVABLE: readonly HandoverTaskView['state'][] = ['open', 'overdue', 'cannot', 'passed-on'];

/** Only a volunteer's tasks change hands here: those of other roles follow the programme and the group. */
const isMovable = ({ state, ownerRole }: HandoverTaskView): boolean =>
  ownerRole === 'volunteer' && MOVABLE.includes(state);

/** Tasks of one volunteer, or of nobody, go to another: chosen, shown, done, and taken back in one tap. */
export function MoveTasks() {
  const { now } = useSession();
  const tasks = useQuery(runningQueries.tasks());
  const volunteers = useQuery(runningQueries.volunteers());
  const [chosen, choose] = useState<ReadonlySet<string>>(new Set());
  const [to, setTo] = useState('');
  const [preview, show] = useState<ReassignView>();
  const [undo, keepUndo] = useState<ReassignView['undo']>(null);
  const announce = useAnnounce();
  const look = useAct((body: Reassign) => reassign({ ...body, preview: true }), [], show);
  const move = useAct(
    (body: Reassign, key) => reassign(body, key),
    ['handovers', 'programmes'],
    (answer, body) => {
      announce(t(body.moves ? 'move.undone' : 'move.done', { tasks: answer.moved.length }));
      keepUndo(body.moves ? null : answer.undo);
      show(undefined);
      choose(new Set());
    },
  );
  const body = { taskIds: [...chosen], toAccountId: to };
  const isReady = chosen.size > 0 && to !== '';
  const change = (act: () => void) => {
    show(undefined);
    act();
  };
  const error = look.error ?? move.error;
  return (
    <Section title={t('move.title')} id="move">
      <p>{t('move.how')}</p>
      {undo ? (
        <div className="fo-note fo-note--good">
          <p>{t('move.done', { tasks: undo.moves.length })}</p>
          <Button kind="secondary" busy={move.isPending} onClick={() => move.mutate(undo)}>
            {t('move.undo')}
          </Button>
        </div>
      ) : null}
      <Asked query={tasks}>
        {({ items }) => (
          <ChooseTasks
            tasks={items.filter(isMovable)}
            now={now}
            chosen={chosen}
            onChoose={(ids) => change(() => choose(ids))}
          />
        )}
      </Asked>
      <SelectField
        name="move-to"
        label={t('move.to')}
        value={to}
        onChange={({ target }) => change(() => setTo(target.value))}
      >
        <option value="">{t('ptv.nobody')}</option>
        {volunteers.data?.items.map(({ id, displayName }) => (
          <option key={id} value={id}>
            {displayName}
          </option>
        ))}
      </SelectField>
      {error ? <p role="alert">{wordsFor(error)}</p> : null}
      {preview ? (
        <MovePreview preview={preview} tasks={tasks.data?.items ?? []}>
          <Button busy={move.isPending} onClick={() => move.mutate(body)}>
            {t('move.go', { tasks: preview.moved.length })}
          </Button>
        </MovePreview>
      ) : (
        <Button kind="secondary" busy={look.isPending} disabled={!isReady} onClick={() => look.mutate(body)}>
          {t('move.look')}
        </Button>
      )}
    </Section>
  );
}
