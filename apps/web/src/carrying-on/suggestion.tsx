import type { InterestView } from '@followon/shared/contract/carrying-on';
import { t } from '../i18n.js';
import { ROUTE } from '../ui/route-words.js';
import { REASON } from './words.js';

/** What we would suggest, and why; the group decides. */
export function Suggestion({ interest }: { readonly interest: InterestView }) {
  const { suggestion, counts, minimum, programmes, askedBy } = interest;
  if (!suggestion || !counts) return null;
  const names = [...askedBy, ...programmes].map(({ name }) => name);
  const values = { yes: counts.yes, willing: counts.yes + counts.maybe, minimum, other: counts.otherKind };
  return (
    <div className="fo-card">
      <h3 className="nhsuk-heading-s">{t('carry.suggest.title')}</h3>
      <p>
        <strong>{t(ROUTE[suggestion.route])}</strong>
      </p>
      <ul className="fo-reasons__list">
        {suggestion.reasons.map((reason) => (
          <li key={reason}>{t(REASON[reason], { ...values, name: names[0] ?? '' })}</li>
        ))}
      </ul>
      {askedBy.map(({ id, name }) => (
        <p key={id}>{t('carry.suggest.askedBy', { name })}</p>
      ))}
      <p className="fo-muted">{t('carry.suggest.groupDecides')}</p>
    </div>
  );
}
