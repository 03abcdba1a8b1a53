import { useState } from 'react';
import { t, type MessageKey } from '../i18n.js';
import { Button } from '../ui/button.js';
import { CheckField } from '../ui/field.js';
import { FocusHere } from '../ui/focus-here.js';

type Choices = readonly (readonly [code: string, words: MessageKey])[];

const DAYS: Choices = [
  ['mon', 'link.wish.mon'],
  ['tue', 'link.wish.tue'],
  ['wed', 'link.wish.wed'],
  ['thu', 'link.wish.thu'],
  ['fri', 'link.wish.fri'],
  ['sat', 'link.wish.sat'],
  ['sun', 'link.wish.sun'],
];
const PARTS: Choices = [
  ['morning', 'link.wish.morning'],
  ['afternoon', 'link.wish.afternoon'],
  ['evening', 'link.wish.evening'],
];

interface SeveralProps {
  readonly words: MessageKey;
  readonly choices: Choices;
  readonly chosen: readonly string[];
  readonly onChoose: (chosen: readonly string[]) => void;
}

function Several({ words, choices, chosen, onChoose }: SeveralProps) {
  const set = (code: string, isIn: boolean) =>
    onChoose(isIn ? [...chosen, code] : chosen.filter((other) => other !== code));
  return (
    <fieldset className="nhsuk-fieldset fo-link__several">
      <legend className="fo-link__when">{t(words)}</legend>
      {choices.map(([code, label]) => (
        <CheckField
          key={code}
          name={code}
          label={t(label)}
          about=""
          checked={chosen.includes(code)}
          onChoose={(isIn) => set(code, isIn)}
        />
      ))}
    </fieldset>
  );
}

/** Days and parts of the day that would do: as many as people like, or none. */
export function WishTimes({
  busy,
  onTimes,
}: {
  readonly busy: boolean;
  readonly onTimes: (times: readonly string[]) => void;
}) {
  const [days, chooseDays] = useState<readonly string[]>([]);
  const [parts, chooseParts] = useState<readonly string[]>([]);
  const times = days.flatMap((day) => parts.map((part) => `${day}-${part}`));
  return (
    <FocusHere label={t('link.wish.times')}>
      <Several words="link.wish.times" choices={DAYS} chosen={days} onChoose={chooseDays} />
      <Several words="link.wish.parts" choices={PARTS} chosen={parts} onChoose={chooseParts} />
      <div className="fo-link__acts">
        <Button busy={busy} onClick={() => onTimes(times)}>
          {t('link.wish.send')}
        </Button>
      </div>
    </FocusHere>
  );
}
