import { t } from '../i18n.js';

interface StepperProps {
  readonly label: string;
  readonly id: string;
  readonly value: number;
  readonly max?: number;
  readonly onChange: (value: number) => void;
}

/** A number without typing: minus, the number, plus. The number itself is an input, so dictation and keyboards work too. */
export function Stepper({ label, id, value, max = 500, onChange }: StepperProps) {
  const set = (next: number) =>
    onChange(Math.min(max, Math.max(0, Number.isFinite(next) ? Math.trunc(next) : 0)));
  return (
    <div className="fo-stepper">
      <label className="nhsuk-label fo-stepper__label" htmlFor={id}>
        {label}
      </label>
      <div className="fo-stepper__row">
        <button
          type="button"
          className="fo-stepper__press"
          aria-label={t('stepper.fewer')}
          onClick={() => set(value - 1)}
        >
          <svg viewBox="0 0 24 24" aria-hidden="true" focusable="false">
            <path d="M4 12h16" />
          </svg>
        </button>
        <input
          className="fo-stepper__number"
          id={id}
          inputMode="numeric"
          pattern="[0-9]*"
          autoComplete="off"
          value={value}
          onChange={(event) => set(Number(event.target.value))}
          onFocus={(event) => event.target.select()}
        />
        <button
          type="button"
          className="fo-stepper__press"
          aria-label={t('stepper.more')}
          onClick={() => set(value + 1)}
        >
          <svg viewBox="0 0 24 24" aria-hidden="true" focusable="false">
            <path d="M4 12h16M12 4v16" />
          </svg>
        </button>
      </div>
    </div>
  );
}
