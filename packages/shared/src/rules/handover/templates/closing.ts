import type { TaskTemplate } from '../task.js';

/** Kept with every list for closing well. Change it whenever a task or an offset below changes. */
export const CLOSING_VERSION = 'closing-1';

const task = (
  key: string,
  dueOffsetDays: number,
  words: Pick<TaskTemplate, 'title' | 'why' | 'doneWhen'>,
): TaskTemplate => ({
  ...{ key, ...words, dueOffsetDays },
  ownerRole: 'contact',
  // Days count from the group's last day.
  anchor: 'last-session',
  blocking: false,
  closedBy: 'person',
});

/** A group that closes well: goodbyes, where else there is support, who keeps in touch, and thanks. All of it is a choice. */
export const closingTasks: readonly TaskTemplate[] = [
  task('closing_last_meeting', -7, {
    title: 'Choose how you would like to say goodbye',
    why: 'A last meeting, a walk or a message: a good ending is part of a good group.',
    doneWhen: 'You have chosen, or would rather not have one.',
  }),
  task('closing_other_support', 0, {
    title: 'Tell people where else they can find support',
    why: 'Some may like another group, a class or the pain service’s own page.',
    doneWhen: 'People have been told, or everybody knows.',
  }),
  task('closing_contact_wishes', 0, {
    title: 'Ask each person if they want to keep in touch',
    why: 'What people agreed to share was for this group. Ask afresh, and pass on only what each says yes to.',
    doneWhen: 'Everybody was asked. No answer means no.',
  }),
  task('closing_thanks', 7, {
    title: 'Thank each other, and whoever helped',
    why: 'What you did for each other stays with you.',
    doneWhen: 'Thanks were said in your own way.',
  }),
  task('closing_things', 7, {
    title: 'Give back keys and cancel the room',
    why: 'So that nobody is asked for rent or a key months later.',
    doneWhen: 'Keys are back and the room is cancelled, or there were none.',
  }),
];
