import type { CloseGroup, GroupView, RestGroup } from '@followon/shared/contract/groups';
import { useState } from 'react';
import { wordsFor } from '../api/problem.js';
import { useAct } from '../api/use-act.js';
import { t, type MessageKey } from '../i18n.js';
import { useAnnounce } from '../ui/announcer.js';
import { Button } from '../ui/button.js';
import { RadioField, TextField } from '../ui/field.js';
import { Section } from '../ui/page.js';
import { actOnGroup, type GroupAct } from './queries.js';

const SAID: Readonly<Record<GroupAct['act'], MessageKey>> = {
  rest: 'group.said.rest',
  resume: 'group.said.resume',
  close: 'group.said.close',
};

type Why = NonNullable<RestGroup['reason']>;

const WHY: Readonly<Record<Why, MessageKey>> = {
  'group-asked': 'groupReason.group-asked',
  'nobody-answers': 'groupReason.nobody-answers',
  other: 'groupReason.other',
};

const WHYS = (Object.keys(WHY) as readonly Why[]).map((value) => ({ value, words: WHY[value] }));

/** Somebody who acts for a group says why; the group itself need not. */
function WhyField({
  value,
  onChoose,
}: {
  readonly value: Why | undefined;
  readonly onChoose: (why: Why) => void;
}) {
  return (
    <RadioField
      name="why"
      label={t('groupReason.ask')}
      choices={WHYS.map(({ value: why, words }) => ({ value: why, label: t(words) }))}
      value={value}
      onChoose={(why) => onChoose(why as Why)}
    />
  );
}

interface FormProps<Body> {
  readonly forOthers: boolean;
  readonly busy: boolean;
  readonly onGo: (body: Body) => void;
  readonly onBack: () => void;
}

function Back({ onBack }: { readonly onBack: () => void }) {
  return (
    <Button kind="quiet" onClick={onBack}>
      {t('task.back')}
    </Button>
  );
}

function RestForm({ forOthers, busy, onGo, onBack }: FormProps<RestGroup>) {
  const [until, setUntil] = useState('');
  const [reason, setReason] = useState<Why>();
  return (
    <div className="fo-form">
      <TextField
        name="until"
        label={t('group.rest.until')}
        hint={t('group.rest.hint')}
        type="date"
        value={until}
        onChange={(event) => setUntil(event.target.value)}
      />
      {forOthers ? <WhyField value={reason} onChoose={setReason} /> : null}
      <div className="fo-acts">
        <Button
          busy={busy || (forOthers && !reason)}
          onClick={() => onGo({ ...(until ? { until } : {}), ...(reason ? { reason } : {}) })}
        >
          {t('group.rest.go')}
        </Button>
        <Back onBack={onBack} />
      </div>
    </div>
  );
}

function CloseForm({ forOthers, busy, onGo, onBack }: FormProps<CloseGroup>) {
  const [reason, setReason] = useState<Why>();
  const go = (how: CloseGroup['how']) => onGo({ how, ...(reason ? { reason } : {}) });
  const held = busy || (forOthers && !reason);
  return (
    <div className="fo-form">
      <p>{t('group.close.what')}</p>
      {forOthers ? <WhyField value={reason} onChoose={setReason} /> : null}
      <div className="fo-acts">
        <Button busy={held} onClick={() => go('closed-well')}>
          {t('group.close.well')}
        </Button>
        <Button kind="secondary" busy={held} onClick={() => go('closed')}>
          {t('group.close.plain')}
        </Button>
        <Back onBack={onBack} />
      </div>
    </div>
  );
}

/** A break, a return, an ending: offered only to those whose word it is. */
export function GroupActs({ group }: { readonly group: GroupView }) {
  const [open, setOpen] = useState<'rest' | 'close'>();
  const announce = useAnnounce();
  const act = useAct(
    (input: GroupAct, key) => actOnGroup(group.id, input, key),
    ['groups', 'sites'],
    (_, { act: name }) => {
      announce(t(SAID[name]));
      setOpen(undefined);
    },
  );
  const give = (input: GroupAct) => act.mutate(input);
  const resting = group.state === 'resting';
  const form = { forOthers: !group.ownGroup, busy: act.isPending, onBack: () => setOpen(undefined) };
  if (!group.may.rest && !group.may.close) return null;
  return (
    <Section title={t('group.acts')} id="acts">
      {act.error ? <p role="alert">{wordsFor(act.error)}</p> : null}
      {open === 'rest' ? <RestForm {...form} onGo={(body) => give({ act: 'rest', body })} /> : null}
      {open === 'close' ? <CloseForm {...form} onGo={(body) => give({ act: 'close', body })} /> : null}
      {open ? null : (
        <div className="fo-acts">
          {group.may.rest ? (
            <Button
              kind="secondary"
              busy={act.isPending}
              onClick={() => (resting ? give({ act: 'resume', body: {} }) : setOpen('rest'))}
            >
              {t(resting ? 'group.resume' : 'group.rest')}
            </Button>
          ) : null}
          {group.may.close ? (
            <Button kind="quiet" onClick={() => setOpen('close')}>
              {t('group.close')}
            </Button>
          ) : null}
        </div>
      )}
    </Section>
  );
}
