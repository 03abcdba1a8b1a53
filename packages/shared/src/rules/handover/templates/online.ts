import type { TaskTemplate } from '../task.js';
import type { Variant } from './variant.js';

/** What an online room needs, whether or not some people sit in a real one as well. */
export const onlineTasks = [
  {
    key: 'online_room',
    title: 'Set up the online room',
    why: 'A room that is set up with care keeps out strangers and keeps names private.',
    ownerRole: 'volunteer',
    anchor: 'last-session',
    dueOffsetDays: -7,
    doneWhen:
      'Somebody owns the licence. The waiting room is on, recording is off, and no full names are shown. People can dial in by phone, and nobody has to use a camera.',
    blocking: false,
    closedBy: 'person',
    after: ['choose_route'],
    asks: [
      { kind: 'yes-no', key: 'licence-owner', needs: true },
      { kind: 'yes-no', key: 'waiting-room-on', needs: true },
      { kind: 'yes-no', key: 'recording-off', needs: true },
      { kind: 'yes-no', key: 'names-not-in-full', needs: true },
      { kind: 'yes-no', key: 'dial-in-number', needs: true },
      { kind: 'yes-no', key: 'camera-optional', needs: true },
    ],
  },
  {
    key: 'fallback_phone',
    title: 'Choose a phone number for when the link fails',
    why: 'Links fail. One number that everyone has keeps people from giving up.',
    ownerRole: 'volunteer',
    anchor: 'last-session',
    dueOffsetDays: -7,
    doneWhen: 'Everyone was given one phone number to ring.',
    blocking: false,
    closedBy: 'person',
    after: ['online_room'],
  },
  {
    key: 'tech_rehearsal',
    title: 'Try out the online room together',
    why: 'One practice run takes the fear out of the first meeting.',
    ownerRole: 'volunteer',
    anchor: 'last-session',
    dueOffsetDays: -3,
    doneWhen: 'Everyone who wanted to try the link has tried it.',
    blocking: false,
    closedBy: 'person',
    after: ['online_room'],
    asks: [{ kind: 'day' }],
  },
] as const satisfies readonly TaskTemplate[];

/** The group meets online: there is no place to look at, there is a room to set up. */
export const online: Variant = {
  without: ['venue_option'],
  changed: {
    first_date_fixed: {
      title: 'Fix the first date before you say goodbye',
      doneWhen: 'The first meeting has a date, a time and a link.',
      after: ['online_room', 'roles_agreed'],
    },
  },
  added: onlineTasks,
};
