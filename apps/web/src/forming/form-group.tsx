import type { Cadence } from '@followon/shared/contract/groups';
import type { ProgrammeView } from '@followon/shared/contract/programmes';
import { useState } from 'react';
import { sayRefusal } from '../api/problem.js';
import { useAct } from '../api/use-act.js';
import { civilDate } from '../dates.js';
import { t } from '../i18n.js';
import { useAnnounce } from '../ui/announcer.js';
import { Button } from '../ui/button.js';
import { RadioField, TextField } from '../ui/field.js';
import { formGroup, type Formed } from './queries.js';

interface FormProps {
  readonly programme: Pick<ProgrammeView, 'id' | 'siteId'>;
  readonly now: string;
}

/** A name, a rhythm and, where there is one, the first date: all that a group needs to begin. */
export function FormGroup({ programme, now }: FormProps) {
  const announce = useAnnounce();
  const [name, setName] = useState('');
  const [cadence, setCadence] = useState<Cadence>('fortnightly');
  const [firstOn, setFirstOn] = useState('');
  const act = useAct(formGroup, ['programmes', 'handovers', 'groups', 'meetings'], (group) =>
    announce(t('forming.said', { name: group.name })),
  );
  const formed: Formed = { siteId: programme.siteId, programmeId: programme.id, name, cadence, firstOn };
  return (
    <form
      className="fo-form"
      onSubmit={(event) => {
        event.preventDefault();
        act.mutate(formed);
      }}
    >
      <TextField
        name="group-name"
        label={t('forming.name')}
        hint={t('forming.nameHint')}
        value={name}
        maxLength={80}
        autoComplete="off"
        onChange={(event) => setName(event.target.value)}
      />
      <RadioField
        name="rhythm"
        label={t('forming.rhythm')}
        value={cadence}
        onChoose={(value) => setCadence(value as Cadence)}
        choices={[
          { value: 'weekly', label: t('forming.rhythm.weekly') },
          { value: 'fortnightly', label: t('forming.rhythm.fortnightly') },
          { value: 'monthly', label: t('forming.rhythm.monthly') },
          { value: 'irregular', label: t('forming.rhythm.irregular') },
        ]}
      />
      <TextField
        name="first-on"
        label={t('forming.first')}
        hint={t('forming.firstHint')}
        type="date"
        min={civilDate(now)}
        value={firstOn}
        onChange={(event) => setFirstOn(event.target.value)}
      />
      {act.error ? <p role="alert">{sayRefusal(act.error)}</p> : null}
      <Button type="submit" busy={act.isPending} disabled={name.trim().length < 2}>
        {t('forming.go')}
      </Button>
    </form>
  );
}
