import type { TaskTemplate } from '../task.js';
import { onlineTasks } from './online.js';
import type { Variant } from './variant.js';

/** What holds the people in the room and the people online together. */
export const hybridTasks = [
  {
    key: 'room_kit',
    title: 'Check the sound and the screen in the room',
    why: 'People who join by link drop out when they cannot hear the room.',
    ownerRole: 'volunteer',
    anchor: 'last-session',
    dueOffsetDays: -3,
    doneWhen: 'The room has a microphone and a screen that work.',
    blocking: false,
    closedBy: 'person',
    after: ['venue_option'],
    asks: [
      { kind: 'yes-no', key: 'microphone', needs: true },
      { kind: 'yes-no', key: 'screen', needs: true },
    ],
  },
  {
    key: 'online_host',
    title: 'Find a host for the people online',
    why: 'One person cannot look after the room and the screen at the same time.',
    ownerRole: 'volunteer',
    anchor: 'last-session',
    dueOffsetDays: 0,
    doneWhen: 'Somebody other than the room host looks after the people online.',
    blocking: false,
    closedBy: 'person',
    after: ['roles_agreed'],
    asks: [{ kind: 'yes-no', key: 'two-different-hosts', needs: true }],
  },
  {
    key: 'if_link_fails',
    title: 'Agree who rings whom if the link fails',
    why: 'Then nobody waits alone in front of a dead screen.',
    ownerRole: 'contact',
    anchor: 'last-session',
    dueOffsetDays: 0,
    doneWhen: 'Everyone knows who rings whom.',
    blocking: false,
    closedBy: 'person',
    after: ['fallback_phone', 'online_host'],
  },
] as const satisfies readonly TaskTemplate[];

/** Some sit in a room and some join by link: both lists, and what holds the two together. */
export const hybrid: Variant = {
  without: [],
  changed: {
    first_date_fixed: {
      doneWhen: 'The first meeting has a date, a time, a place and a link.',
      after: ['venue_option', 'online_room', 'roles_agreed'],
    },
  },
  added: [...onlineTasks, ...hybridTasks],
};
