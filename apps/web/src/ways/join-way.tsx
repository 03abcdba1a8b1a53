import { useQuery } from '@tanstack/react-query';
import type { MergeChoice } from '@followon/shared/contract/merges';
import { useState } from 'react';
import { t, type MessageKey } from '../i18n.js';
import { RadioField, TextField } from '../ui/field.js';
import { Asked, Empty } from '../ui/states.js';
import type { WayProps } from './break-way.js';
import { wayQueries } from './queries.js';
import { TwoSteps } from './two-steps.js';

const RHYTHM: Readonly<Record<MergeChoice['cadence'], MessageKey>> = {
  weekly: 'group.cadence.weekly',
  fortnightly: 'group.cadence.fortnightly',
  monthly: 'group.cadence.monthly',
  irregular: 'group.cadence.irregular',
};

function Join({ group, onDone, choices }: WayProps & { readonly choices: readonly MergeChoice[] }) {
  const [chosen, setChosen] = useState<string>();
  const [newName, setNewName] = useState('');
  const other = choices.find(({ id }) => id === chosen)?.name ?? '';
  const name = newName.trim();
  const called = name ? t('ways.join.newName', { name }) : t('ways.join.theirName', { name: other });
  return (
    <TwoSteps
      {...{ group, onDone }}
      way="join"
      missing={chosen === undefined ? 'ways.missing.group' : undefined}
      happens={[
        t('ways.join.asked', { name: other }),
        t('ways.join.yes'),
        called,
        t('ways.join.wishes'),
        t('ways.join.undo'),
      ]}
      stays={[t('ways.join.registers'), t('ways.join.roles'), t('ways.join.no')]}
      go={t('ways.join.go')}
      said={t('ways.join.said')}
      decision={(reason) => ({
        act: 'merge',
        body: { intoGroupId: chosen ?? '', ...(name && { newName: name }), ...(reason && { reason }) },
      })}
    >
      <RadioField
        name="group"
        label={t('ways.join.which')}
        choices={choices.map(({ id, name: label, cadence }) => ({
          value: id,
          label: t('ways.join.choice', { name: label, rhythm: t(RHYTHM[cadence]) }),
        }))}
        value={chosen}
        onChoose={setChosen}
      />
      <TextField
        name="new-name"
        label={t('ways.join.called')}
        hint={t('ways.join.calledHint')}
        maxLength={80}
        value={newName}
        onChange={(event) => setNewName(event.target.value)}
      />
    </TwoSteps>
  );
}

/** Another group of the site that would welcome it: shown by name and rhythm, nothing else. */
export function JoinWay(props: WayProps) {
  const choices = useQuery(wayQueries.choices(props.group.id));
  return (
    <Asked query={choices}>
      {({ items }) =>
        items.length > 0 ? (
          <Join {...props} choices={items} />
        ) : (
          <Empty title={t('ways.join.none')}>
            <p>{t('ways.join.noneHow')}</p>
          </Empty>
        )
      }
    </Asked>
  );
}
