import type { InterestCounts, InterestView } from '@followon/shared/contract/carrying-on';
import { useState } from 'react';
import { wordsFor } from '../api/problem.js';
import { useAct } from '../api/use-act.js';
import { t } from '../i18n.js';
import { useAnnounce } from '../ui/announcer.js';
import { Button } from '../ui/button.js';
import { FocusHere, useStay } from '../ui/focus-here.js';
import { Stepper } from '../ui/stepper.js';
import { saveCounts, type Counted } from './queries.js';
import { ANSWERS } from './words.js';

const NOBODY: InterestCounts = { yes: 0, maybe: 0, no: 0, otherKind: 0 };

/** Four numbers, each with its minus and plus. What was typed stays until it is saved. */
function CountsForm({
  interest,
  onDone,
  onSaved,
}: {
  readonly interest: InterestView;
  readonly onDone: (() => void) | undefined;
  readonly onSaved: () => void;
}) {
  const announce = useAnnounce();
  const [counts, set] = useState(interest.counts ?? NOBODY);
  // The counts that the person has seen: newer ones that arrive meanwhile are not overwritten unseen.
  const [version] = useState(interest.version);
  const act = useAct(
    (counted: Counted, key) => saveCounts(counted, key),
    ['programmes', 'handovers'],
    () => {
      announce(t('carry.count.said'));
      onSaved();
      onDone?.();
    },
  );
  return (
    <>
      <p className="fo-muted">{t('carry.count.how')}</p>
      {act.error ? <p role="alert">{wordsFor(act.error)}</p> : null}
      <div className="fo-counts">
        {ANSWERS.map(([answer, words]) => (
          <div key={answer} role="group" aria-label={t(words)}>
            <Stepper
              id={`count-${answer}`}
              label={t(words)}
              value={counts[answer]}
              onChange={(value) => set({ ...counts, [answer]: value })}
            />
          </div>
        ))}
      </div>
      <div className="fo-acts">
        <Button
          busy={act.isPending}
          onClick={() => act.mutate({ programmeId: interest.programmeId, counts, version })}
        >
          {t('carry.count.save')}
        </Button>
        {onDone ? (
          <Button kind="quiet" onClick={onDone}>
            {t('carry.count.keep')}
          </Button>
        ) : null}
      </div>
    </>
  );
}

/** How many would like a group: the numbers, or the form for them. */
export function Counts({ interest }: { readonly interest: InterestView }) {
  const [changing, change] = useState(false);
  const { counts, mayRecord, version } = interest;
  const { here, stay } = useStay<HTMLDivElement>();
  return (
    <div {...here} className="fo-card fo-here">
      <h3 className="nhsuk-heading-s">{t('carry.count.title')}</h3>
      {counts && !changing ? (
        <>
          <p>{t('carry.count.summary', { ...counts })}</p>
          {mayRecord ? (
            <Button kind="quiet" onClick={() => change(true)}>
              {t('carry.count.change')}
            </Button>
          ) : null}
        </>
      ) : null}
      {!counts && mayRecord ? <CountsForm interest={interest} onDone={undefined} onSaved={stay} /> : null}
      {counts && changing ? (
        <FocusHere label={t('carry.count.title')}>
          <CountsForm key={version} interest={interest} onDone={() => change(false)} onSaved={stay} />
        </FocusHere>
      ) : null}
      {!counts && !mayRecord ? <p className="fo-muted">{t('carry.count.none')}</p> : null}
    </div>
  );
}
