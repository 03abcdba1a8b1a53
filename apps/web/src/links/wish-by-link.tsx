import type { LinkView } from '@followon/shared/contract/links';
import { useState } from 'react';
import { t, type MessageKey } from '../i18n.js';
import { Button } from '../ui/button.js';
import { FocusHere } from '../ui/focus-here.js';
import { PageTitle } from '../ui/page.js';
import { Trouble } from './trouble.js';
import type { Acting } from './use-link.js';
import { WishTimes } from './wish-times.js';

type Answer = string | boolean | readonly string[];
type Slip = Readonly<Record<string, Answer>>;

interface Question {
  readonly name: string;
  readonly words: MessageKey;
  readonly options: readonly (readonly [answer: string | boolean, words: MessageKey])[];
}

const INTEREST: Question = {
  name: 'interest',
  words: 'link.wish.interest',
  options: [
    ['yes', 'link.wish.yes'],
    ['maybe', 'link.wish.maybe'],
    ['no', 'link.wish.no'],
    ['other-kind', 'link.wish.other-kind'],
  ],
};

const MORE: readonly Question[] = [
  {
    name: 'distance',
    words: 'link.wish.distance',
    options: [
      ['near', 'link.wish.near'],
      ['some-way', 'link.wish.some-way'],
      ['far', 'link.wish.far'],
    ],
  },
  {
    name: 'way',
    words: 'link.wish.way',
    options: [
      ['in-person', 'link.wish.in-person'],
      ['online', 'link.wish.online'],
      ['either', 'link.wish.either'],
    ],
  },
  {
    name: 'wouldHost',
    words: 'link.wish.host',
    options: [
      [true, 'link.wish.hostYes'],
      [false, 'link.wish.hostNo'],
    ],
  },
];

/** Answers that need nothing more to be asked. */
const ENDS: readonly Answer[] = ['no'];

function Ask({
  question,
  acting,
  onAnswer,
  onSkip,
}: {
  readonly question: Question;
  readonly acting: Acting;
  readonly onAnswer: (answer: string | boolean) => void;
  readonly onSkip: (() => void) | undefined;
}) {
  return (
    <FocusHere key={question.name} label={t(question.words)}>
      <p className="fo-link__when">{t(question.words)}</p>
      <div className="fo-link__acts">
        {question.options.map(([answer, words]) => (
          <Button key={words} kind="secondary" busy={acting.busy} onClick={() => onAnswer(answer)}>
            {t(words)}
          </Button>
        ))}
        {onSkip ? (
          <Button kind="quiet" busy={acting.busy} onClick={onSkip}>
            {t('link.wish.skip')}
          </Button>
        ) : null}
      </div>
    </FocusHere>
  );
}

function Questions({ acting, onSent }: { readonly acting: Acting; readonly onSent: () => void }) {
  const [slip, fill] = useState<Slip>({});
  const [step, go] = useState(0);
  const send = (whole: Slip) => {
    onSent();
    acting.say(whole);
  };
  const next = (more: Slip) => {
    const filled = { ...slip, ...more };
    fill(filled);
    if (ENDS.includes(filled['interest'] ?? '')) send(filled);
    else go(step + 1);
  };
  const question = step === 0 ? INTEREST : MORE[step - 1];
  if (!question) return <WishTimes busy={acting.busy} onTimes={(times) => send({ ...slip, times })} />;
  return (
    <Ask
      question={question}
      acting={acting}
      onAnswer={(answer) => next({ [question.name]: answer })}
      onSkip={step > 0 ? () => next({}) : undefined}
    />
  );
}

/** One slip in the hat, a question at a time: no name is asked, and nobody can read one slip alone. */
export function WishByLink({ link, acting }: { readonly link: LinkView; readonly acting: Acting }) {
  const [sent, send] = useState(false);
  const [slips, another] = useState(0);
  const isThere = sent && !acting.busy && !acting.trouble;
  return (
    <>
      <PageTitle title={t('link.wish.title')}>
        {link.subject.about ? <p className="fo-link__about">{link.subject.about}</p> : null}
      </PageTitle>
      <Trouble acting={acting} />
      {isThere ? (
        <FocusHere className="fo-saved">
          <p className="fo-saved__title">{t('link.said.wish')}</p>
          <p>{t('link.wish.kept')}</p>
          <Button
            kind="quiet"
            onClick={() => {
              send(false);
              another(slips + 1);
            }}
          >
            {t('link.wish.another')}
          </Button>
        </FocusHere>
      ) : (
        <>
          <p>{t('link.wish.lede')}</p>
          <Questions key={slips} acting={acting} onSent={() => send(true)} />
        </>
      )}
    </>
  );
}
