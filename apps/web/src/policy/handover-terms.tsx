import { queryOptions, useQuery, useQueryClient } from '@tanstack/react-query';
import type { HandoverPolicyView, HandoverTerms as Terms } from '@followon/shared/contract/handover-policy';
import { useState } from 'react';
import { get, send } from '../api/client.js';
import { useSession } from '../api/session.js';
import { useAct } from '../api/use-act.js';
import { t, type MessageKey } from '../i18n.js';
import { useAnnounce } from '../ui/announcer.js';
import { Button } from '../ui/button.js';
import { ErrorSummary, type Wrong } from '../ui/error-summary.js';
import { TextField } from '../ui/field.js';
import { Asked } from '../ui/states.js';

const termsQuery = (siteId: string) =>
  queryOptions({
    queryKey: ['handover-policy', siteId],
    queryFn: () => get<HandoverPolicyView>('/handover-policy', { site: siteId }),
  });

interface Saving {
  readonly siteId: string;
  readonly terms: Terms;
  readonly version: number;
}
const saveTerms = ({ version, ...body }: Saving, key: string): Promise<HandoverPolicyView> =>
  send<HandoverPolicyView>('PUT', '/handover-policy', { body, key, version });

interface Box {
  readonly name: keyof Terms;
  readonly label: MessageKey;
  readonly from: number;
  readonly to: number;
}
const BOXES: readonly Box[] = [
  { name: 'leadAfterDays', label: 'terms.leadAfterDays', from: 0, to: 60 },
  { name: 'adminAfterDays', label: 'terms.adminAfterDays', from: 0, to: 90 },
  { name: 'minimumInterest', label: 'terms.minimumInterest', from: 2, to: 20 },
];
type Draft = Readonly<Record<keyof Terms, string>>;

const draftOf = ({ leadAfterDays, adminAfterDays, minimumInterest }: Terms): Draft => ({
  leadAfterDays: String(leadAfterDays),
  adminAfterDays: String(adminAfterDays),
  minimumInterest: String(minimumInterest),
});
const termsOf = (draft: Draft): Terms => ({
  leadAfterDays: Number(draft.leadAfterDays),
  adminAfterDays: Number(draft.adminAfterDays),
  minimumInterest: Number(draft.minimumInterest),
});

function wrongIn(draft: Draft): Wrong[] {
  const wrong: Wrong[] = BOXES.filter(({ name, from, to }) => {
    const value = Number(draft[name]);
    return draft[name].trim() === '' || !Number.isInteger(value) || value < from || value > to;
  }).map(({ name, label, from, to }) => ({
    field: name,
    words: t('terms.wrong', { label: t(label), from, to }),
  }));
  if (wrong.length === 0 && Number(draft.leadAfterDays) > Number(draft.adminAfterDays))
    wrong.push({ field: 'adminAfterDays', words: t('terms.wrongOrder') });
  return wrong;
}

function TermsForm({ policy }: { readonly policy: HandoverPolicyView }) {
  const announce = useAnnounce();
  const queries = useQueryClient();
  const [draft, setDraft] = useState(draftOf(policy.terms));
  const [wrong, setWrong] = useState<readonly Wrong[]>([]);
  const act = useAct<Saving, HandoverPolicyView>(saveTerms, ['handovers', 'handover-tasks'], (saved) => {
    queries.setQueryData(termsQuery(policy.siteId).queryKey, saved);
    announce(t('terms.saved'));
  });
  const save = () => {
    const found = wrongIn(draft);
    setWrong(found);
    const { siteId, version } = policy;
    if (found.length === 0) act.mutate({ siteId, version, terms: termsOf(draft) });
  };
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
      {BOXES.map(({ name, label, from, to }) => (
        <TextField
          key={name}
          {...{ name, min: from, max: to }}
          label={t(label)}
          hint={t('terms.shipped', { shipped: policy.defaults[name] })}
          type="number"
          inputMode="numeric"
          invalid={wrong.some(({ field }) => field === name)}
          value={draft[name]}
          onChange={(event) => setDraft({ ...draft, [name]: event.target.value })}
        />
      ))}
      <div className="fo-acts">
        <Button type="submit" busy={act.isPending}>
          {t('terms.save')}
        </Button>
      </div>
      {act.isSuccess ? <p>{t('terms.saved')}</p> : null}
    </form>
  );
}

function Read({ policy }: { readonly policy: HandoverPolicyView }) {
  return (
    <dl className="fo-marks__read">
      {BOXES.map(({ name, label }) => (
        <div key={name}>
          <dt>{t(label)}</dt>
          <dd>{policy.terms[name]}</dd>
        </div>
      ))}
    </dl>
  );
}

/** When others hear of a late task of a handover at a site, and how few people make a group of their own. */
export function HandoverTerms({ siteId }: { readonly siteId: string }) {
  return useSession().actions.includes('see-handover-policy') ? <Shown siteId={siteId} /> : null;
}

function Shown({ siteId }: { readonly siteId: string }) {
  const policy = useQuery(termsQuery(siteId));
  return (
    <section aria-labelledby="handover-terms">
      <h2 className="nhsuk-heading-m" id="handover-terms">
        {t('terms.title')}
      </h2>
      <p>{t('terms.lede')}</p>
      <Asked query={policy} lines={3}>
        {(it) => (it.mayChange ? <TermsForm key={it.version} policy={it} /> : <Read policy={it} />)}
      </Asked>
    </section>
  );
}
