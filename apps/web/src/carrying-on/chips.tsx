import type { Choice } from '../ui/field.js';

/** A few answers in a row, one of them or none: real radio buttons, each as large as a thumb. */
export function Chips(props: {
  readonly name: string;
  readonly label: string;
  readonly choices: readonly Choice[];
  readonly value: string | undefined;
  readonly onChoose: (value: string) => void;
}) {
  const { name, label, choices, value, onChoose } = props;
  return (
    <fieldset className="nhsuk-fieldset fo-chips">
      <legend className="nhsuk-fieldset__legend nhsuk-fieldset__legend--s">{label}</legend>
      <div className="fo-chips__row">
        {choices.map((choice) => (
          <label className="fo-chip" key={choice.value}>
            <input
              type="radio"
              name={name}
              value={choice.value}
              checked={value === choice.value}
              onChange={() => onChoose(choice.value)}
            />
            <span>{choice.label}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
