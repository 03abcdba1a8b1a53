import { expect, test } from '@jest/globals';
import type { MessageFacts } from './facts.js';
import { wordMessage } from './word-message.js';

const one = (task: string, dueOn: string, more: object = {}) => ({
  ...{ taskId: '5b9d8c32-7f2e-4e43-9d55-0d6f5f1d9a01', task, dueOn },
  ...more,
});
const [spring, walkers, hidden] = ['1b9d8c32', '2b9d8c32', '3b9d8c32'].map(
  (start) => `${start}-7f2e-4e43-9d55-0d6f5f1d9a01`,
);
const digest = (tasks: MessageFacts['tasks'], more: Partial<MessageFacts> = {}) => {
  const names = { [spring ?? '']: 'Spring course', [walkers ?? '']: 'Thursday Walkers' };
  const message = wordMessage('task_digest', {
    audience: 'staff',
    today: '2026-04-14',
    tasks,
    names,
    ...more,
  });
  if (!message) throw new Error('the message of a day has no words');
  return message;
};

test('the message of a day tells every task under its programme or group, and how many more there are', () => {
  const { text, choices } = digest(
    [
      one('ptv_visit', '2026-04-13', { listOf: spring }),
      one('choose_route', '2026-04-14', { listOf: walkers }),
      one('leaflets_given', '2026-04-17', { listOf: spring }),
    ],
    { count: 5 },
  );
  expect(text).toBe(
    'There are 5 tasks on your list. For “Spring course”: Visit a session and tell your story: It was due on Monday 13 April 2026. ' +
      'Give out the leaflets: It is due on Friday 17 April 2026. For “Thursday Walkers”: Choose how to carry on: It is due today. ' +
      'There are 2 more on your list. Is today not a good day? Just say so. Somebody else can take it.',
  );
  expect(choices).toEqual(['See my list', 'Not today', 'Pass it on']);
});

test('two lists without a neutral name are two all the same', () => {
  const { text } = digest([
    one('ptv_visit', '2026-04-13', { listOf: hidden }),
    one('ptv_visit', '2026-04-13', { listOf: '4b9d8c32-7f2e-4e43-9d55-0d6f5f1d9a01' }),
  ]);
  expect(text).toContain('For one of your groups: Visit a session');
  expect(text).toContain('For another of your groups: Visit a session');
});

test('a site’s own task is told without its words: they were written by hand', () => {
  expect(digest([one('site_tea', '2026-04-14')]).text).toContain('A step to help a group: It is due today.');
});

test('what somebody could not do is said to lie with nobody', () => {
  expect(digest([one('ptv_visit', '2026-04-17', { aside: true })]).text).toContain(
    'Visit a session and tell your story: Nobody has this just now. It is due on Friday 17 April 2026.',
  );
});

test('nobody else can take a sign-off, and no message says so', () => {
  const alone = digest([one('handover_done', '2026-04-14')]);
  expect(alone.text).not.toContain('Somebody else');
  expect(alone.choices).toEqual(['See my list', 'Not today']);
  const among = digest([one('handover_done', '2026-04-14'), one('safety_card', '2026-04-14')]);
  expect(among.text).toContain('Somebody else can take anything but the sign-off.');
});
