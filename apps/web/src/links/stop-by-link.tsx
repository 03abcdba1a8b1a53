import type { LinkView } from '@followon/shared/contract/links';
import { sayDay } from '../dates.js';
import { t, type MessageKey } from '../i18n.js';
import { Button } from '../ui/button.js';
import { FocusHere } from '../ui/focus-here.js';
import { PageTitle } from '../ui/page.js';
import { purposeWords } from '../ui/wish-words.js';
import { Trouble } from './trouble.js';
import type { Acting } from './use-link.js';

interface StopProps {
  readonly link: LinkView;
  readonly acting: Acting;
}

const STOPPED: Readonly<Record<string, readonly [title: MessageKey, undo: MessageKey, choice: string]>> = {
  stop: ['stop.stopped', 'stop.undo', 'undo'],
  'stop-all': ['wishes.stopped', 'wishes.startAgain', 'undo-all'],
};

function Happened({ link: { happened }, acting }: StopProps) {
  const words = STOPPED[happened?.what ?? ''];
  if (!words) return null;
  const [title, undo, choice] = words;
  return (
    <FocusHere className="fo-saved" key={choice}>
      <p className="fo-saved__title">{t(title)}</p>
      <p>{t('stop.close')}</p>
      <Button kind="secondary" busy={acting.busy} onClick={() => acting.say({ choice })}>
        {t(undo)}
      </Button>
    </FocusHere>
  );
}

/** What else would do: everything, or only a while. */
function Others({ link, acting }: StopProps) {
  const may = (choice: string) => link.choices.includes(choice);
  const until = link.wishes?.pausedUntil;
  return (
    <>
      {may('stop-all') ? (
        <div className="fo-wishes__now">
          <p>{t('stop.allHow')}</p>
          <Button kind="secondary" busy={acting.busy} onClick={() => acting.say({ choice: 'stop-all' })}>
            {t('wishes.stopAll')}
          </Button>
        </div>
      ) : null}
      {may('pause') ? (
        <div className="fo-wishes__now">
          <p>{t('stop.pauseHow')}</p>
          <Button
            kind="secondary"
            busy={acting.busy}
            onClick={() => acting.say({ choice: 'pause', weeks: 4 })}
          >
            {t('stop.pause')}
          </Button>
        </div>
      ) : null}
      {may('undo-pause') && until ? (
        <div className="fo-wishes__now">
          <p>{t('wishes.pausedUntil', { day: sayDay(until, link.now) })}</p>
          <Button kind="secondary" busy={acting.busy} onClick={() => acting.say({ choice: 'undo-pause' })}>
            {t('wishes.pauseEnd')}
          </Button>
        </div>
      ) : null}
    </>
  );
}

/** One tap to stop what this message was for; nothing has happened by opening the page. */
export function StopByLink({ link, acting }: StopProps) {
  const purpose = purposeWords(link.subject.key ?? '');
  return (
    <>
      <PageTitle title={t('stop.title')}>
        {link.subject.about ? <p className="fo-link__about">{link.subject.about}</p> : null}
      </PageTitle>
      <Trouble acting={acting} />
      <Happened link={link} acting={acting} />
      {link.choices.includes('stop') ? (
        <div className="fo-link__acts">
          {purpose ? <p className="fo-link__why">{t('stop.what', { what: t(purpose) })}</p> : null}
          <Button busy={acting.busy} onClick={() => acting.say({ choice: 'stop' })}>
            {t('stop.these')}
          </Button>
        </div>
      ) : null}
      <Others link={link} acting={acting} />
    </>
  );
}
