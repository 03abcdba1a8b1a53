import type { LinkView } from '@followon/shared/contract/links';
import { sayDay, sayMoment } from '../dates.js';
import { t, type MessageKey } from '../i18n.js';
import { Button } from '../ui/button.js';
import { FocusHere } from '../ui/focus-here.js';
import { PageTitle } from '../ui/page.js';
import { Trouble } from './trouble.js';
import type { Acting } from './use-link.js';

interface AnswerByLinkProps {
  readonly link: LinkView;
  readonly acting: Acting;
}

/** What is asked, by the part or the role. */
const ASKED: Readonly<Record<string, readonly [question: MessageKey, why: MessageKey]>> = {
  ptv: ['link.ask.ptv', 'link.ask.ptvWhy'],
  deputy: ['link.ask.deputy', 'link.ask.deputyWhy'],
  'role-contact': ['link.ask.contact', 'link.ask.contactWhy'],
  'role-host': ['link.ask.host', 'link.ask.hostWhy'],
  'role-ptv': ['link.ask.groupPtv', 'link.ask.groupPtvWhy'],
};

const SAID: Readonly<Record<string, MessageKey>> = { accept: 'link.said.yes', decline: 'link.said.no' };

/** A question that takes yes or no: "no" is one tap and needs no reason. */
export function AnswerByLink({ link, acting }: AnswerByLinkProps) {
  const { subject, happened, now } = link;
  const [question, why] = ASKED[subject.key ?? ''] ?? ['link.ask.other', 'link.ask.otherWhy'];
  return (
    <>
      <PageTitle title={t(question)}>
        {subject.about ? <p className="fo-link__about">{subject.about}</p> : null}
      </PageTitle>
      <Trouble acting={acting} />
      {happened ? (
        <FocusHere className="fo-saved">
          <p className="fo-saved__title">{t(SAID[happened.what] ?? 'link.said.used')}</p>
          <p>{t('link.when', { when: sayMoment(happened.at, now) })}</p>
          <p>{t('link.changeMind')}</p>
        </FocusHere>
      ) : (
        <>
          <p className="fo-link__why">{t(why)}</p>
          {subject.on ? (
            <p className="fo-link__when">{t('link.ask.last', { day: sayDay(subject.on, now) })}</p>
          ) : null}
          <div className="fo-link__acts">
            <Button busy={acting.busy} onClick={() => acting.say({ answer: 'accept' })}>
              {t('link.yes')}
            </Button>
            <Button kind="secondary" busy={acting.busy} onClick={() => acting.say({ answer: 'decline' })}>
              {t('link.no')}
            </Button>
          </div>
        </>
      )}
    </>
  );
}
