import type { Currency, VolunteerView } from '@followon/shared/contract/volunteers';
import { sayDay } from '../dates.js';
import { t, type MessageKey } from '../i18n.js';
import { Sign, type Standing } from '../ui/level-tag.js';

const WORDS: Readonly<Record<Currency, MessageKey>> = {
  current: 'volunteers.until',
  expiring: 'volunteers.expiring',
  expired: 'volunteers.expired',
  'not-written-down': 'volunteers.notWritten',
};

const SIGNS: Readonly<Record<Currency, Standing>> = {
  current: 'steady',
  expiring: 'fading',
  expired: 'at-risk',
  'not-written-down': 'unknown',
};

/** Until when a training or the checks hold: sign, word and colour together. */
export function CurrencyTag({
  dated,
  now,
}: {
  readonly dated: VolunteerView['training'];
  readonly now: string;
}) {
  const standing = SIGNS[dated.state];
  return (
    <strong className={`nhsuk-tag fo-level fo-level--${standing} fo-level--long`}>
      <Sign standing={standing} />
      {t(WORDS[dated.state], { day: dated.until ? sayDay(dated.until, now) : '' })}
    </strong>
  );
}
