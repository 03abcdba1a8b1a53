import type { NudgeKey } from '../rules/nudge/nudges.js';

/** What people who look after a site should know of a message before it is sent in their name. */
export interface AboutMessage {
  /** To whom, beyond the capacity they are spoken to in. */
  readonly who: string;
  readonly when: string;
  /** What makes it stay away, asked once more as it leaves. */
  readonly away: string;
}

const once = 'Once; what opens later has a message of its own.';

/** In plain English, beside each message where it is looked at. A new message does not compile before it says all three. */
export const aboutMessages: { readonly [K in NudgeKey]: AboutMessage } = {
  task_digest: {
    who: 'Whoever has tasks of a handover, and the clinicians of a group that may need somebody.',
    when: 'Three days before a task is due, on its day, and three days after. All in one message a day.',
    away: 'Nothing on the list is due any more, or somebody else has taken it.',
  },
  how_was_it: {
    who: 'The contact people of the group.',
    when: 'The day after a planned meeting that nobody has written down yet.',
    away: 'Somebody has said how it went, or that the group did not meet.',
  },
  register_missing: {
    who: 'The host of the group.',
    when: 'Three days after a planned meeting that nobody has written down yet. Once for each meeting.',
    away: 'Somebody has said how it went, or that the group did not meet.',
  },
  did_you_meet: {
    who: 'The host, or the contact person where a group has no host.',
    when: 'Three days after the usual day of meeting has passed without a word, where no date was planned. Once in a silence.',
    away: 'The group has been heard of since, or a new date is planned.',
  },
  would_a_hand_help: {
    who: 'The role holders of the group, and the volunteer beside it.',
    when: 'When a group may need somebody: with the alert to the clinicians, or before it if the site’s policy says so.',
    away: 'The alert is over, or they answered this question lately.',
  },
  first_meeting_soon: {
    who: 'Members who said yes to it, and the contact people.',
    when: 'Five days and two days before the first meeting of a group.',
    away: 'The meeting was moved or called off.',
  },
  alert_opened: {
    who: 'The clinicians of the site.',
    when: `When a group or a programme may need somebody. What opens on one day is one message. ${once}`,
    away: 'All that it tells of is over, or somebody has taken it on.',
  },
  alert_unanswered: {
    who: 'The administrators of the site.',
    when: 'When no clinician has taken on an alert within the working days that the site’s policy gives them. Once.',
    away: 'Somebody has taken it on, or the alert is over.',
  },
  help_asked: {
    who: 'The volunteer leads of the site.',
    when: 'When a group says that it would like a hand.',
    away: 'The group has said that it is sorted.',
  },
  role_thanks: {
    who: 'Whoever stepped down from a role in a group.',
    when: 'When they step down.',
    away: 'They take nothing more by message.',
  },
  merge_asked: {
    who: 'The contact people of the group that is asked.',
    when: 'When another group asks to go on together.',
    away: 'The question was answered or taken back.',
  },
  merge_answered: {
    who: 'The contact people of the group that asked. Shown here: a yes. A no is worded as kindly.',
    when: 'When the other group answers.',
    away: 'The answer has changed since.',
  },
  are_you_ready: {
    who: 'The contact people of a group that rests.',
    when: 'On the day on which the break was to end, and once more two weeks later.',
    away: 'The group meets again, has said goodbye, or has chosen another day.',
  },
  role_offered: {
    who: 'Whoever is asked to take a role in a group.',
    when: 'When they are asked.',
    away: 'They have answered, or the question was taken back.',
  },
  volunteer_asked: {
    who: 'The volunteer who is asked. Shown here: as the first volunteer; a stand-in is asked in other words.',
    when: 'When somebody asks them to stand beside a programme.',
    away: 'They have answered, or the question was taken back.',
  },
  without_volunteer: {
    who: 'The volunteer leads and the administrators of the site.',
    when: 'When no volunteer has said yes to a programme in time. Once.',
    away: 'The handover is over, or a volunteer has been found.',
  },
  contact_wanted: {
    who: 'The other role holders of the group, and the volunteer beside it.',
    when: 'The day after the last person to ring has left.',
    away: 'Somebody can be rung again.',
  },
  contact_wanted_lead: {
    who: 'The volunteer leads of the site.',
    when: 'When the group has had its days, and there is still nobody to ring.',
    away: 'Somebody can be rung again, or an administrator looks after it.',
  },
  contact_wanted_admin: {
    who: 'The administrators of the site.',
    when: 'When the group and the volunteer lead have had their days, and there is still nobody to ring.',
    away: 'Somebody can be rung again.',
  },
  meeting_reminder: {
    who: 'Members who said yes to it.',
    when: 'Two days before each meeting but the first.',
    away: 'The meeting was moved or called off.',
  },
  missed_you_soft: {
    who: 'A member who chose this very message. It tells nobody who was where.',
    when: 'A week after a meeting to which they did not come and sent no word.',
    away: 'They have come since, have sent word, or have left the group.',
  },
  hand_round_roles: {
    who: 'The role holders of the group.',
    when: 'Once a quarter, and when one person carries it all or roles stand empty.',
    away: 'They were asked or have answered lately, or the group is closed.',
  },
  ideas_pack: {
    who: 'Whoever asked for ideas.',
    when: 'When they ask.',
    away: 'The group is closed.',
  },
  winter_note: {
    who: 'The role holders of the group.',
    when: 'In the first working week of November.',
    away: 'The group is closed.',
  },
  flare_kindness: {
    who: 'People of the group who said yes to it.',
    when: 'When the contact person of the group asks for it. At most once in two weeks.',
    away: 'They have left the group.',
  },
  ptv_update: {
    who: 'Each volunteer of the site.',
    when: 'On the first working day of the week.',
    away: 'There is nothing to tell that week.',
  },
  admin_digest: {
    who: 'The administrators of the site.',
    when: 'On the first working day of the month: the good news first.',
    away: 'There is nothing to tell of that month.',
  },
};
