import { localeTag } from '../i18n.js';

const ZONE = 'Europe/London';

/** "5 May 2025": a history reaches over years, so the year is always said. */
export const sayDate = (iso: string): string =>
  new Intl.DateTimeFormat(localeTag(), {
    timeZone: ZONE,
    day: 'numeric',
    month: 'long',
    year: 'numeric',
  }).format(new Date(`${iso}T12:00:00Z`));
