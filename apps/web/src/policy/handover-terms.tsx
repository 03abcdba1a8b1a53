import { queryOptions, useQuery, useQueryClient } from '@tanstack/react-query';
import type { HandoverPolicyView, HandoverTerms as Terms } from '@followon/shared/contract/handover-policy';
import { useState } from 'react';
import { get, send } from '../api/client.js';
import { wordsFor } from '../api/problem.js';
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
/** Two things that a site sets, each with its own button. */
interface Part {
  readonly id: string;
  readonly title: MessageKey;
  readonly lede: MessageKey;
  readonly save: MessageKey;
  readonly saved: MessageKey;
  readonly boxes: readonly Box[];
}
const PARTS: readonly Part[] = [
  {
    ...{ id: 'handover-terms', title: 'terms.title', lede: 'terms.lede' },
    ...{ save: 'terms.save', saved: 'terms.saved' },
    boxes: [
      { name: 'leadAfterDays', label: 'terms.leadAfterDays', from: 0, to: 60 },
      { name: 'adminAfterDays', label: 'terms.adminAfterDays', from: 0, to: 90 },
    ],
  },
  {
    ...{ id: 'least-people', title: 'terms.least.title', lede: 'terms.least.lede' },
    ...{ save: 'terms.least.save', saved: 'terms.least.saved' },
    boxes: [{ name: 'minimumInterest', label: 'terms.minimumInterest', from: 2, to: 20 }],
  },
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

function wrongIn(draft: Draft, boxes: readonly Box[]): Wrong[] {
  const wrong: Wrong[] = boxes
    .filter(({ name, from, to }) => {
      const value = Number(draft[name]);
      return draft[name].trim() === '' || !Number.isInteger(value) || value < from || value > to;
    })
    .map(({ name, label, from, to }) => ({
      field: name,
      words: t('terms.wrong', { label: t(label), from, to }),
    }));
  if (wrong.length === 0 && Number(draft.leadAfterDays) > Number(draft.adminAfterDays))
    wrong.push({ field: 'adminAfterDays', words: t('terms.wrongOrder') });
  return wrong;
}

interface OfPart {
  readonly policy: HandoverPolicyView;
  readonly part: Part;
}

function TermsForm({ policy, part }: OfPart) {
  const announce = useAnnounce();
  const queries = useQueryClient();
  const [draft, setDraft] = useState(draftOf(policy.terms));
  const [wrong, setWrong] = useState<readonly Wrong[]>([]);
  const act = useAct<Saving, HandoverPolicyView>(saveTerms, ['handovers', 'handover-tasks'], (saved) => {
    queries.setQueryData(termsQuery(policy.siteId).queryKey, saved);
    announce(t(part.saved));
  });
  const save = () => {
    const found = wrongIn(draft, part.boxes);
    setWrong(found);
    const { siteId, version } = policy;
    if (found.length === 0)
      act.mutate({ siteId, version, terms: { ...policy.terms, ...ofBoxes(termsOf(draft), part) } });
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
      {part.boxes.map(({ name, label, from, to }) => (
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
          {t(part.save)}
        </Button>
      </div>
      {act.error ? <p role="alert">{wordsFor(act.error)}</p> : null}
      {act.isSuccess ? <p>{t(part.saved)}</p> : null}
    </form>
  );
}

/** What one form is about; the rest stays as it is saved. */
const ofBoxes = (terms: Terms, { boxes }: Part): Partial<Terms> =>
  Object.fromEntries(boxes.map(({ name }) => [name, terms[name]]));

function Read({ policy, part }: OfPart) {
  return (
    <dl className="fo-marks__read">
      {part.boxes.map(({ name, label }) => (
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
  return PARTS.map((part) => (
    <section key={part.id} className="fo-section" aria-labelledby={part.id}>
      <h2 className="nhsuk-heading-m" id={part.id}>
        {t(part.title)}
      </h2>
      <p>{t(part.lede)}</p>
      <Asked query={policy} lines={3}>
        {(it) => {
          const known = JSON.stringify(ofBoxes(it.terms, part));
          return it.mayChange ? (
            <TermsForm key={known} policy={it} part={part} />
          ) : (
            <Read policy={it} part={part} />
          );
        }}
      </Asked>
    </section>
  ));
}
