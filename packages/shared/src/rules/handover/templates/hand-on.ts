import type { OwnerRole, TaskTemplate } from '../task.js';

/** Kept with every hand-on list. Change it whenever a task or an offset below changes. */
export const HAND_ON_VERSION = 'hand-on-1';

export type RoleKind = 'contact' | 'host' | 'ptv';

/** Ticked by the fact that somebody else said yes to the role. */
export const ASK_TASKS: { readonly [K in RoleKind]: string } = {
  contact: 'hand_on_ask',
  host: 'hand_on_ask',
  ptv: 'hand_on_ptv_ask',
};

const task = (
  key: string,
  words: Pick<TaskTemplate, 'title' | 'why' | 'doneWhen'>,
  rest: { readonly days: number; readonly owner?: OwnerRole; readonly byFact?: true },
): TaskTemplate => ({
  key,
  ...words,
  ownerRole: rest.owner ?? 'contact',
  // Days count from the day the list opened.
  anchor: 'last-session',
  dueOffsetDays: rest.days,
  blocking: false,
  closedBy: rest.byFact ? 'fact' : 'person',
});

const ask = task(
  'hand_on_ask',
  {
    title: 'Ask who would like to take it on',
    why: 'A short “would you?” is often all it takes. A no is fine too.',
    doneWhen: 'Somebody said yes, or you asked and nobody can just now.',
  },
  { days: 3, byFact: true },
);
const things = task(
  'hand_on_things',
  {
    title: 'Hand over the keys and the booking',
    why: 'The next person needs to know how the room is booked and who has the key.',
    doneWhen: 'Somebody else has them, or there is nothing to hand over.',
  },
  { days: 7 },
);
const contacts = task(
  'hand_on_contacts',
  {
    title: 'Hand over the contact list',
    why: 'Pass on only what each person agreed to share. Then delete your own copy.',
    doneWhen: 'The list is with the next person and your copy is gone, or there was none.',
  },
  { days: 7 },
);
const tell = task(
  'hand_on_tell',
  {
    title: 'Tell the group who to ring now',
    why: 'Then nobody is left wondering, and nobody rings you.',
    doneWhen: 'The group knows.',
  },
  { days: 7 },
);
const thanks = task(
  'hand_on_thanks',
  {
    title: 'Say thank you and goodbye',
    why: 'Everyone who gave their time should hear that it mattered.',
    doneWhen: 'It was said, in whatever way suits the group.',
  },
  { days: 14 },
);
const ptvAsk = task(
  'hand_on_ptv_ask',
  {
    title: 'Find a volunteer to stand beside the group',
    why: 'The group can still call on somebody. It may also say it needs nobody.',
    doneWhen: 'A volunteer said yes, or the group needs nobody.',
  },
  { days: 7, owner: 'lead', byFact: true },
);
const ptvNotes = task(
  'hand_on_ptv_notes',
  {
    title: 'Pass on what the next volunteer should know',
    why: 'Where they meet and what they like. Then delete the phone numbers you had.',
    doneWhen: 'It is passed on and the numbers are gone.',
  },
  { days: 7, owner: 'volunteer' },
);
const ptvTell = task(
  'hand_on_ptv_tell',
  {
    title: 'Let the contact people know',
    why: 'Then they know whom they can call.',
    doneWhen: 'The contact people know.',
  },
  { days: 3, owner: 'volunteer' },
);

/** Few tasks, in the order in which people come to them. */
const lists: { readonly [K in RoleKind]: readonly TaskTemplate[] } = {
  contact: [ask, things, contacts, tell, thanks],
  host: [ask, things, tell, thanks],
  ptv: [ptvTell, ptvAsk, ptvNotes, { ...thanks, ownerRole: 'volunteer' }],
};

export const handOnTemplate = (kind: RoleKind): readonly TaskTemplate[] => lists[kind];

/** Every task of every hand-on list, for the words of a key. */
export const handOnTasks: readonly TaskTemplate[] = [
  ...[ask, things, contacts, tell, thanks],
  ...[ptvAsk, ptvNotes, ptvTell],
];
