import { t, type MessageKey } from '../i18n.js';
import { RadioField } from '../ui/field.js';
import type { Reason } from './queries.js';

const WHY: Readonly<Record<Reason, MessageKey>> = {
  'group-asked': 'groupReason.group-asked',
  'nobody-answers': 'groupReason.nobody-answers',
  other: 'groupReason.other',
};

const CHOICES = Object.keys(WHY) as readonly Reason[];

interface WhyFieldProps {
  readonly value: Reason | undefined;
  readonly onChoose: (why: Reason) => void;
}

/** Somebody who acts for a group says why; the group itself need not. */
export function WhyField({ value, onChoose }: WhyFieldProps) {
  return (
    <RadioField
      name="why"
      label={t('groupReason.ask')}
      choices={CHOICES.map((why) => ({ value: why, label: t(WHY[why]) }))}
      value={value}
      onChoose={(why) => onChoose(why as Reason)}
    />
  );
}
