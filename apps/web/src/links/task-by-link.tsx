import type { LinkView } from '@followon/shared/contract/links';
import { sayDay, sayDistance, sayMoment } from '../dates.js';
import { t, type MessageKey } from '../i18n.js';
import { Button } from '../ui/button.js';
import { FocusHere } from '../ui/focus-here.js';
import { NotYet } from '../ui/not-yet.js';
import { PageTitle } from '../ui/page.js';
import { factWords } from '../ui/task-done.js';
import { titleOf, whyOf } from './link-words.js';
import type { Questions } from './questions.js';
import { Trouble } from './trouble.js';
import type { Acting } from './use-link.js';

interface TaskByLinkProps {
  readonly link: LinkView;
  readonly acting: Acting;
  readonly questions: Questions;
}

const CHOICES: readonly (readonly [choice: string, words: MessageKey])[] = [
  ['done', 'task.done'],
  ['cannot', 'task.cannot'],
  ['pass-on', 'task.passOn'],
  ['later', 'link.later'],
];

const SAID: Readonly<Record<string, MessageKey>> = {
  done: 'link.said.done',
  cannot: 'link.said.cannot',
  'pass-on': 'link.said.pass-on',
};

function sayWhen({ subject: { dueOn }, now }: LinkView): string | undefined {
  if (!dueOn) return undefined;
  const when = { day: sayDay(dueOn, now), distance: sayDistance(dueOn, now) };
  return dueOn < now.slice(0, 10) ? t('task.late', when) : t('task.by', when);
}

/** What a fact ticks is recorded after signing in; the tick by hand stands behind that. */
function kindOf(choice: string, hasFact: boolean): 'primary' | 'secondary' | 'quiet' {
  if (choice !== 'done') return 'secondary';
  return hasFact ? 'quiet' : 'primary';
}

function ToDo({ link, acting }: Omit<TaskByLinkProps, 'questions'>) {
  const when = sayWhen(link);
  const isPutOff = link.choices.includes('undo');
  const fact = factWords(link.subject.key ?? '');
  return (
    <>
      <PageTitle title={titleOf(link)}>
        {link.subject.about ? <p className="fo-link__about">{link.subject.about}</p> : null}
      </PageTitle>
      <p className="fo-link__why">{whyOf(link)}</p>
      {when ? <p className="fo-link__when">{when}</p> : null}
      {isPutOff ? <p role="status">{t('link.putOff')}</p> : null}
      <NotYet names={link.notYet} />
      <Trouble acting={acting} />
      <div className="fo-link__acts">
        {fact ? (
          <a href="/tasks" className="nhsuk-button fo-button fo-button--primary">
            {fact}
          </a>
        ) : null}
        {CHOICES.filter(([choice]) => link.choices.includes(choice)).map(([choice, words]) => (
          <Button
            key={choice}
            kind={kindOf(choice, fact !== undefined)}
            busy={acting.busy}
            onClick={() => acting.say({ choice })}
          >
            {t(choice === 'done' && fact ? 'task.fact.already' : words)}
          </Button>
        ))}
      </div>
    </>
  );
}

/** What was said stays in sight, with a way back while there is one. */
function Said({ link, acting, questions: Questions }: TaskByLinkProps) {
  const { happened, undoUntil, now } = link;
  const mayAnswer = link.choices.includes('answer') && link.asks.length > 0;
  return (
    <>
      <PageTitle title={titleOf(link)} />
      <FocusHere className="fo-saved">
        <p className="fo-saved__title">{t(SAID[happened?.what ?? ''] ?? 'link.said.used')}</p>
        {happened ? <p>{t('link.when', { when: sayMoment(happened.at, now) })}</p> : null}
        {undoUntil ? null : <p>{t('link.stays')}</p>}
      </FocusHere>
      <Trouble acting={acting} />
      {mayAnswer ? (
        <Questions
          asks={link.asks}
          now={now}
          onAnswer={(evidence) => acting.say({ choice: 'answer', evidence })}
        />
      ) : null}
      {undoUntil ? (
        <div className="fo-link__acts">
          <Button kind="secondary" busy={acting.busy} onClick={() => acting.say({ choice: 'undo' })}>
            {t('task.undo')}
          </Button>
          <p className="fo-muted">{t('link.undoUntil', { when: sayMoment(undoUntil, now) })}</p>
        </div>
      ) : null}
    </>
  );
}

/** One task: what, why, by when, and the ways to answer it. */
export function TaskByLink(props: TaskByLinkProps) {
  return props.link.state === 'used' ? <Said {...props} /> : <ToDo {...props} />;
}
