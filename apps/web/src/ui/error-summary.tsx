import { useEffect, useRef } from 'react';
import { t } from '../i18n.js';

export interface Wrong {
  readonly field: string;
  readonly words: string;
}

/** What stands in the way, said once at the top, each linking to its box. Takes the focus when it appears. */
export function ErrorSummary({ problems }: { readonly problems: readonly Wrong[] }) {
  const box = useRef<HTMLDivElement>(null);
  const said = problems.map(({ words }) => words).join('|');
  useEffect(() => box.current?.focus(), [said]);
  return (
    <div className="nhsuk-error-summary" ref={box} tabIndex={-1} role="alert" aria-labelledby="error-summary">
      <h2 className="nhsuk-error-summary__title" id="error-summary">
        {t('errors.title')}
      </h2>
      <ul className="nhsuk-list nhsuk-error-summary__list">
        {problems.map(({ field, words }) => (
          <li key={`${field}-${words}`}>
            <a href={`#${field}`}>{words}</a>
          </li>
        ))}
      </ul>
    </div>
  );
}
