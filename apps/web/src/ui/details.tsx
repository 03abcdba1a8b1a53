import type { ReactNode } from 'react';

interface DetailsProps {
  readonly summary: string;
  /** The language of all of it, where that is not the page's. */
  readonly lang?: string | undefined;
  /** Open when it appears; whoever reads may close it. */
  readonly isOpen?: boolean | undefined;
  readonly children: ReactNode;
}

/** More, for whoever asks. Native, so it opens without any script of ours. */
export function Details({ summary, lang, isOpen, children }: DetailsProps) {
  return (
    <details className="nhsuk-details" lang={lang} open={isOpen}>
      <summary className="nhsuk-details__summary">
        <span className="nhsuk-details__summary-text">{summary}</span>
      </summary>
      <div className="nhsuk-details__text">{children}</div>
    </details>
  );
}
