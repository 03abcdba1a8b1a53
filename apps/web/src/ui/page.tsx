import { useEffect, useRef, type ReactNode } from 'react';
import { t } from '../i18n.js';
import { useSought } from './use-sought.js';

let pagesSeen = 0;

/** A page's name: the tab says it, the heading says it, and the eye and the focus start there after a move. */
export function PageTitle(props: {
  readonly title: string;
  /** For the tab and the browser's history, where the heading names a person. */
  readonly inTab?: string;
  readonly before?: ReactNode;
  readonly children?: ReactNode;
}) {
  const { title, inTab = title, before, children } = props;
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (pagesSeen > 0) heading.current?.focus({ preventScroll: true });
    pagesSeen += 1;
  }, []);
  useEffect(() => {
    document.title = t('app.title', { page: inTab });
  }, [inTab]);
  return (
    <div className="fo-title">
      {before}
      <h1 className="nhsuk-heading-xl" ref={heading} tabIndex={-1}>
        {title}
      </h1>
      {children}
    </div>
  );
}

/** A part of a page, named by its heading; an address can point at it, however late it is fetched. */
export function Section(props: {
  readonly title: string;
  readonly id: string;
  readonly children: ReactNode;
  readonly aside?: ReactNode;
}) {
  const { title, id, children, aside } = props;
  const part = useRef<HTMLElement>(null);
  useSought(part, id);
  return (
    <section ref={part} className="fo-section" aria-labelledby={id}>
      <div className="fo-section__head">
        <h2 className="nhsuk-heading-m" id={id} tabIndex={-1}>
          {title}
        </h2>
        {aside}
      </div>
      {children}
    </section>
  );
}
