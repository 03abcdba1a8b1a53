import { queryOptions, useQuery, useQueryClient } from '@tanstack/react-query';
import type { AlertPolicyView, AlertTerms as Terms, SaveAlertPolicy } from '@followon/shared/contract/alerts';
import { useState } from 'react';
import { get, send } from '../api/client.js';
import { Problem, wordsFor } from '../api/problem.js';
import { useSession } from '../api/session.js';
import { useAct } from '../api/use-act.js';
import { t, type MessageKey } from '../i18n.js';
import { useAnnounce } from '../ui/announcer.js';
import { Button } from '../ui/button.js';
import { ErrorSummary, type Wrong } from '../ui/error-summary.js';
import { TextField } from '../ui/field.js';
import { Section } from '../ui/page.js';
import { Asked } from '../ui/states.js';

const termsQuery = (siteId: string) =>
  queryOptions({
    queryKey: ['alert-policy', siteId],
    queryFn: () => get<AlertPolicyView>('/alert-policy', { site: siteId }),
  });

type Saving = SaveAlertPolicy & { readonly version: number };
const saveTerms = ({ version, ...body }: Saving, key: string): Promise<AlertPolicyView> =>
  send<AlertPolicyView>('PUT', '/alert-policy', { body, key, version });

interface Box {
  readonly name: keyof Terms;
  readonly label: MessageKey;
  readonly how?: MessageKey;
  readonly from: number;
  readonly to: number;
}
const BOXES: readonly Box[] = [
  {
    ...{ name: 'groupFirstDays', label: 'alertTerms.groupFirstDays', how: 'alertTerms.groupFirstHow' },
    ...{ from: 0, to: 20 },
  },
  { name: 'adminAfterDays', label: 'alertTerms.adminAfterDays', from: 1, to: 30 },
];

type Draft = Readonly<Record<keyof Terms, string>>;

const draftOf = ({ groupFirstDays, adminAfterDays }: Terms): Draft => ({
  groupFirstDays: String(groupFirstDays),
  adminAfterDays: String(adminAfterDays),
});

/** No other form on the page has a box of this name. */
const fieldOf = (name: keyof Terms): string => `alert-${name}`;

const isFine = (typed: string, { from, to }: Box): boolean => {
  const value = Number(typed);
  return typed.trim() !== '' && Number.isInteger(value) && value >= from && value <= to;
};

const wrongIn = (draft: Draft): readonly Wrong[] =>
  BOXES.filter((box) => !isFine(draft[box.name], box)).map(({ name, label, from, to }) => ({
    field: fieldOf(name),
    words: t('terms.wrong', { label: t(label), from, to }),
  }));

const STALE = 412;

/** The version is that of the days which the person has seen: newer ones are not overwritten unseen. */
function useTerms(policy: AlertPolicyView) {
  const announce = useAnnounce();
  const queries = useQueryClient();
  const [version, setVersion] = useState(policy.version);
  const [draft, change] = useState(draftOf(policy.terms));
  const [wrong, setWrong] = useState<readonly Wrong[]>([]);
  const query = termsQuery(policy.siteId);
  const act = useAct<Saving, AlertPolicyView>(saveTerms, ['alerts'], (saved) => {
    queries.setQueryData(query.queryKey, saved);
    setVersion(saved.version);
    announce(t('alertTerms.saved'));
  });
  const failed = async (error: Error) => {
    if (!(error instanceof Problem) || error.status !== STALE) return;
    const newest = await queries.fetchQuery({ ...query, staleTime: 0 }).catch(() => undefined);
    if (newest) setVersion(newest.version);
  };
  const save = () => {
    const found = wrongIn(draft);
    setWrong(found);
    const { siteId } = policy;
    const terms = {
      groupFirstDays: Number(draft.groupFirstDays),
      adminAfterDays: Number(draft.adminAfterDays),
    };
    if (found.length === 0)
      act.mutate({ siteId, version, terms }, { onError: (error) => void failed(error) });
  };
  return { draft, change, wrong, save, act };
}

function TermsForm({ policy }: { readonly policy: AlertPolicyView }) {
  const { draft, change, wrong, save, act } = useTerms(policy);
  return (
    <form
      className="fo-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      {wrong.length > 0 ? <ErrorSummary problems={wrong} /> : null}
      {BOXES.map(({ name, label, how, from, to }) => (
        <TextField
          key={name}
          {...{ name: fieldOf(name), min: from, max: to }}
          label={t(label)}
          hint={[how && t(how), t('terms.shipped', { shipped: policy.defaults[name] })]
            .filter(Boolean)
            .join(' ')}
          type="number"
          inputMode="numeric"
          invalid={wrong.some(({ field }) => field === fieldOf(name))}
          value={draft[name]}
          onChange={(event) => change({ ...draft, [name]: event.target.value })}
        />
      ))}
      <div className="fo-acts">
        <Button type="submit" busy={act.isPending}>
          {t('alertTerms.save')}
        </Button>
      </div>
      {act.error ? <p role="alert">{wordsFor(act.error)}</p> : null}
      {act.isSuccess ? <p>{t('alertTerms.saved')}</p> : null}
    </form>
  );
}

function Read({ terms }: AlertPolicyView) {
  return (
    <dl className="fo-marks__read">
      {BOXES.map(({ name, label }) => (
        <div key={name}>
          <dt>{t(label)}</dt>
          <dd>{terms[name]}</dd>
        </div>
      ))}
    </dl>
  );
}

/** How long an alert is the group's own affair, and when the administrator hears of one that nobody has in hand. */
export function AlertTerms({ siteId }: { readonly siteId: string }) {
  return useSession().actions.includes('see-alert-policy') ? <Shown siteId={siteId} /> : null;
}

function Shown({ siteId }: { readonly siteId: string }) {
  const policy = useQuery(termsQuery(siteId));
  return (
    <Section title={t('alertTerms.title')} id="alert-terms">
      <p>{t('alertTerms.lede')}</p>
      <Asked query={policy} lines={3}>
        {(it) => (it.mayChange ? <TermsForm key={siteId} policy={it} /> : <Read {...it} />)}
      </Asked>
    </Section>
  );
}
