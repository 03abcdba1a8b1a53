import { t } from '../i18n.js';
import { SelectField } from '../ui/field.js';
import { audiences, formats, sayAudience, sayFormat, sayWay, ways } from './preview-words.js';
import type { Chosen, PreviewChoice } from './queries.js';

interface BarProps {
  readonly chosen: Chosen;
  readonly onChoose: (change: Partial<PreviewChoice>) => void;
}

interface OneOfProps<T extends string> {
  readonly name: string;
  readonly label: string;
  readonly value: T;
  readonly known: readonly T[];
  readonly say: (one: T) => string;
  readonly onChoose: (one: T | undefined) => void;
}

function OneOf<T extends string>({ name, label, value, known, say, onChoose }: OneOfProps<T>) {
  return (
    <SelectField
      {...{ name, label, value }}
      onChange={(event) => onChoose(known.find((one) => one === event.target.value))}
    >
      {known.map((one) => (
        <option key={one} value={one}>
          {say(one)}
        </option>
      ))}
    </SelectField>
  );
}

/** How one message is looked at. Each change is an address that can be kept and sent. */
export function LookBar({ chosen: { kind, as, format, audience }, onChoose }: BarProps) {
  const theirs = audiences.filter((one) => kind.audiences.some((known) => known.audience === one));
  return (
    <form className="fo-filters" onSubmit={(event) => event.preventDefault()}>
      {theirs.length > 1 ? (
        <OneOf
          {...{ name: 'audience', label: t('preview.choose.audience'), value: audience }}
          {...{ known: theirs, say: sayAudience }}
          onChoose={(one) => onChoose({ audience: one })}
        />
      ) : null}
      <OneOf
        {...{ name: 'as', label: t('preview.choose.as'), value: as, known: ways, say: sayWay }}
        onChoose={(one) => onChoose({ as: one })}
      />
      <OneOf
        {...{ name: 'format', label: t('preview.choose.format'), value: format }}
        {...{ known: formats, say: sayFormat }}
        onChoose={(one) => onChoose({ format: one })}
      />
    </form>
  );
}
