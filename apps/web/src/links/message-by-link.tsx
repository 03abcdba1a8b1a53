import type { LinkView } from '@followon/shared/contract/links';
import { useState } from 'react';
import { sayDay, sayMoment } from '../dates.js';
import { t, type MessageKey } from '../i18n.js';
import { Button } from '../ui/button.js';
import { FocusHere } from '../ui/focus-here.js';
import { PageTitle } from '../ui/page.js';
import { Trouble } from './trouble.js';
import type { Acting } from './use-link.js';

interface MessageByLinkProps {
  readonly link: LinkView;
  readonly acting: Acting;
}

/** What is asked, by the message: in the words of the message itself. */
const ASKED: Readonly<Record<string, MessageKey>> = {
  did_you_meet: 'link.message.rest',
  merge_asked: 'link.message.merge',
  are_you_ready: 'link.message.ready',
  winter_note: 'link.message.winter',
  first_meeting_soon: 'link.message.coming',
  meeting_reminder: 'link.message.coming',
  would_a_hand_help: 'link.message.hand',
  hand_round_roles: 'link.message.turn',
  ideas_pack: 'link.message.ideas',
  contact_wanted: 'link.message.contact',
};

/** A volunteer is asked about a group that is not their own, so what they may answer tells what they are asked. */
const askedOf = ({ subject, choices }: LinkView): MessageKey =>
  choices.includes('i-will-ring') ? 'link.message.give' : (ASKED[subject.key ?? ''] ?? 'link.message.other');

/** Each answer, and what follows from it. */
const ANSWERS: Readonly<Record<string, readonly [choice: MessageKey, follows: MessageKey]>> = {
  coming: ['link.choice.coming', 'link.follows.coming'],
  'not-this-time': ['link.choice.not-this-time', 'link.follows.not-this-time'],
  'call-us': ['link.choice.call-us', 'link.follows.call'],
  'send-ideas': ['link.choice.send-ideas', 'link.follows.send-ideas'],
  'meet-another-group': ['link.choice.meet-another-group', 'link.follows.call'],
  rest: ['link.choice.rest', 'link.follows.rest'],
  'leave-us-be': ['link.choice.leave-us-be', 'link.follows.leave-us-be'],
  'ask-somebody': ['link.choice.ask-somebody', 'link.follows.ask-somebody'],
  'a-hand-please': ['link.choice.a-hand-please', 'link.follows.touch'],
  'ask-a-volunteer': ['link.choice.ask-a-volunteer', 'link.follows.call'],
  'as-it-is': ['link.choice.as-it-is', 'link.follows.as-it-is'],
  'carry-on': ['link.choice.carry-on', 'link.follows.as-it-is'],
  'by-phone-or-video': ['link.choice.by-phone-or-video', 'link.follows.as-it-is'],
  back: ['link.choice.back', 'link.follows.start'],
  longer: ['link.choice.longer', 'link.follows.as-it-is'],
  goodbye: ['link.choice.goodbye', 'link.follows.start'],
  'i-will-ring': ['link.choice.i-will-ring', 'link.follows.i-will-ring'],
  'not-just-now': ['link.choice.not-just-now', 'link.follows.as-it-is'],
};

function Said({ link, onChange }: { readonly link: LinkView; readonly onChange: () => void }) {
  const { happened, now } = link;
  const words = ANSWERS[happened?.what ?? ''];
  if (!happened || !words) return null;
  return (
    <FocusHere className="fo-saved">
      <p className="fo-saved__title">{t('link.message.said', { choice: t(words[0]) })}</p>
      <p>{t(words[1])}</p>
      <p>{t('link.when', { when: sayMoment(happened.at, now) })}</p>
      <Button kind="quiet" onClick={onChange}>
        {t('link.message.change')}
      </Button>
    </FocusHere>
  );
}

/** The answer to a message: one tap, no reason, and changed as often as the reader likes. */
export function MessageByLink({ link, acting }: MessageByLinkProps) {
  const { subject, happened, choices, now } = link;
  const [changing, change] = useState<string>();
  const isSaid = happened !== null && changing !== happened.at;
  return (
    <>
      <PageTitle title={t(askedOf(link))}>
        {subject.about ? <p className="fo-link__about">{subject.about}</p> : null}
      </PageTitle>
      <Trouble acting={acting} />
      {isSaid ? (
        <Said link={link} onChange={() => change(happened.at)} />
      ) : (
        <>
          {subject.on && choices.includes('coming') ? (
            <p className="fo-link__when">{t('link.message.on', { day: sayDay(subject.on, now) })}</p>
          ) : null}
          <div className="fo-link__acts">
            {choices.map((choice) => {
              const words = ANSWERS[choice];
              return words ? (
                <Button
                  key={choice}
                  kind="secondary"
                  busy={acting.busy}
                  onClick={() => acting.say({ choice })}
                >
                  {t(words[0])}
                </Button>
              ) : null;
            })}
          </div>
        </>
      )}
    </>
  );
}
