import { useQuery } from '@tanstack/react-query';
import type { HandoverTaskView } from '@followon/shared/contract/handovers';
import { wordsFor } from '../api/problem.js';
import { useSession } from '../api/session.js';
import { t } from '../i18n.js';
import { Button } from '../ui/button.js';
import { SelectField } from '../ui/field.js';
import { Section } from '../ui/page.js';
import { Asked } from '../ui/states.js';
import { ChooseTasks } from './choose-tasks.js';
import { MovePreview } from './move-preview.js';
import { runningQueries } from './queries.js';
import { useMove } from './use-move.js';

const MOVABLE: readonly HandoverTaskView['state'][] = ['open', 'overdue', 'cannot', 'passed-on'];

/** Only a volunteer's tasks change hands here: those of other roles follow the programme and the group. */
const isMovable = ({ state, ownerRole }: HandoverTaskView): boolean =>
  ownerRole === 'volunteer' && MOVABLE.includes(state);

type Move = { readonly move: ReturnType<typeof useMove> };

function PutBack({ move: { undo, isMoving, putBack } }: Move) {
  if (!undo) return null;
  return (
    <div className="fo-note fo-note--good">
      <p>{t('move.done', { tasks: undo.moves.length })}</p>
      <Button kind="secondary" busy={isMoving} onClick={putBack}>
        {t('move.undo')}
      </Button>
    </div>
  );
}

function GiveTo({ move: { to, giveTo } }: Move) {
  const volunteers = useQuery(runningQueries.volunteers());
  return (
    <SelectField
      name="move-to"
      label={t('move.to')}
      value={to}
      onChange={({ target }) => giveTo(target.value)}
    >
      <option value="">{t('ptv.nobody')}</option>
      {volunteers.data?.items.map(({ id, siteId, displayName }) => (
        <option key={`${id}-${siteId}`} value={id}>
          {displayName}
        </option>
      ))}
    </SelectField>
  );
}

function LookThenMove({ move, tasks }: Move & { readonly tasks: readonly HandoverTaskView[] }) {
  const { preview, isReady, isLooking, isMoving } = move;
  if (!preview) {
    return (
      <Button kind="secondary" busy={isLooking} disabled={!isReady} onClick={move.look}>
        {t('move.look')}
      </Button>
    );
  }
  return (
    <MovePreview preview={preview} tasks={tasks}>
      <Button busy={isMoving} onClick={move.move}>
        {t('move.go', { tasks: preview.moved.length })}
      </Button>
    </MovePreview>
  );
}

/** Tasks of one volunteer, or of nobody, go to another: chosen, shown, done, and taken back in one tap. */
export function MoveTasks() {
  const { now } = useSession();
  const tasks = useQuery(runningQueries.tasks());
  const move = useMove();
  return (
    <Section title={t('move.title')} id="move">
      <p>{t('move.how')}</p>
      <PutBack move={move} />
      <Asked query={tasks}>
        {({ items }) => (
          <>
            <ChooseTasks
              tasks={items.filter(isMovable)}
              now={now}
              chosen={move.chosen}
              onChoose={move.choose}
            />
            <GiveTo move={move} />
            {move.error ? <p role="alert">{wordsFor(move.error)}</p> : null}
            <LookThenMove move={move} tasks={items} />
          </>
        )}
      </Asked>
    </Section>
  );
}
