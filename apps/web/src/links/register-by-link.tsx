import type { LinkView } from '@followon/shared/contract/links';
import { useState } from 'react';
import { sayDay } from '../dates.js';
import { t, type MessageKey } from '../i18n.js';
import { AnswersBefore } from '../ui/answers-before.js';
import { Button } from '../ui/button.js';
import { FocusHere } from '../ui/focus-here.js';
import { PageTitle } from '../ui/page.js';
import { Stepper } from '../ui/stepper.js';
import { Trouble } from './trouble.js';
import type { Acting } from './use-link.js';

interface RegisterByLinkProps {
  readonly link: LinkView;
  readonly acting: Acting;
}

const REASONS: readonly (readonly [reason: string, words: MessageKey])[] = [
  ['few-could-come', 'notHeld.few-could-come'],
  ['weather', 'notHeld.weather'],
  ['venue', 'notHeld.venue'],
  ['host-away', 'notHeld.host-away'],
  ['holiday', 'notHeld.holiday'],
  ['illness', 'notHeld.illness'],
  ['other', 'notHeld.other'],
  ['not-said', 'notHeld.not-said'],
];

function NotHeld({ acting, onBack }: { readonly acting: Acting; readonly onBack: () => void }) {
  return (
    <FocusHere label={t('record.whyNot')}>
      <p className="fo-task__ask">{t('record.whyNot')}</p>
      <div className="fo-pile">
        {REASONS.map(([reason, words]) => (
          <Button
            key={reason}
            kind="secondary"
            busy={acting.busy}
            onClick={() => acting.say({ state: 'not-held', reason })}
          >
            {t(words)}
          </Button>
        ))}
        <Button kind="quiet" onClick={onBack}>
          {t('task.back')}
        </Button>
      </div>
    </FocusHere>
  );
}

function Counting({ link, acting }: RegisterByLinkProps) {
  const [count, setCount] = useState(link.happened?.count ?? 0);
  const [newcomers, setNewcomers] = useState(0);
  const [refusing, refuse] = useState<boolean>();
  if (refusing) return <NotHeld acting={acting} onBack={() => refuse(false)} />;
  const said = { state: 'held', headcount: count, ...(newcomers > 0 && { newcomers }) };
  return (
    <div className="fo-record">
      <AnswersBefore answers={link.answers} />
      <Stepper label={t('record.howMany')} id="headcount" value={count} onChange={setCount} />
      {count > 0 ? (
        <Stepper
          label={t('link.newcomers')}
          id="newcomers"
          value={Math.min(newcomers, count)}
          max={count}
          onChange={setNewcomers}
        />
      ) : null}
      <div className="fo-thumb">
        <Button className="fo-button--wide" busy={acting.busy} onClick={() => acting.say(said)}>
          {t('record.save', { count })}
        </Button>
        <Button kind="quiet" autoFocus={refusing === false} onClick={() => refuse(true)}>
          {t('record.notHeld')}
        </Button>
      </div>
    </div>
  );
}

function Told({ link, onChange }: { readonly link: LinkView; readonly onChange: () => void }) {
  const { subject, happened } = link;
  const told = { day: sayDay(subject.on ?? link.now, link.now), count: happened?.count ?? 0 };
  return (
    <FocusHere className="fo-saved">
      <p className="fo-saved__title">{t('record.saved')}</p>
      <p>{t('record.said', { ...told, held: happened?.what ?? '' })}</p>
      <Button kind="quiet" onClick={onChange}>
        {t('record.change')}
      </Button>
    </FocusHere>
  );
}

/** How one meeting went: a number, or that there was none. It may be mended by the same link for two weeks. */
export function RegisterByLink({ link, acting }: RegisterByLinkProps) {
  const { subject, happened, now } = link;
  const [changing, change] = useState<string>();
  const isTold = happened !== null && changing !== happened.at;
  return (
    <>
      <PageTitle title={t('link.howDidItGo')}>
        <p className="fo-link__about">
          {subject.about ? `${subject.about}, ` : ''}
          {subject.on ? sayDay(subject.on, now) : ''}
        </p>
      </PageTitle>
      <Trouble acting={acting} />
      {isTold ? (
        <Told link={link} onChange={() => change(happened.at)} />
      ) : (
        <Counting key={happened?.at ?? ''} link={link} acting={acting} />
      )}
    </>
  );
}
