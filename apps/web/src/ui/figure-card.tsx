import type { ReactNode } from 'react';
import { t } from '../i18n.js';
import { Details } from './details.js';

/** A figure, its sentence, where its rows are, and how it was worked out. */
export function FigureCard(props: {
  readonly figure: number;
  readonly sentence: string;
  readonly how?: string;
  /** Where the rows are that this figure counts. */
  readonly href?: string;
  readonly children?: ReactNode;
}) {
  const { figure, sentence, how, href, children } = props;
  return (
    <div className="fo-figure">
      <p className="fo-figure__words">
        {href && figure > 0 ? (
          <a className="fo-figure__number" href={href} aria-label={`${figure} ${sentence}`}>
            {figure}
          </a>
        ) : (
          <span className="fo-figure__number">{figure}</span>
        )}{' '}
        <span>{sentence}</span>
      </p>
      {children}
      {how ? (
        <Details summary={t('figure.how')}>
          <p>{how}</p>
        </Details>
      ) : null}
    </div>
  );
}
