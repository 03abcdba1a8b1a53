import { useState } from 'react';
import { nameOf, OneQuestion } from './handovers/one-question.js';
import { LinkPage } from './links/link-page.js';
import type { QuestionsProps } from './links/questions.js';
import { t } from './i18n.js';
import { FocusHere } from './ui/focus-here.js';

/** What a task asks once it is ticked, one at a time; whoever has had enough leaves the rest. */
function Questions({ asks, now, onAnswer }: QuestionsProps) {
  const [passed, pass] = useState<readonly string[]>([]);
  const open = asks.filter((question) => !passed.includes(nameOf(question)));
  const [question] = open;
  if (!question) return <FocusHere className="fo-question">{t('ask.thanks')}</FocusHere>;
  const name = nameOf(question);
  return (
    <OneQuestion
      key={name}
      question={question}
      now={now}
      place={{ number: asks.length - open.length + 1, of: asks.length }}
      onAnswer={(evidence) => {
        pass([...passed, name]);
        onAnswer(evidence);
      }}
      onSkip={() => pass([...passed, name])}
      onEnough={open.length > 1 ? () => pass(asks.map(nameOf)) : undefined}
    />
  );
}

export const LinkScreen = () => <LinkPage questions={Questions} />;
