import { useMutation } from '@tanstack/react-query';
import type { PolicyReplay, PolicyView } from '@followon/shared/contract/policy';
import { useRef, useState } from 'react';
import { Problem, wordsFor } from '../api/problem.js';
import { t } from '../i18n.js';
import { useAnnounce } from '../ui/announcer.js';
import type { Wrong } from '../ui/error-summary.js';
import { draftOf, isSame, presetIn, thresholdsOf, wrongIn, type Draft } from './marks.js';
import { tryMarks } from './queries.js';
import { sayTrial } from './trial-figures.js';

/** What a trial is asked: the marks in their boxes, and how many months to look back. */
export interface Question {
  readonly draft: Draft;
  readonly months: number;
}

const isSameQuestion = (one: Question, other: Question): boolean =>
  one.months === other.months && isSame(one.draft, other.draft);

const BUSY = 503;
const FIRST_FIELD = 'preset-shipped';

/** The server's sentence where it is about the whole; a busy server's too, which is no fault to be sorry for. */
function sentenceOf(error: unknown): string {
  const detail = error instanceof Problem && error.status === BUSY ? error.body['detail'] : undefined;
  return typeof detail === 'string' ? detail : wordsFor(error);
}

/** The boxes that the server could not take, or one sentence about the whole. */
export function wrongOf(error: unknown): readonly Wrong[] {
  const fields = error instanceof Problem ? error.fields : [];
  if (fields.length === 0) return [{ field: FIRST_FIELD, words: sentenceOf(error) }];
  return fields.map(({ path, message }) => ({
    field: path === 'thresholds' ? FIRST_FIELD : path.replace('thresholds.', ''),
    words: message,
  }));
}

/** What has to be mended before it can be tried. */
function wrongBefore(draft: Draft, { maySetEach, presets }: PolicyView): readonly Wrong[] {
  if (maySetEach) return wrongIn(draft);
  return presetIn(draft, presets) ? [] : [{ field: FIRST_FIELD, words: t('policy.wrong.choose') }];
}

interface Tried {
  readonly question: Question;
  readonly trial: PolicyReplay;
}

/**
 * Marks as they are typed, and the trial of just these. An answer to what has been typed over meanwhile says nothing and
 * leads to nothing. `turn` counts the answers, so that each takes the focus, the same one twice too.
 */
export function useTrial(policy: PolicyView, months: number) {
  const { siteId, defaults } = policy;
  const announce = useAnnounce();
  const [question, setQuestion] = useState<Question>(() => ({ draft: draftOf(policy.thresholds), months }));
  const [turn, setTurn] = useState(0);
  const newest = useRef(question);
  const sending = useMutation({
    mutationFn: async (asked: Question): Promise<Tried> => {
      const thresholds = thresholdsOf(asked.draft, defaults);
      return { question: asked, trial: await tryMarks({ siteId, thresholds, months: asked.months }) };
    },
  });
  const put = (next: Question) => {
    newest.current = next;
    setQuestion(next);
  };
  const answered = ({ question: asked, trial }: Tried, then: () => void) => {
    if (!isSameQuestion(newest.current, asked)) return;
    setTurn((last) => last + 1);
    announce(sayTrial(trial));
    then();
  };
  /** Tries what is in the boxes, on their steps; `then` once its answer stands. */
  const attempt = (next: Question, then: () => void, onWrong: (wrong: readonly Wrong[]) => void) => {
    if (sending.isPending) return;
    const wrong = wrongBefore(next.draft, policy);
    onWrong(wrong);
    if (wrong.length > 0) return;
    const asked = { ...next, draft: draftOf(thresholdsOf(next.draft, defaults)) };
    put(asked);
    if (sending.data && isSameQuestion(sending.data.question, asked)) return answered(sending.data, then);
    sending.mutate(asked, {
      onSuccess: (tried) => answered(tried, then),
      onError: (error) => onWrong(wrongOf(error)),
    });
  };
  return {
    ...{ question, put, attempt, turn, isTrying: sending.isPending },
    tried: sending.data && isSameQuestion(sending.data.question, question) ? sending.data.trial : undefined,
  };
}
