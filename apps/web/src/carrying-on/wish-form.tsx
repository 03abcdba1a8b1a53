import type { NewWish } from '@followon/shared/contract/carrying-on';
import { useState } from 'react';
import { wordsFor } from '../api/problem.js';
import { useAct } from '../api/use-act.js';
import { t } from '../i18n.js';
import { useAnnounce } from '../ui/announcer.js';
import { Button } from '../ui/button.js';
import { FocusHere } from '../ui/focus-here.js';
import { Chips } from './chips.js';
import { addWish } from './queries.js';
import { TimeGrid } from './time-grid.js';

type Slip = Partial<Omit<NewWish, 'times'>> & { readonly times: readonly string[] };

const EMPTY: Slip = { times: [] };

function Questions({ slip, write }: { readonly slip: Slip; readonly write: (slip: Slip) => void }) {
  const choose = (name: keyof Slip) => (value: string) => write({ ...slip, [name]: value });
  return (
    <>
      <Chips
        name="interest"
        label={t('carry.wish.interest')}
        choices={[
          { value: 'yes', label: t('carry.count.yes') },
          { value: 'maybe', label: t('carry.count.maybe') },
          { value: 'no', label: t('carry.count.no') },
          { value: 'other-kind', label: t('carry.count.otherKind') },
        ]}
        value={slip.interest}
        onChoose={choose('interest')}
      />
      <Chips
        name="distance"
        label={t('carry.wish.distance')}
        choices={[
          { value: 'near', label: t('carry.distance.near') },
          { value: 'some-way', label: t('carry.distance.some-way') },
          { value: 'far', label: t('carry.distance.far') },
        ]}
        value={slip.distance}
        onChoose={choose('distance')}
      />
      <Chips
        name="way"
        label={t('carry.wish.way')}
        choices={[
          { value: 'in-person', label: t('carry.way.in-person') },
          { value: 'online', label: t('carry.way.online') },
          { value: 'either', label: t('carry.way.either') },
        ]}
        value={slip.way}
        onChoose={choose('way')}
      />
      <Chips
        name="host"
        label={t('carry.wish.host')}
        choices={[
          { value: 'yes', label: t('carry.wish.host.yes') },
          { value: 'no', label: t('carry.wish.host.no') },
        ]}
        value={slip.wouldHost === undefined ? undefined : slip.wouldHost ? 'yes' : 'no'}
        onChoose={(value) => write({ ...slip, wouldHost: value === 'yes' })}
      />
      <TimeGrid times={slip.times} onChange={(times) => write({ ...slip, times })} />
    </>
  );
}

/** One slip after the other: once it is in, nothing of it stays on the screen. */
export function WishForm({
  programmeId,
  onDone,
}: {
  readonly programmeId: string;
  readonly onDone: () => void;
}) {
  const announce = useAnnounce();
  const [slip, write] = useState(EMPTY);
  const [taken, take] = useState(0);
  const act = useAct(
    (wish: NewWish, key) => addWish(programmeId, wish, key),
    ['programmes'],
    ({ wishes }) => {
      write(EMPTY);
      take(wishes);
      announce(t('carry.wish.said', { count: wishes }));
    },
  );
  const { interest } = slip;
  const save = () =>
    interest && act.mutate({ ...slip, interest, times: [...slip.times] as NewWish['times'] });
  return (
    <FocusHere key={taken} label={t('carry.wish.title')} className="fo-wish">
      <p className="fo-muted">{t('carry.wish.how')}</p>
      {taken > 0 ? <p>{t('carry.wish.said', { count: taken })}</p> : null}
      <Questions slip={slip} write={write} />
      {act.error ? <p role="alert">{wordsFor(act.error)}</p> : null}
      <div className="fo-acts">
        <Button busy={act.isPending} disabled={!interest} onClick={save}>
          {t('carry.wish.save')}
        </Button>
        <Button kind="quiet" onClick={() => write(EMPTY)}>
          {t('carry.wish.again')}
        </Button>
        <Button kind="quiet" onClick={onDone}>
          {t('carry.wish.done')}
        </Button>
      </div>
    </FocusHere>
  );
}
