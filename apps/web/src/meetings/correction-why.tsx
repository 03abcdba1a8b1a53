import type { Register } from '@followon/shared/contract/meetings';
import { t, type MessageKey } from '../i18n.js';
import { RadioField } from '../ui/field.js';

export type CorrectionReason = NonNullable<Register['correctionReason']>;

const WHY: Readonly<Record<CorrectionReason, MessageKey>> = {
  mistake: 'correction.mistake',
  'late-news': 'correction.late-news',
  'wrong-meeting': 'correction.wrong-meeting',
  other: 'correction.other',
};

const CHOICES = Object.entries(WHY) as readonly [CorrectionReason, MessageKey][];

/** Somebody who changes what a group wrote down says why; the group itself need not. */
export function CorrectionWhy({
  why,
  onChoose,
}: {
  readonly why: CorrectionReason | undefined;
  readonly onChoose: (why: CorrectionReason) => void;
}) {
  return (
    <RadioField
      name="correction"
      label={t('correction.ask')}
      hint={t('correction.hint')}
      choices={CHOICES.map(([value, words]) => ({ value, label: t(words) }))}
      value={why}
      onChoose={(value) => onChoose(value as CorrectionReason)}
    />
  );
}
