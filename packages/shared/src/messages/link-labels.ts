import type { MessageFacts } from './facts.js';
import { sayTask } from './say.js';
import { A_STEP_CY, cyTask } from './tasks-cy.js';

const labels: { readonly [action: string]: string } = {
  'record-register': 'Say how many came',
  'answer-request': 'Say yes or no',
  'answer-role': 'Say yes or no',
  'answer-message': 'Answer',
  'say-wish': 'Say what you would like',
  calendar: 'Add to your calendar',
  preferences: 'Change what you get',
  stop: 'Stop these messages',
};

const welsh: { readonly [action: string]: string } = {
  'record-register': 'Dweud faint ddaeth',
  'answer-request': 'Dweud ie neu na',
  'answer-role': 'Dweud ie neu na',
  'answer-message': 'Ateb',
  'say-wish': 'Dweud beth hoffech chi',
  calendar: 'Ychwanegu at eich calendr',
  preferences: 'Newid beth rydych chi’n ei gael',
  stop: 'Stopio’r negeseuon hyn',
};

interface Labelled {
  readonly action: string;
  readonly task?: string | null | undefined;
}

const inEnglish = ({ action, task }: Labelled): string =>
  sayTask(task ?? undefined) ?? labels[action] ?? 'A step to help a group';
const inWelsh = ({ action, task }: Labelled): string => (task ? cyTask(task) : (welsh[action] ?? A_STEP_CY));

/**
 * What a link of a message is called; a link that ticks a task by the name of the task, and one that says one thing only by
 * that: see `WordedMessage.answer`.
 */
export function linkLabel(
  { action, task }: Labelled,
  language: MessageFacts['language'] = 'en',
  answer?: string,
): string {
  if (action === 'answer-message' && answer !== undefined) return answer;
  return language === 'cy' ? inWelsh({ action, task }) : inEnglish({ action, task });
}
