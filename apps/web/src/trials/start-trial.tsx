import type {
  StartTrial as Starting,
  TrialKeyView,
  TrialsView,
  TrialView,
} from '@followon/shared/contract/trials';
import { useState } from 'react';
import { wordsFor } from '../api/problem.js';
import { useAct } from '../api/use-act.js';
import { t } from '../i18n.js';
import { useAnnounce } from '../ui/announcer.js';
import { Button } from '../ui/button.js';
import { RadioField, SelectField } from '../ui/field.js';
import { startTrial } from './queries.js';
import { inHundred, sayKind, sayOutcome } from './trial-words.js';

const WEEKS = [12, 26, 52, 104];
const YEAR_WEEKS = 52;

interface Draft {
  readonly key: TrialKeyView | undefined;
  readonly withheldShare: number;
  readonly smallestEffect: number;
  readonly mostWeeks: number;
}
const FIRST: Draft = { key: undefined, withheldShare: 0.5, smallestEffect: 0.15, mostWeeks: 52 };

interface NumbersProps {
  readonly name: string;
  readonly label: string;
  readonly hint: string;
  readonly value: number;
  readonly values: readonly number[];
  readonly say: (value: number) => string;
  readonly onChoose: (value: number) => void;
}

function Numbers({ values, say, onChoose, ...field }: NumbersProps) {
  return (
    <SelectField {...field} onChange={(event) => onChoose(Number(event.target.value))}>
      {values.map((value) => (
        <option key={value} value={value}>
          {say(value)}
        </option>
      ))}
    </SelectField>
  );
}

/** Whether the site has enough such occasions for an answer, before anybody goes without. */
function Forecast({ draft, trials }: { readonly draft: Draft; readonly trials: TrialsView }) {
  const { withheldShare, smallestEffect } = draft;
  const offer = trials.offers.find(
    (one) => one.withheldShare === withheldShare && one.smallestEffect === smallestEffect,
  );
  const kind = trials.kinds.find(({ key }) => key === draft.key);
  if (!offer || !kind) return null;
  const expected = Math.round((kind.occasionsLastYear / YEAR_WEEKS) * draft.mostWeeks);
  const isEnough = expected >= offer.units / 2;
  return (
    <div className="fo-note fo-note--good" role="status">
      <p>{sayOutcome(kind)}</p>
      <p>{t('trials.start.units', { units: offer.units, expected, weeks: draft.mostWeeks })}</p>
      {isEnough ? null : <p>{t('trials.start.few')}</p>}
    </div>
  );
}

interface ChoicesProps {
  readonly draft: Draft;
  readonly trials: TrialsView;
  readonly onChange: (draft: Draft) => void;
}

function Choices({ draft, trials: { offers, kinds }, onChange }: ChoicesProps) {
  const free = kinds.filter(({ stands }) => stands === 'sent');
  const shares = [...new Set(offers.map(({ withheldShare }) => withheldShare))];
  const effects = [...new Set(offers.map(({ smallestEffect }) => smallestEffect))];
  return (
    <>
      <RadioField
        name="key"
        label={t('trials.start.which')}
        choices={free.map(({ key, occasionsLastYear }) => ({
          value: key,
          label: t('trials.start.kind', { kind: sayKind(key), occasions: occasionsLastYear }),
        }))}
        value={draft.key}
        onChoose={(key) => onChange({ ...draft, key: key as TrialKeyView })}
      />
      <Numbers
        {...{ name: 'share', label: t('trials.start.share'), hint: t('trials.start.share.hint') }}
        {...{ value: draft.withheldShare, values: shares }}
        say={(share) => t('trials.start.share.of', { share: inHundred(share) })}
        onChoose={(withheldShare) => onChange({ ...draft, withheldShare })}
      />
      <Numbers
        {...{ name: 'effect', label: t('trials.start.effect'), hint: t('trials.start.effect.hint') }}
        {...{ value: draft.smallestEffect, values: effects }}
        say={(effect) => t('trials.start.effect.of', { effect: inHundred(effect) })}
        onChoose={(smallestEffect) => onChange({ ...draft, smallestEffect })}
      />
      <Numbers
        {...{ name: 'weeks', label: t('trials.start.weeks'), hint: t('trials.start.weeks.hint') }}
        {...{ value: draft.mostWeeks, values: WEEKS }}
        say={(weeks) => t('trials.start.weeks.of', { weeks })}
        onChoose={(mostWeeks) => onChange({ ...draft, mostWeeks })}
      />
    </>
  );
}

/** Everything is chosen before the start, and stays as it is until the end. */
export function StartTrial({ trials }: { readonly trials: TrialsView }) {
  const announce = useAnnounce();
  const [draft, setDraft] = useState(FIRST);
  const [isMissing, setMissing] = useState(false);
  const act = useAct<Starting, TrialView>(startTrial, ['nudge-trials'], () => {
    announce(t('trials.started'));
    setDraft(FIRST);
  });
  const start = () => {
    const { key, ...chosen } = draft;
    setMissing(!key);
    if (key) act.mutate({ siteId: trials.siteId, key, ...chosen });
  };
  return (
    <form
      className="fo-form"
      onSubmit={(event) => {
        event.preventDefault();
        start();
      }}
    >
      <Choices {...{ draft, trials }} onChange={setDraft} />
      <Forecast {...{ draft, trials }} />
      {isMissing && !draft.key ? <p role="alert">{t('trials.start.none')}</p> : null}
      <div className="fo-acts">
        <Button type="submit" busy={act.isPending}>
          {t('trials.start')}
        </Button>
      </div>
      {act.error ? <p role="alert">{wordsFor(act.error)}</p> : null}
    </form>
  );
}
