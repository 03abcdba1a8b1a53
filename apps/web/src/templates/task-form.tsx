import type { TemplateTaskView } from '@followon/shared/contract/templates';
import { useState } from 'react';
import { t, type MessageKey } from '../i18n.js';
import { Button } from '../ui/button.js';
import { ErrorSummary } from '../ui/error-summary.js';
import { CheckField, SelectField, TextField } from '../ui/field.js';
import { FocusHere } from '../ui/focus-here.js';
import { wrongIn, type TypedField, type TypedTask } from './changes.js';

const LABEL: Readonly<Record<TypedField, MessageKey>> = {
  title: 'templates.form.title',
  why: 'templates.form.why',
  doneWhen: 'templates.form.doneWhen',
  days: 'templates.form.days',
};

const OWNERS = [
  { value: 'clinician', words: 'templates.owner.clinician' },
  { value: 'volunteer', words: 'templates.owner.volunteer' },
  { value: 'lead', words: 'templates.owner.lead' },
  { value: 'contact', words: 'templates.owner.contact' },
] as const;

interface FormProps {
  readonly label: string;
  readonly typed: TypedTask;
  /** The shipped task that is changed; without it, it is the site's own. */
  readonly shipped?: TemplateTaskView['shipped'] | undefined;
  /** What a task of the site's own may have to wait for. */
  readonly others: readonly TemplateTaskView[];
  readonly onKeep: (typed: TypedTask) => void;
  readonly onLeave: () => void;
}

interface PartProps {
  readonly typed: TypedTask;
  readonly onType: (typed: TypedTask) => void;
}

/** Whose it is, what it waits for and whether it holds back the sign-off: for tasks of the site's own only. */
function OwnPart({ typed, onType, others }: PartProps & Pick<FormProps, 'others'>) {
  return (
    <>
      <SelectField
        name="ownerRole"
        label={t('templates.form.owner')}
        value={typed.ownerRole}
        onChange={(event) => onType({ ...typed, ownerRole: event.target.value as TypedTask['ownerRole'] })}
      >
        {OWNERS.map(({ value, words }) => (
          <option key={value} value={value}>
            {t(words)}
          </option>
        ))}
      </SelectField>
      <SelectField
        name="anchor"
        label={t('templates.form.anchor')}
        value={typed.anchor}
        onChange={(event) => onType({ ...typed, anchor: event.target.value as TypedTask['anchor'] })}
      >
        <option value="last-session">{t('templates.anchor.last-session')}</option>
        <option value="first-meeting">{t('templates.anchor.first-meeting')}</option>
      </SelectField>
      <SelectField
        name="after"
        label={t('templates.form.after')}
        value={typed.after}
        onChange={(event) => onType({ ...typed, after: event.target.value })}
      >
        <option value="">{t('templates.form.afterNone')}</option>
        {others.map(({ key, title }) => (
          <option key={key} value={key}>
            {title}
          </option>
        ))}
      </SelectField>
      <CheckField
        name="blocking"
        label={t('templates.form.blocking')}
        about=""
        checked={typed.blocking}
        onChoose={(blocking) => onType({ ...typed, blocking })}
      />
    </>
  );
}

function hintOf(field: TypedField, shipped: FormProps['shipped'], typed: TypedTask): string | undefined {
  if (field !== 'days') return shipped ? t('templates.form.asShipped', { words: shipped[field] }) : undefined;
  const from = t(
    typed.anchor === 'last-session' ? 'templates.days.last-session' : 'templates.days.first-meeting',
  );
  return shipped
    ? `${from} ${t('templates.form.asShipped', { words: String(shipped.dueOffsetDays) })}`
    : from;
}

function Box({
  field,
  props,
  wrong,
}: {
  readonly field: TypedField;
  readonly props: PartProps & Pick<FormProps, 'shipped'>;
  readonly wrong: readonly TypedField[];
}) {
  const { typed, onType, shipped } = props;
  const hint = hintOf(field, shipped, typed);
  return (
    <TextField
      name={field}
      label={t(LABEL[field])}
      {...(hint === undefined ? {} : { hint })}
      value={typed[field]}
      maxLength={field === 'title' ? 120 : 300}
      invalid={wrong.includes(field)}
      onChange={(event) => onType({ ...typed, [field]: event.target.value })}
    />
  );
}

/** The words and the day of one task, where it stands. */
export function TaskForm({ label, typed: first, shipped, others, onKeep, onLeave }: FormProps) {
  const [typed, onType] = useState(first);
  const [wrong, setWrong] = useState<readonly TypedField[]>([]);
  const keep = () => {
    const found = wrongIn(typed);
    setWrong(found);
    if (found.length === 0) onKeep(typed);
  };
  return (
    <FocusHere label={label} className="fo-list__form">
      {wrong.length > 0 ? (
        <ErrorSummary
          problems={wrong.map((field) => ({
            field,
            words: t(field === 'days' ? 'templates.wrong.days' : 'templates.wrong.words', {
              box: t(LABEL[field]),
            }),
          }))}
        />
      ) : null}
      <form
        className="fo-form fo-list__boxes"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          keep();
        }}
      >
        {(['title', 'why', 'doneWhen', 'days'] as const).map((field) => (
          <Box key={field} field={field} props={{ typed, onType, shipped }} wrong={wrong} />
        ))}
        {shipped ? null : <OwnPart {...{ typed, onType, others }} />}
        <div className="fo-acts">
          <Button type="submit">{t('templates.form.keep')}</Button>
          <Button kind="secondary" onClick={onLeave}>
            {t('templates.form.leave')}
          </Button>
        </div>
      </form>
    </FocusHere>
  );
}
