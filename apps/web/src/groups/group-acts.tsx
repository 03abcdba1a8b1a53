import type { GroupView } from '@followon/shared/contract/groups';
import { useState } from 'react';
import { wordsFor } from '../api/problem.js';
import { useAct } from '../api/use-act.js';
import { t, type MessageKey } from '../i18n.js';
import { useAnnounce } from '../ui/announcer.js';
import { Button } from '../ui/button.js';
import { TextField } from '../ui/field.js';
import { Section } from '../ui/page.js';
import { actOnGroup } from './queries.js';

type Act = { readonly act: 'rest' | 'resume' | 'close'; readonly body: object };

const SAID: Readonly<Record<Act['act'], MessageKey>> = {
  rest: 'group.said.rest',
  resume: 'group.said.resume',
  close: 'group.said.close',
};

function RestForm({
  onRest,
  onBack,
}: {
  readonly onRest: (until: string | undefined) => void;
  readonly onBack: () => void;
}) {
  const [until, setUntil] = useState('');
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
      <div className="fo-acts">
        <Button onClick={() => onRest(until || undefined)}>{t('group.rest.go')}</Button>
        <Button kind="quiet" onClick={onBack}>
          {t('task.back')}
        </Button>
      </div>
    </div>
  );
}

function CloseForm({
  onClose,
  onBack,
}: {
  readonly onClose: (how: 'closed-well' | 'closed') => void;
  readonly onBack: () => void;
}) {
  return (
    <div>
      <p>{t('group.close.what')}</p>
      <div className="fo-acts fo-acts--wrap">
        <Button onClick={() => onClose('closed-well')}>{t('group.close.well')}</Button>
        <Button kind="secondary" onClick={() => onClose('closed')}>
          {t('group.close.plain')}
        </Button>
        <Button kind="quiet" onClick={onBack}>
          {t('task.back')}
        </Button>
      </div>
    </div>
  );
}

/** A break, a return, an ending: offered only to those whose word it is. */
export function GroupActs({ group }: { readonly group: GroupView }) {
  const [open, setOpen] = useState<'rest' | 'close'>();
  const announce = useAnnounce();
  const act = useAct(
    ({ act: name, body }: Act, key) => actOnGroup(group.id, name, body, key),
    ['groups', 'sites'],
  );
  const give = (input: Act) =>
    act.mutate(input, { onSuccess: () => announce(t(SAID[input.act])), onSettled: () => setOpen(undefined) });
  const resting = group.state === 'resting';
  if (!group.may.rest && !group.may.close) return null;
  return (
    <Section title={t('group.acts')} id="acts">
      {act.error ? <p role="alert">{wordsFor(act.error)}</p> : null}
      {open === 'rest' ? (
        <RestForm
          onRest={(until) => give({ act: 'rest', body: until ? { until } : {} })}
          onBack={() => setOpen(undefined)}
        />
      ) : null}
      {open === 'close' ? (
        <CloseForm
          onClose={(how) => give({ act: 'close', body: { how } })}
          onBack={() => setOpen(undefined)}
        />
      ) : null}
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
