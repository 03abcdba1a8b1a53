import { sayDay } from '../dates.js';
import { t } from '../i18n.js';
import { Button } from './button.js';
import { FocusHere } from './focus-here.js';
import { Section } from './page.js';
import type { WishesFormProps } from './wishes-props.js';

const WEEKS = [2, 4, 8] as const;

/** Nothing comes: said first and large, with the one way back. */
function Stopped({ busy, speaking, theirOwn, onChange }: WishesFormProps) {
  return (
    <FocusHere className="fo-saved">
      <p className="fo-saved__title">{t('wishes.stopped')}</p>
      <p>{speaking.say('stoppedHow')}</p>
      {theirOwn?.stopped ? (
        <p>{theirOwn.words}</p>
      ) : (
        <Button kind="secondary" busy={busy} onClick={() => onChange({ stopAll: false })}>
          {t('wishes.startAgain')}
        </Button>
      )}
    </FocusHere>
  );
}

function BadDay({ wishes, busy, speaking, onChange }: WishesFormProps) {
  const isBad = wishes.badUntil !== null;
  return (
    <div className="fo-wishes__now">
      <p>{isBad ? speaking.say('badDayOn') : t('wishes.badDayHow')}</p>
      <Button kind="secondary" busy={busy} onClick={() => onChange({ badDay: !isBad })}>
        {isBad ? t('wishes.badDayOver') : speaking.say('badDay')}
      </Button>
    </div>
  );
}

function Pause({ wishes, busy, speaking, theirOwn, onChange }: WishesFormProps) {
  const { pausedUntil, today } = wishes;
  if (pausedUntil !== null)
    return (
      <div className="fo-wishes__now">
        <p>{t('wishes.pausedUntil', { day: sayDay(pausedUntil, today) })}</p>
        {theirOwn?.paused ? (
          <p>{theirOwn.words}</p>
        ) : (
          <Button kind="secondary" busy={busy} onClick={() => onChange({ pause: null })}>
            {t('wishes.pauseEnd')}
          </Button>
        )}
      </div>
    );
  return (
    <div className="fo-wishes__now">
      <p>{speaking.say('pauseHow')}</p>
      <div className="fo-link__acts">
        {WEEKS.map((weeks) => (
          <Button key={weeks} kind="secondary" busy={busy} onClick={() => onChange({ pause: { weeks } })}>
            {t('wishes.pauseWeeks', { weeks })}
          </Button>
        ))}
      </div>
      <label className="nhsuk-label" htmlFor="pause-until">
        {t('wishes.pauseDay')}
      </label>
      <input
        className="nhsuk-input fo-wishes__day"
        id="pause-until"
        type="date"
        min={today}
        onChange={({ target }) => target.value !== '' && onChange({ pause: { until: target.value } })}
      />
    </div>
  );
}

/** For today, for a while, or for good: one tap each, and one tap back. */
export function WishesNow(props: WishesFormProps) {
  const { wishes, busy, speaking, onChange } = props;
  if (wishes.stoppedAt) return <Stopped {...props} />;
  return (
    <Section title={t('wishes.now')} id="now">
      <BadDay {...props} />
      <Pause {...props} />
      <div className="fo-wishes__now">
        <p>{speaking.say('stopAllHow')}</p>
        <Button kind="secondary" busy={busy} onClick={() => onChange({ stopAll: true })}>
          {t('wishes.stopAll')}
        </Button>
      </div>
    </Section>
  );
}
