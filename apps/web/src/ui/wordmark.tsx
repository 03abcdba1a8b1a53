import { t } from '../i18n.js';

/** Six places in a ring, one of them open: kept for whoever comes next. The same drawing as `public/mark.svg`. */
const PLACES = [
  [26.4, 16],
  [21.2, 25.01],
  [10.8, 25.01],
  [5.6, 16],
  [10.8, 6.99],
] as const;

/** The mark alone; decorative, since the word always stands beside it or the page says what it is. */
export function Mark({ className = 'fo-mark' }: { readonly className?: string }) {
  return (
    <svg className={className} viewBox="0 0 32 32" aria-hidden="true" focusable="false">
      <circle className="fo-mark__open" cx="21.2" cy="6.99" r="3.1" />
      {PLACES.map(([x, y]) => (
        <circle key={`${x}-${y}`} className="fo-mark__place" cx={x} cy={y} r="4" />
      ))}
    </svg>
  );
}

/** The mark and the name, as the head of every page shows them. */
export function Wordmark() {
  return (
    <span className="fo-wordmark">
      <Mark />
      <span>{t('app.name')}</span>
    </span>
  );
}
