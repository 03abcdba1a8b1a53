import type { InputHTMLAttributes, ReactNode, SelectHTMLAttributes } from 'react';

type Named = { readonly name: string; readonly label: string; readonly hint?: string };

/** A labelled box; `invalid` marks it, the words stand in the error summary. */
export function TextField(
  props: Named & { readonly invalid?: boolean } & InputHTMLAttributes<HTMLInputElement>,
) {
  const { label, hint, invalid = false, ...rest } = props;
  const hintId = hint ? `${rest.name}-hint` : undefined;
  return (
    <div className={`nhsuk-form-group ${invalid ? 'nhsuk-form-group--error' : ''}`.trim()}>
      <label className="nhsuk-label" htmlFor={rest.name}>
        {label}
      </label>
      {hint ? (
        <div className="nhsuk-hint" id={hintId}>
          {hint}
        </div>
      ) : null}
      <input
        {...rest}
        id={rest.name}
        className={`nhsuk-input ${invalid ? 'nhsuk-input--error' : ''}`.trim()}
        aria-describedby={hintId}
        aria-invalid={invalid || undefined}
      />
    </div>
  );
}

/** One choice of a few. */
export function SelectField(
  props: Named & { readonly children: ReactNode } & SelectHTMLAttributes<HTMLSelectElement>,
) {
  const { label, hint, children, ...rest } = props;
  return (
    <div className="nhsuk-form-group fo-filter">
      <label className="nhsuk-label" htmlFor={rest.name}>
        {label}
      </label>
      {hint ? <div className="nhsuk-hint">{hint}</div> : null}
      <select {...rest} id={rest.name} className="nhsuk-select">
        {children}
      </select>
    </div>
  );
}

/** One yes or no, answered where it stands. `about` says to the ear whose it is; `fixed`, why it is not the reader's to change. */
export function CheckField(props: {
  readonly name: string;
  readonly label: string;
  readonly about: string;
  readonly checked: boolean;
  readonly fixed?: string | undefined;
  readonly onChoose: (checked: boolean) => void;
}) {
  const { name, label, about, checked, fixed, onChoose } = props;
  return (
    <label className="fo-check-field">
      <input
        type="checkbox"
        name={name}
        checked={checked}
        disabled={fixed !== undefined}
        onChange={(event) => onChoose(event.target.checked)}
      />
      <span>
        {label}
        <span className="nhsuk-u-visually-hidden"> {about}</span>
        {fixed ? <span className="fo-check-field__why"> {fixed}</span> : null}
      </span>
    </label>
  );
}

export interface Choice {
  readonly value: string;
  readonly label: string;
}

/** A short list, every choice in sight. */
export function RadioField(
  props: Named & {
    readonly choices: readonly Choice[];
    readonly value: string | undefined;
    readonly onChoose: (value: string) => void;
  },
) {
  const { name, label, hint, choices, value, onChoose } = props;
  return (
    <fieldset className="nhsuk-fieldset nhsuk-form-group">
      <legend className="nhsuk-fieldset__legend nhsuk-fieldset__legend--s">{label}</legend>
      {hint ? <div className="nhsuk-hint">{hint}</div> : null}
      <div className="nhsuk-radios">
        {choices.map((choice) => (
          <div className="nhsuk-radios__item" key={choice.value}>
            <input
              className="nhsuk-radios__input"
              type="radio"
              id={`${name}-${choice.value}`}
              name={name}
              value={choice.value}
              checked={value === choice.value}
              onChange={() => onChoose(choice.value)}
            />
            <label className="nhsuk-label nhsuk-radios__label" htmlFor={`${name}-${choice.value}`}>
              {choice.label}
            </label>
          </div>
        ))}
      </div>
    </fieldset>
  );
}
