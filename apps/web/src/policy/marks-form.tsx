import type { PolicyThresholds, PolicyView, PresetName } from '@followon/shared/contract/policy';
import { t } from '../i18n.js';
import { RadioField, TextField } from '../ui/field.js';
import { draftOf, markGroups, presetIn, typed, type Draft } from './marks.js';

interface MarksProps {
  readonly draft: Draft;
  readonly shipped: PolicyThresholds;
  /** Names of the boxes that need another look. */
  readonly wrong: readonly string[];
  readonly onChange: (draft: Draft) => void;
}

interface PresetsProps extends Pick<MarksProps, 'draft' | 'onChange'> {
  readonly presets: PolicyView['presets'];
  /** Without it the three are all there is. */
  readonly maySetEach: boolean;
}

/** Three ready answers to one question; setting single marks is a fourth. */
export function Presets({ draft, presets, maySetEach, onChange }: PresetsProps) {
  const choices = [
    { value: 'early', label: t('policy.preset.early') },
    { value: 'shipped', label: t('policy.preset.shipped') },
    { value: 'clear', label: t('policy.preset.clear') },
  ];
  const current = presetIn(draft, presets);
  return (
    <>
      <RadioField
        name="preset"
        label={t('policy.preset')}
        choices={choices}
        value={current}
        onChoose={(name) => onChange(draftOf(presets[name as PresetName]))}
      />
      {current ? null : <p>{t(maySetEach ? 'policy.preset.own' : 'policy.preset.theirs')}</p>}
      {maySetEach ? null : <p>{t('policy.presetsOnly')}</p>}
    </>
  );
}

/** Every mark by itself, with its unit and what it is as shipped. Opens by itself when a box needs another look. */
export function SingleMarks({ draft, shipped, wrong, onChange }: MarksProps) {
  return (
    <details className="nhsuk-details fo-marks" open={wrong.length > 0 || undefined}>
      <summary className="nhsuk-details__summary">
        <span className="nhsuk-details__summary-text">{t('policy.single')}</span>
      </summary>
      <div className="nhsuk-details__text">
        {markGroups.map(({ title, marks }) => (
          <fieldset className="nhsuk-fieldset fo-marks__group" key={title}>
            <legend className="nhsuk-fieldset__legend nhsuk-fieldset__legend--m">{t(title)}</legend>
            {marks.map((mark) => (
              <TextField
                key={mark.name}
                name={mark.name}
                label={t(mark.label)}
                hint={t('policy.hint', { unit: t(mark.unit), shipped: typed(mark, shipped) })}
                type="number"
                inputMode="decimal"
                min={mark.min}
                max={mark.max}
                step={mark.step}
                value={draft[mark.name]}
                invalid={wrong.includes(mark.name)}
                onChange={(event) => onChange({ ...draft, [mark.name]: event.target.value })}
              />
            ))}
          </fieldset>
        ))}
      </div>
    </details>
  );
}
