import type { HandoverTaskView, HandoverView } from '@followon/shared/contract/handovers';
import { useState } from 'react';
import { t, type MessageKey } from '../i18n.js';
import { Button } from '../ui/button.js';
import { focusPart } from '../ui/focus-here.js';
import { taskTitle } from '../ui/task-words.js';
import { OneQuestion } from './one-question.js';
import { useHands } from './use-kept-acts.js';

const GROUP = 'the-group';

/** The part of this page where the fact of a task is recorded. */
const PLACES: Readonly<Record<string, readonly [place: string, words: MessageKey]>> = {
  assign_ptv: ['volunteer', 'ending.only.volunteer'],
  interest_poll: ['carrying-on', 'ending.only.counts'],
  choose_route: ['carrying-on', 'ending.only.route'],
  roles_agreed: [GROUP, 'ending.only.people'],
  first_date_fixed: [GROUP, 'ending.only.date'],
};

interface OneProps {
  readonly task: HandoverTaskView;
  readonly route: HandoverView['route'];
  readonly now: string;
}

/** The ways that make a group, which is formed on this page. */
const MAKES_GROUP: readonly HandoverView['route'][] = ['new', 'online', 'hybrid', 'merge'];

function Way({ task, route }: OneProps) {
  const [place, words] = PLACES[task.key] ?? [];
  if (!place || !words) return null;
  if (place === GROUP && !MAKES_GROUP.includes(route))
    return <span className="fo-muted">{t('ending.only.noGroup')}</span>;
  return (
    <a href={`#${place}`} onClick={() => focusPart(place)}>
      {t(words)}
    </a>
  );
}

/** What no other page records is answered here. */
function Answer({ task, now }: OneProps) {
  const { give } = useHands();
  const [isOpen, open] = useState(false);
  const [question] = task.asks;
  if (!question || task.key in PLACES || !task.mayChange) return null;
  if (!isOpen)
    return (
      <Button kind="quiet" onClick={() => open(true)}>
        {t('ending.only.answer')}
        <span className="nhsuk-u-visually-hidden"> {taskTitle(task)}</span>
      </Button>
    );
  return (
    <OneQuestion
      question={question}
      now={now}
      place={{ number: 1, of: 1 }}
      onAnswer={(answers) => give(task, { kind: 'answers', answers })}
    />
  );
}

/** What was ticked while nothing about it is held, each with the way to where it is recorded. Nothing is refused for it. */
export function OnlyTicked({ handover, now }: { readonly handover: HandoverView; readonly now: string }) {
  const tasks = handover.tasks.filter(({ key }) => handover.unproven.includes(key));
  if (tasks.length === 0) return null;
  return (
    <>
      <p>{t('ending.only')}</p>
      <ul className="nhsuk-list nhsuk-list--bullet">
        {tasks.map((task) => (
          <li key={task.id}>
            {taskTitle(task)} <Way task={task} route={handover.route} now={now} />
            <Answer task={task} route={handover.route} now={now} />
          </li>
        ))}
      </ul>
    </>
  );
}
