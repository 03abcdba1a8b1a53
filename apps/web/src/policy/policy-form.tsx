import type { PolicyReplay, PolicyView } from '@followon/shared/contract/policy';
import { t } from '../i18n.js';
import { Button } from '../ui/button.js';
import { ErrorSummary } from '../ui/error-summary.js';
import { SelectField } from '../ui/field.js';
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

const SPANS = [6, 12, 24, 36, 60] as const;

/** How much of the history is tried: more tells more, and takes longer. */
function LookBack({
  months,
  onChange,
}: {
  readonly months: number;
  readonly onChange: (months: number) => void;
}) {
  return (
    <SelectField
      name="months"
      label={t('policy.months')}
      value={months}
      onChange={(event) => onChange(Number(event.target.value))}
    >
      {SPANS.map((span) => (
        <option key={span} value={span}>
          {t('policy.monthsOf', { months: span })}
        </option>
      ))}
    </SelectField>
  );
}

type It = ReturnType<typeof usePolicy>;

interface ActsProps {
  readonly it: It;
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

/** What may be set: the marks, all of them or the presets only, and how far back they are tried. */
function Boxes({ it, policy }: { readonly it: It; readonly policy: PolicyView }) {
  const marks = { draft: it.draft, shipped: policy.defaults, onChange: it.change };
  return (
    <>
      <Presets {...marks} presets={policy.presets} maySetEach={policy.maySetEach} />
      {policy.maySetEach ? <SingleMarks {...marks} wrong={it.wrong.map(({ field }) => field)} /> : null}
      <LookBack months={it.months} onChange={it.lookBack} />
    </>
  );
}

/** The question before saving, where it was asked for, and what the marks would have meant. */
function Answer({ it, trial }: { readonly it: It; readonly trial: PolicyReplay }) {
  const { isAsking, isSaving, save, notYet } = it;
  return (
    <>
      {isAsking ? <Asking trial={trial} busy={isSaving} onSave={save} onNotYet={notYet} /> : null}
      <Trial trial={trial} isAsked={isAsking} />
    </>
  );
}

/** The marks to be tried and saved, and what they would have meant. */
export function PolicyForm({ policy }: { readonly policy: PolicyView }) {
  const it = usePolicy(policy);
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
        <Boxes it={it} policy={policy} />
        {it.isChanged ? <p>{t('policy.unsaved')}</p> : null}
        <Acts it={it} isDefault={policy.isDefault} />
        {it.isTrying ? <p role="status">{t('policy.trying')}</p> : null}
        {it.isSaved ? <p>{t('policy.saved')}</p> : null}
      </form>
      {it.tried ? <Answer key={it.turn} it={it} trial={it.tried} /> : null}
    </>
  );
}
