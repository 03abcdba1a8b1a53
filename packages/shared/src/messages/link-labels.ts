import { sayTask } from './say.js';

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

/** What a link of a message is called; a link that ticks a task by the name of the task. */
export const linkLabel = (action: string, task?: string | null): string =>
  sayTask(task ?? undefined) ?? labels[action] ?? 'A step to help a group';
