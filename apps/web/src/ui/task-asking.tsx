import type { TaskPatch } from '@followon/shared/contract/handovers';
import { t, type MessageKey } from '../i18n.js';
import { Button } from './button.js';
import { FocusHere } from './focus-here.js';

export type Reason = NonNullable<TaskPatch['reason']>;
type Aside = 'cannot' | 'passed-on';
export type LaterDays = 1 | 3 | 7;

const REASONS: Readonly<Record<Aside, readonly Reason[]>> = {
  cannot: ['not-now', 'no-time', 'need-help', 'not-needed-here', 'prefer-not-to-say'],
  'passed-on': ['not-now', 'no-time', 'wrong-person', 'need-help', 'prefer-not-to-say'],
};

const ASK: Readonly<Record<Aside, MessageKey>> = {
  cannot: 'task.why.cannot',
  'passed-on': 'task.why.passed-on',
};

const REASON_WORDS: Readonly<Record<string, MessageKey>> = {
  'not-needed-here': 'taskReason.not-needed-here',
  'group-said-no': 'taskReason.group-said-no',
  'done-another-way': 'taskReason.done-another-way',
  'no-time': 'taskReason.no-time',
  'not-now': 'taskReason.not-now',
  'need-help': 'taskReason.need-help',
  'wrong-person': 'taskReason.wrong-person',
  'prefer-not-to-say': 'taskReason.prefer-not-to-say',
};

/** Why somebody set a task aside; undefined for a code that says nothing to people. */
export const sayReason = (reason: string | null): string | undefined => {
  const key = reason === null ? undefined : REASON_WORDS[reason];
  return key && t(key);
};

const LATER: readonly (readonly [days: LaterDays, words: MessageKey])[] = [
  [1, 'task.later.1'],
  [3, 'task.later.3'],
  [7, 'task.later.7'],
];

interface AskProps {
  readonly busy: boolean;
  readonly onBack: () => void;
}

const Back = ({ onBack }: Pick<AskProps, 'onBack'>) => (
  <Button kind="quiet" onClick={onBack}>
    {t('task.back')}
  </Button>
);

/** One tap says why; no typing, and "rather not say" is always there. */
export function AskReason({
  aside,
  busy,
  onBack,
  onReason,
}: AskProps & { readonly aside: Aside; readonly onReason: (reason: Reason) => void }) {
  return (
    <FocusHere label={t(ASK[aside])}>
      <p className="fo-task__ask">{t(ASK[aside])}</p>
      <div className="fo-acts fo-acts--wrap">
        {REASONS[aside].map((reason) => (
          <Button key={reason} kind="secondary" busy={busy} onClick={() => onReason(reason)}>
            {sayReason(reason)}
          </Button>
        ))}
        <Back onBack={onBack} />
      </div>
    </FocusHere>
  );
}

/** "Not today": the day it is for stays; only the reminders wait. */
export function AskLater({
  busy,
  onBack,
  onDays,
}: AskProps & { readonly onDays: (days: LaterDays) => void }) {
  return (
    <FocusHere label={t('task.later.ask')}>
      <p className="fo-task__ask">{t('task.later.ask')}</p>
      <div className="fo-acts fo-acts--wrap">
        {LATER.map(([days, words]) => (
          <Button key={days} kind="secondary" busy={busy} onClick={() => onDays(days)}>
            {t(words)}
          </Button>
        ))}
        <Back onBack={onBack} />
      </div>
    </FocusHere>
  );
}
