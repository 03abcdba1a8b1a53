import type { Audience } from './nudge.js';

type Choices = readonly string[];

const reminder: Choices = ['coming', 'not-this-time'];

/**
 * What is answered by a message's own link, without signing in: what somebody can say in one tap, and what is begun by saying
 * it. People without an account hold roles as well, so all that a message asks of a role holder is among it; what a group does
 * on its page, such as a rest, is then a wish that is passed on.
 */
const answers: { readonly [key: string]: Choices } = {
  first_meeting_soon: reminder,
  meeting_reminder: reminder,
  did_you_meet: ['rest'],
  would_a_hand_help: ['call-us', 'send-ideas', 'meet-another-group', 'rest', 'leave-us-be'],
  merge_asked: ['call-us'],
  are_you_ready: ['back', 'longer', 'goodbye'],
  hand_round_roles: ['ask-somebody', 'a-hand-please', 'as-it-is'],
  ideas_pack: ['meet-another-group', 'ask-a-volunteer'],
  contact_wanted: ['ask-somebody', 'a-hand-please', 'rest'],
  winter_note: ['carry-on', 'by-phone-or-video', 'rest'],
};

/** A volunteer beside the group is asked something else, and speaks for themselves. */
const ofVolunteer: { readonly [key: string]: Choices } = {
  would_a_hand_help: ['i-will-ring', 'not-just-now'],
};

/** The codes that a reader may choose from; none where the message is answered some other way. */
export const answersOf = (key: string, audience: Audience): Choices =>
  (audience === 'volunteer' ? ofVolunteer : answers)[key] ?? [];

/** What a group does on its page, wished for by somebody who may have no way to it: whoever gets in touch is told. */
export const wishesPassedOn = ['rest', 'back', 'goodbye'] as const;

const hands: Choices = [
  ...['call-us', 'meet-another-group', 'a-hand-please', 'ask-a-volunteer'],
  ...wishesPassedOn,
];

/** Does this answer ask for somebody to get in touch with the group? */
export const asksForAHand = (choice: string): boolean => hands.includes(choice);
