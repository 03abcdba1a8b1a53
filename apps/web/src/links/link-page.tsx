import type { LinkView } from '@followon/shared/contract/links';
import { Problem } from '../api/problem.js';
import { Failed, Loading } from '../ui/states.js';
import { AnswerByLink } from './answer-by-link.js';
import { NoLink, NotNeeded } from './ended.js';
import { useLanguageOf, usePageLanguage } from './link-language.js';
import { MessageByLink } from './message-by-link.js';
import type { Questions } from './questions.js';
import { RegisterByLink } from './register-by-link.js';
import { TaskByLink } from './task-by-link.js';
import { useLink, useToken, type Acting } from './use-link.js';
import { StopByLink } from './stop-by-link.js';
import { WishByLink } from './wish-by-link.js';
import { WishesByLink } from './wishes-by-link.js';

interface PartProps {
  readonly link: LinkView;
  readonly acting: Acting;
  readonly questions: Questions;
}

const PARTS: { readonly [A in LinkView['action']]: (props: PartProps) => React.ReactNode } = {
  'tick-task': TaskByLink,
  'record-register': RegisterByLink,
  'answer-request': AnswerByLink,
  'answer-role': AnswerByLink,
  'say-wish': WishByLink,
  preferences: WishesByLink,
  stop: StopByLink,
  'answer-message': MessageByLink,
};

function Opened({ token, questions }: { readonly token: string; readonly questions: Questions }) {
  const { query, acting } = useLink(token);
  const isSpoken = useLanguageOf(query.data);
  if (query.error instanceof Problem && query.error.status === 404) return <NoLink why="unknown" />;
  if (query.error) return <Failed error={query.error} isPage again={() => void query.refetch()} />;
  if (!query.data || !isSpoken) return <Loading isPage />;
  if (query.data.state === 'no-longer-needed') return <NotNeeded link={query.data} />;
  const Part = PARTS[query.data.action];
  return <Part link={query.data} acting={acting} questions={questions} />;
}

/** One thing to do, from a message, without signing in: in large type, one question at a time. */
export function LinkPage({ questions }: { readonly questions: Questions }) {
  const token = useToken();
  const language = usePageLanguage();
  return (
    <div className="fo-narrow" lang={language}>
      {token ? <Opened key={token} token={token} questions={questions} /> : <NoLink why="none" />}
    </div>
  );
}
