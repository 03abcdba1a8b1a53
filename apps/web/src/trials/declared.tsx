import type { TrialView } from '@followon/shared/contract/trials';
import { sayDay } from '../dates.js';
import { t } from '../i18n.js';
import { inHundred, sayOutcome } from './trial-words.js';

interface DeclaredProps {
  readonly trial: TrialView;
  readonly now: string;
}

/** What was written down before the first message was left out; none of it can change while the trial runs. */
export function Declared({ trial: { terms, joinsUntil, startedAt }, now }: DeclaredProps) {
  const smallest = inHundred(terms.smallestEffect);
  const errors = { helps: inHundred(terms.falseHelps), retired: inHundred(terms.falseRetired) };
  const lines = [
    sayOutcome(terms),
    t('trials.declared.share', { share: inHundred(terms.withheldShare) }),
    t('trials.declared.smallest', { smallest }),
    t('trials.declared.end', { units: terms.mostUnits, day: sayDay(joinsUntil, now) }),
    t('trials.declared.helps'),
    t('trials.declared.retired', { smallest }),
    t('trials.declared.errors', { ...errors, power: inHundred(terms.power) }),
    t('trials.declared.small', { minimum: terms.minimumPerArm }),
  ];
  return (
    <details className="nhsuk-details">
      <summary className="nhsuk-details__summary">
        <span className="nhsuk-details__summary-text">
          {t('trials.declared', { day: sayDay(startedAt, now) })}
        </span>
      </summary>
      <div className="nhsuk-details__text">
        <ul className="nhsuk-list nhsuk-list--bullet">
          {lines.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      </div>
    </details>
  );
}
