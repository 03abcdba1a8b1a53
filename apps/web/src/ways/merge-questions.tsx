import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import type { GroupView } from '@followon/shared/contract/groups';
import type { MergeView } from '@followon/shared/contract/merges';
import { useState } from 'react';
import { wordsFor } from '../api/problem.js';
import { sessionQuery } from '../api/session.js';
import { useAct } from '../api/use-act.js';
import { sayDay } from '../dates.js';
import { t } from '../i18n.js';
import { useAnnounce } from '../ui/announcer.js';
import { Button } from '../ui/button.js';
import { focusHeading } from '../ui/focus-here.js';
import { Section } from '../ui/page.js';
import { sayOfMerge, wayQueries, type MergeWord, type Reason } from './queries.js';
import { WhyField } from './why-field.js';

interface OneProps {
  readonly merge: MergeView;
  readonly groupId: string;
  readonly now: string;
  readonly busy: boolean;
  readonly onSay: (word: MergeWord) => void;
}

/** Another group would like to join: what would change, and both answers side by side. */
function ToAnswer({ merge: { id, from, newName }, busy, onSay }: OneProps) {
  const answer = (word: 'agree' | 'decline') => onSay({ id, act: 'answer', body: { answer: word } });
  return (
    <div className="fo-kind">
      <p className="fo-kind__title">{t('merge.asks', { name: from.name })}</p>
      <ul>
        <li>{t('merge.people')}</li>
        <li>{newName ? t('ways.join.newName', { name: newName }) : t('merge.ourName')}</li>
        <li>{t('ways.join.undo')}</li>
      </ul>
      <p>{t('merge.both')}</p>
      <div className="fo-acts">
        <Button busy={busy} onClick={() => answer('agree')}>
          {t('merge.agree')}
        </Button>
        <Button kind="secondary" busy={busy} onClick={() => answer('decline')}>
          {t('merge.decline')}
        </Button>
      </div>
    </div>
  );
}

/** What was asked and waits, or what was joined and can be undone still. */
function Standing({ merge, groupId, now, busy, onSay }: OneProps) {
  const { id, state, from, into, undoUntil, may } = merge;
  const other = from.id === groupId ? into : from;
  const asked = state === 'asked';
  return (
    <div className="fo-tell__open">
      <p>
        {asked
          ? t(from.id === groupId ? 'merge.waiting' : 'merge.asked', { name: other.name })
          : t('merge.joined', { name: from.name, day: sayDay(undoUntil ?? now, now) })}
      </p>
      {asked && may.withdraw ? (
        <Button kind="secondary" busy={busy} onClick={() => onSay({ id, act: 'withdraw', body: {} })}>
          {t('merge.withdraw')}
        </Button>
      ) : null}
      {may.undo ? (
        <Button kind="secondary" busy={busy} onClick={() => onSay({ id, act: 'undo', body: {} })}>
          {t('merge.undo')}
        </Button>
      ) : null}
    </div>
  );
}

const SAID = {
  agree: 'merge.said.agree',
  decline: 'merge.said.decline',
  withdraw: 'merge.said.withdraw',
  undo: 'merge.said.undo',
} as const;

/** Whoever came with the other group goes back with it: this page is no longer theirs. */
function useWayHome({ id, ownGroup }: GroupView) {
  const queries = useQueryClient();
  const go = useNavigate();
  return async ({ from }: MergeView) => {
    if (!ownGroup) return;
    const session = await queries.fetchQuery({ ...sessionQuery, staleTime: 0 });
    if (session?.ownGroupIds.includes(id) === false) await go({ to: '/groups/$id', params: { id: from.id } });
  };
}

function useMergeWord(group: GroupView) {
  const [reason, setReason] = useState<Reason>();
  const announce = useAnnounce();
  const goHome = useWayHome(group);
  const act = useAct(
    (word: MergeWord, key) => sayOfMerge(word, reason, key),
    ['groups', 'sites', 'handovers'],
    (merge, word) => {
      announce(t(SAID[word.act === 'answer' ? word.body.answer : word.act]));
      if (word.act === 'undo') void goHome(merge);
      if (word.act === 'answer') focusHeading();
    },
  );
  return { act, reason, setReason };
}

/** One question for the group's own people, wherever they meet it. */
export function MergeToAnswer({
  merge,
  group,
  now,
}: Pick<OneProps, 'merge' | 'now'> & { readonly group: GroupView }) {
  const { act } = useMergeWord(group);
  return (
    <>
      <ToAnswer
        {...{ merge, now, groupId: group.id, busy: act.isPending }}
        onSay={(word) => act.mutate(word)}
      />
      {act.error ? <p role="alert">{wordsFor(act.error)}</p> : null}
    </>
  );
}

/** Questions between this group and others, for those who may answer them; nothing where there is none. */
export function MergeQuestions({ group, now }: { readonly group: GroupView; readonly now: string }) {
  const may = group.may.merge ?? false;
  const merges = useQuery({ ...wayQueries.merges(group.id), enabled: may });
  const { act, reason, setReason } = useMergeWord(group);
  const items = merges.data?.items.filter(({ state, may: its }) => state === 'asked' || its.undo) ?? [];
  if (!may || items.length === 0) return null;
  const forOthers = !group.ownGroup;
  const busy = act.isPending || (forOthers && !reason);
  return (
    <Section title={t('merge.title')} id="merges">
      {forOthers ? <WhyField value={reason} onChoose={setReason} /> : null}
      {items.map((merge) => {
        const One = merge.may.answer ? ToAnswer : Standing;
        const props = { merge, groupId: group.id, now, busy, onSay: (word: MergeWord) => act.mutate(word) };
        return <One key={merge.id} {...props} />;
      })}
      {act.error ? <p role="alert">{wordsFor(act.error)}</p> : null}
    </Section>
  );
}
