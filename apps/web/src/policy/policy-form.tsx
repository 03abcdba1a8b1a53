import type { PolicyReplay, PolicyView } from '@followon/shared/contract/policy';
import { t } from '../i18n.js';
import { Button } from '../ui/button.js';
import { ErrorSummary } from '../ui/error-summary.js';
import { FocusHere } from '../ui/focus-here.js';
import { Presets, SingleMarks } from './marks-form.js';
import { Trial } from './trial.js';
import { sayTrial } from './trial-figures.js';
import { usePolicy } from './use-policy.js';

interface AskingProps {
  readonly trial: PolicyReplay;
  readonly busy: boolean;
  readonly onSave: () => void;
  readonly onNotYet: () => void;
}

/** Saving changes who is called about what: the counts are said once more before it happens. */
function Asking({ trial, busy, onSave, onNotYet }: AskingProps) {
  return (
    <FocusHere label={t('policy.ask')} className="fo-ask">
      <p className="fo-ask__title">{t('policy.ask')}</p>
      <p>{sayTrial(trial)}</p>
      <p>{t('policy.askWhat')}</p>
      <div className="fo-acts">
        <Button busy={busy} onClick={onSave}>
          {t('policy.saveThem')}
        </Button>
        <Button kind="secondary" onClick={onNotYet}>
          {t('policy.notYet')}
        </Button>
      </div>
    </FocusHere>
  );
}

interface ActsProps {
  readonly it: ReturnType<typeof usePolicy>;
  readonly isDefault: boolean;
}

function Acts({ it: { isTrying, isChanged, askToSave, reset }, isDefault }: ActsProps) {
  return (
    <div className="fo-acts">
      <Button type="submit" busy={isTrying}>
        {t('policy.try')}
      </Button>
      {isChanged ? (
        <Button kind="secondary" busy={isTrying} onClick={askToSave}>
          {t('policy.save')}
        </Button>
      ) : null}
      {isDefault ? null : (
        <Button kind="quiet" busy={isTrying} onClick={reset}>
          {t('policy.reset')}
        </Button>
      )}
    </div>
  );
}

/** The marks to be tried and saved, and what they would have meant. */
export function PolicyForm({ policy }: { readonly policy: PolicyView }) {
  const it = usePolicy(policy);
  const marks = { draft: it.draft, shipped: policy.defaults, onChange: it.change };
  return (
    <>
      {it.wrong.length > 0 ? <ErrorSummary problems={it.wrong} /> : null}
      <form
        className="fo-form fo-policy"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          it.tryIt();
        }}
      >
        <Presets {...marks} />
        <SingleMarks {...marks} wrong={it.wrong.map(({ field }) => field)} />
        {it.isChanged ? <p>{t('policy.unsaved')}</p> : null}
        <Acts it={it} isDefault={policy.isDefault} />
        {it.isTrying ? <p role="status">{t('policy.trying')}</p> : null}
        {it.isSaved ? <p>{t('policy.saved')}</p> : null}
      </form>
      {it.isAsking && it.tried ? (
        <Asking trial={it.tried} busy={it.isSaving} onSave={it.save} onNotYet={it.notYet} />
      ) : null}
      {it.tried ? <Trial trial={it.tried} isAsked={it.isAsking} /> : null}
    </>
  );
}
