import { SIGN_OFF_TASK } from '../rules/handover/sign-off.js';
import type { MessageFacts, MessageWords } from './facts.js';
import { alertLines, howManyNeed } from './alert-en.js';
import { sayDay, sayName, sayTask } from './say.js';

type Told = NonNullable<MessageFacts['tasks']>[number];

function taskDay(dueOn: string, today: string): string {
  if (dueOn === today) return 'It is due today.';
  return dueOn < today ? `It was due on ${sayDay(dueOn)}.` : `It is due on ${sayDay(dueOn)}.`;
}

const taskLine = ({ task, dueOn, aside }: Told, today: string): string =>
  `${sayTask(task) ?? 'A step to help a group'}: ${aside ? 'Nobody has this just now. ' : ''}${taskDay(dueOn, today)}`;

/** Under the name of their programme or group, in the order in which they come. */
function taskList({ tasks = [], today, names = {} }: MessageFacts): string[] {
  const lists = [...new Set(tasks.map(({ listOf }) => listOf))];
  return lists.flatMap((list, at) => [
    `${headOf(list === undefined ? undefined : names[list], at)}:`,
    ...tasks.filter(({ listOf }) => listOf === list).map((task) => taskLine(task, today)),
  ]);
}

function headOf(name: string | undefined, at: number): string {
  if (name !== undefined) return `For ${sayName(name)}`;
  return at === 0 ? 'For one of your groups' : 'For another of your groups';
}

function moreOf({ tasks = [], count = tasks.length }: MessageFacts): string | undefined {
  const more = count - tasks.length;
  return more > 0 ? `There ${more === 1 ? 'is 1 more' : `are ${more} more`} on your list.` : undefined;
}

const howMany = ({ tasks = [], count = tasks.length }: MessageFacts): string => {
  if (count === 0) return 'There is something on your list.';
  return count === 1 ? 'There is one task on your list.' : `There are ${count} tasks on your list.`;
};

/** A sign-off is one person's own: nobody can take it, and it is not done in passing. */
const isSignOff = ({ task }: Told): boolean => task === SIGN_OFF_TASK;
const onlySignsOff = ({ tasks = [] }: MessageFacts): boolean => tasks.length > 0 && tasks.every(isSignOff);

function notToday(facts: MessageFacts): string {
  if (onlySignsOff(facts)) return 'Is today not a good day? You can put it off for a few days.';
  const whom = facts.tasks?.some(isSignOff) ? 'anything but the sign-off' : 'it';
  return `Is today not a good day? Just say so. Somebody else can take ${whom}.`;
}

/** Groups that may need somebody come before tasks. */
function groupsFirst(facts: MessageFacts): string[] {
  const many = howManyNeed(facts);
  if (many === 0) return [];
  const head = many === 1 ? 'A group may need you.' : `${many} groups may need you.`;
  return [head, ...alertLines(facts)];
}

/** What the message of a day says. */
export const digestWords: MessageWords = {
  subject: () => 'Your list for today',
  text: (facts) => [
    ...groupsFirst(facts),
    howMany(facts),
    ...taskList(facts),
    moreOf(facts),
    notToday(facts),
  ],
  choices: {
    look: 'See my list',
    'see-groups': 'Look at the groups',
    later: 'Not today',
    'pass-on': 'Pass it on',
  },
  without: (facts) => [
    ...(howManyNeed(facts) === 0 ? ['see-groups'] : []),
    ...(onlySignsOff(facts) ? ['pass-on'] : []),
  ],
};
