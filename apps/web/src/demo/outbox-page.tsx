import { useQuery } from '@tanstack/react-query';
import type { OutboxMessage, OutboxWords } from '@followon/shared/contract/messages';
import { sayWhyWithdrawn } from '../ui/withdrawn-words.js';
import { useSession } from '../api/session.js';
import { sayDay, sayMoment } from '../dates.js';
import { t, type MessageKey } from '../i18n.js';
import { PageTitle } from '../ui/page.js';
import { Asked, Empty } from '../ui/states.js';
import { demoQueries } from './queries.js';
import { Trace } from './trace.js';

const AUDIENCE: Readonly<Record<OutboxMessage['audience'], MessageKey>> = {
  member: 'outbox.to.member',
  'role-holder': 'outbox.to.role-holder',
  volunteer: 'outbox.to.volunteer',
  staff: 'outbox.to.staff',
};

/** What can be answered, and the links that do it. */
function Ways({ words: { choices, links, lang } }: { readonly words: OutboxWords }) {
  return (
    <>
      {choices.length > 0 ? (
        <ul className="fo-letter__choices" aria-label={t('outbox.choices')}>
          {choices.map((choice) => (
            <li key={choice} lang={lang}>
              {choice}
            </li>
          ))}
        </ul>
      ) : null}
      {links.length > 0 ? (
        <ul className="fo-letter__links" aria-label={t('outbox.links')}>
          {links.map(({ href, label }) => (
            <li key={href}>
              <a className="fo-letter__link" href={href} lang={lang}>
                {label}
              </a>
            </li>
          ))}
        </ul>
      ) : null}
    </>
  );
}

/** The same in another language. */
function Also({ words }: { readonly words: OutboxWords }) {
  return (
    <div className="fo-letter__also">
      <h3 className="fo-letter__subject" lang={words.lang}>
        {words.subject}
      </h3>
      <p className="fo-letter__text" lang={words.lang}>
        {words.text}
      </p>
      <Ways words={words} />
    </div>
  );
}

function Message({ message, now }: { readonly message: OutboxMessage; readonly now: string }) {
  return (
    <li className="fo-letter">
      <p className="fo-letter__to">
        <strong>{message.toName}</strong>{' '}
        <span className="fo-muted">
          {t(AUDIENCE[message.audience])}
          {message.sentAt ? t('outbox.sent', { when: sayMoment(message.sentAt, now) }) : t('outbox.waiting')}
        </span>
      </p>
      <h2 className="fo-letter__subject" lang={message.lang}>
        {message.subject}
      </h2>
      {message.noLongerSo ? (
        <p className="fo-muted">
          {t('outbox.noLongerSo', {
            day: sayDay(message.noLongerSo.on, now),
            why: sayWhyWithdrawn(message.noLongerSo.because),
          })}
        </p>
      ) : null}
      <p className="fo-letter__text" lang={message.lang}>
        {message.text}
      </p>
      <Ways words={message} />
      {message.also.map((words) => (
        <Also key={words.lang} words={words} />
      ))}
      <Trace eventId={message.eventId} />
    </li>
  );
}

/** Demo only: every message as its reader would see it. Nothing here ever left this machine. */
export function OutboxPage() {
  const { now } = useSession();
  const outbox = useQuery(demoQueries.outbox());
  return (
    <>
      <PageTitle title={t('outbox.title')}>
        <p className="fo-lede">{t('outbox.lede')}</p>
      </PageTitle>
      <Asked query={outbox}>
        {(page) =>
          page.items.length === 0 ? (
            <Empty title={t('outbox.empty')}>
              <p>{t('outbox.emptyHow')}</p>
            </Empty>
          ) : (
            <ul className="fo-letters">
              {page.items.map((message) => (
                <Message key={message.id} message={message} now={now} />
              ))}
            </ul>
          )
        }
      </Asked>
    </>
  );
}
