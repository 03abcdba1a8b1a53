import type { WishesChange, WishesView } from '@followon/shared/contract/wishes';
import { useState } from 'react';
import { t } from '../i18n.js';
import { Button } from './button.js';
import { WishesAddresses } from './wishes-addresses.js';
import { WishesNow } from './wishes-now.js';
import { CheckField, RadioField } from './field.js';
import { Section } from './page.js';
import type { WishesFormProps } from './wishes-props.js';
import { channelWords, dayWords, formats, hours, languagesSpoken } from './wish-words.js';

const SENDING_DAYS = [1, 2, 3, 4, 5];

function WhatYouGet({ wishes, speaking, theirOwn, onChange }: WishesFormProps) {
  const known = wishes.purposes.flatMap((one) => {
    const words = speaking.purpose(one.purpose);
    return words ? [{ ...one, words }] : [];
  });
  if (known.length === 0) return null;
  return (
    <Section title={speaking.say('what')} id="what">
      <p>{speaking.say('whatHow')}</p>
      {known.map(({ purpose, wants, words }) => (
        <div key={purpose}>
          <CheckField
            name={purpose}
            label={words}
            about=""
            checked={wants}
            fixed={theirOwn?.purposes.includes(purpose) ? theirOwn.words : undefined}
            onChoose={(isIn) => onChange({ purposes: { [purpose]: isIn } })}
          />
        </div>
      ))}
    </Section>
  );
}

function HowYouGetIt({ wishes, speaking, theirOwn, onChange }: WishesFormProps) {
  return (
    <Section title={speaking.say('how')} id="how">
      {wishes.channels.map(({ channel, wants }) => (
        <div key={channel}>
          <CheckField
            name={channel}
            label={t(channelWords[channel])}
            about=""
            checked={wants}
            fixed={theirOwn?.channels.includes(channel) ? theirOwn.words : undefined}
            onChoose={(isIn) => onChange({ channels: { [channel]: isIn } })}
          />
        </div>
      ))}
      <RadioField
        name="language"
        label={t('wishes.language')}
        choices={languagesSpoken.map(([value, words]) => ({ value, label: t(words) }))}
        {...(wishes.language === null && { hint: t('wishes.languageUnsaid') })}
        value={wishes.language ?? undefined}
        onChoose={(value) => onChange({ language: value as NonNullable<WishesView['language']> })}
      />
      <RadioField
        name="format"
        label={speaking.say('format')}
        hint={t('wishes.formatHow')}
        choices={formats.map(([value, words]) => ({ value, label: t(words) }))}
        value={wishes.format}
        onChoose={(value) => onChange({ format: value as WishesView['format'] })}
      />
    </Section>
  );
}

function WhenYouGetIt({ wishes, speaking, onChange }: WishesFormProps) {
  const { quietWeekdays } = wishes;
  const set = (day: number, isQuiet: boolean) =>
    onChange({
      quietWeekdays: isQuiet ? [...quietWeekdays, day] : quietWeekdays.filter((other) => other !== day),
    });
  return (
    <Section title={speaking.say('when')} id="when">
      <p>{t('wishes.whenHow')}</p>
      <RadioField
        name="hours"
        label={t('wishes.hours')}
        choices={hours.map(([value, words]) => ({ value, label: t(words) }))}
        value={wishes.hours}
        onChoose={(value) => onChange({ hours: value as WishesView['hours'] })}
      />
      <fieldset className="nhsuk-fieldset">
        <legend className="nhsuk-fieldset__legend nhsuk-fieldset__legend--s">{t('wishes.quietDays')}</legend>
        {SENDING_DAYS.map((day) => (
          <div key={day}>
            <CheckField
              name={`quiet-${day}`}
              label={t(dayWords[day - 1] ?? 'wishes.day.1')}
              about=""
              checked={quietWeekdays.includes(day)}
              onChoose={(isQuiet) => set(day, isQuiet)}
            />
          </div>
        ))}
      </fieldset>
    </Section>
  );
}

/** What was ticked is shown as ticked while it is on its way. */
function previewOf(wishes: WishesView, { purposes = {}, channels = {}, ...said }: WishesChange): WishesView {
  const { language, format, hours, quietWeekdays } = { ...wishes, ...said };
  return {
    ...{ ...wishes, language, format, hours, quietWeekdays },
    purposes: wishes.purposes.map((one) => ({ ...one, wants: purposes[one.purpose] ?? one.wants })),
    channels: wishes.channels.map((one) => ({ ...one, wants: channels[one.channel] ?? one.wants })),
  };
}

/** Everything somebody can say about their messages, on one calm page: each answer is kept as it is given. */
export function WishesForm(given: WishesFormProps) {
  const { saved, trouble, busy, onAgain } = given;
  const [said, say] = useState<{ readonly change: WishesChange; readonly onto: WishesView }>();
  // From the tap on, not only from the moment of sending: a tick that comes a moment late looks refused.
  const isOnItsWay = busy || (said?.onto === given.wishes && trouble === undefined);
  const wishes = said && isOnItsWay ? previewOf(given.wishes, said.change) : given.wishes;
  const onChange = (change: WishesChange) => {
    say({ change, onto: given.wishes });
    given.onChange(change);
  };
  const props = { ...given, wishes, onChange };
  return (
    <div className="fo-wishes">
      <p className="fo-wishes__saved" role="status">
        {saved ? t('wishes.saved') : ''}
      </p>
      {trouble ? (
        <div className="fo-wishes__trouble">
          <p className="fo-task__trouble" role="alert">
            {trouble}
          </p>
          {onAgain ? (
            <Button kind="secondary" onClick={onAgain}>
              {t('wishes.again')}
            </Button>
          ) : null}
        </div>
      ) : null}
      <WishesNow {...props} />
      {wishes.stoppedAt ? null : (
        <>
          <WhatYouGet {...props} />
          <HowYouGetIt {...props} />
          <WhenYouGetIt {...props} />
        </>
      )}
      <WishesAddresses {...props} />
    </div>
  );
}
