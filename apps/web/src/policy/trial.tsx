import type { PolicyReplay } from '@followon/shared/contract/policy';
import { t } from '../i18n.js';
import { Details } from '../ui/details.js';
import { FocusHere } from '../ui/focus-here.js';
import { Section } from '../ui/page.js';
import { Empty } from '../ui/states.js';
import { sayDate } from './say-date.js';
import { TrialFigures } from './trial-figures.js';
import { TrialGroups } from './trial-groups.js';

/** What the numbers rest on, where that is not plain. */
function Provisos({ trial }: { readonly trial: PolicyReplay }) {
  const { correctedRegisters, importedRegisters } = trial;
  return (
    <>
      {correctedRegisters > 0 ? <p>{t('policy.corrected', { count: correctedRegisters })}</p> : null}
      {importedRegisters > 0 ? <p>{t('policy.imported', { count: importedRegisters })}</p> : null}
    </>
  );
}

/**
 * The two sides, and the groups behind them: what happened, in words that promise nothing. Takes the focus unless a question
 * has it (`isAsked`).
 */
export function Trial({ trial, isAsked }: { readonly trial: PolicyReplay; readonly isAsked: boolean }) {
  if (trial.groups === 0) {
    return (
      <Empty title={t('policy.empty')}>
        <p>{t('policy.emptyHow')}</p>
      </Empty>
    );
  }
  const span = { from: sayDate(trial.from), groups: trial.groups };
  const figures = (
    <>
      <p>{t('policy.trialSpan', span)}</p>
      <TrialFigures trial={trial} />
    </>
  );
  return (
    <Section title={t('policy.trial')} id="trial">
      {isAsked ? (
        figures
      ) : (
        <FocusHere label={t('policy.trial')} className="fo-trial">
          {figures}
        </FocusHere>
      )}
      <p className="fo-muted">{t('policy.noPromise')}</p>
      <Provisos trial={trial} />
      <Details summary={t('figure.how')}>
        <p>{t('policy.how.flagged')}</p>
        <p>{t('policy.how.alerts', { clinicians: trial.clinicians })}</p>
        <p>{t(trial.proposed.groups ? 'policy.how.followed' : 'policy.how.followed.dates')}</p>
        <p>{t('policy.how.known')}</p>
      </Details>
      <h3 className="nhsuk-heading-s fo-trial__title">{t('policy.groups')}</h3>
      {trial.proposed.groups ? <TrialGroups trial={trial} /> : <p>{t('policy.totalsOnly')}</p>}
    </Section>
  );
}
