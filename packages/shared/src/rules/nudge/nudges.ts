import type { Nudge } from './nudge.js';
import { adminDigest } from './nudges/admin-digest.js';
import { flareKindness } from './nudges/flare-kindness.js';
import { handRoundRoles } from './nudges/hand-round-roles.js';
import { ideasPack } from './nudges/ideas-pack.js';
import { meetingReminder } from './nudges/meeting-reminder.js';
import { missedYouSoft } from './nudges/missed-you-soft.js';
import { ptvUpdate } from './nudges/ptv-update.js';
import { winterNote } from './nudges/winter-note.js';
import { alertOpened } from './nudges/alert-opened.js';
import { alertUnanswered } from './nudges/alert-unanswered.js';
import { contactWantedAdmin } from './nudges/contact-wanted-admin.js';
import { contactWantedLead } from './nudges/contact-wanted-lead.js';
import { contactWanted } from './nudges/contact-wanted.js';
import { areYouReady } from './nudges/are-you-ready.js';
import { didYouMeet } from './nudges/did-you-meet.js';
import { firstMeetingSoon } from './nudges/first-meeting-soon.js';
import { helpAsked } from './nudges/help-asked.js';
import { howWasIt } from './nudges/how-was-it.js';
import { mergeAnswered } from './nudges/merge-answered.js';
import { mergeAsked } from './nudges/merge-asked.js';
import { registerMissing } from './nudges/register-missing.js';
import { roleOffered } from './nudges/role-offered.js';
import { roleThanks } from './nudges/role-thanks.js';
import { taskDigest } from './nudges/task-digest.js';
import { volunteerAsked } from './nudges/volunteer-asked.js';
import { withoutVolunteer } from './nudges/without-volunteer.js';
import { wouldAHandHelp } from './nudges/would-a-hand-help.js';

/** Every message Followon may send. */
export const nudges = [
  taskDigest,
  howWasIt,
  registerMissing,
  didYouMeet,
  wouldAHandHelp,
  firstMeetingSoon,
  alertOpened,
  alertUnanswered,
  helpAsked,
  roleThanks,
  mergeAsked,
  mergeAnswered,
  areYouReady,
  roleOffered,
  volunteerAsked,
  withoutVolunteer,
  contactWanted,
  contactWantedLead,
  contactWantedAdmin,
  meetingReminder,
  missedYouSoft,
  handRoundRoles,
  ideasPack,
  winterNote,
  flareKindness,
  ptvUpdate,
  adminDigest,
] as const satisfies readonly Nudge[];

export type NudgeKey = (typeof nudges)[number]['key'];

/** The nudge of this key; `undefined` for one that is no longer in the list, such as an old row's. */
export const nudgeOf = (key: string): Nudge | undefined => nudges.find((nudge) => nudge.key === key);

/** Where the words of a nudge are found, one key for each thing that is said. */
export function messageKeys({ key, choices }: Pick<Nudge, 'key' | 'choices'>) {
  return {
    subject: `nudge.${key}.subject`,
    body: `nudge.${key}.body`,
    choices: choices.map((choice) => `nudge.${key}.choice.${choice}`),
  };
}
