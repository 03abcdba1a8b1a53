import type { Audience } from './nudge.js';
import type { NudgeKey, nudges } from './nudges.js';

/** What somebody is in the group that a message is about. */
type GroupPart = 'contact' | 'host' | 'ptv';
/** What somebody is at the site that a message is about. */
type SitePart = 'volunteer' | 'clinician' | 'lead' | 'site-admin';

/** The parts of which somebody must have one, now, to be spoken to; `whoever`: the message is not about a part they have. */
export interface Parts {
  readonly inGroup?: readonly GroupPart[];
  /** In any group of the site, for messages that are about no group. */
  readonly inAnyGroup?: readonly GroupPart[];
  readonly atSite?: readonly SitePart[];
}

type Of<K extends NudgeKey> = Extract<(typeof nudges)[number], { readonly key: K }>;
type AudienceOf<K extends NudgeKey> =
  Of<K>['audience'] | (Of<K> extends { readonly alsoFor: readonly (infer A)[] } ? A : never);
/** Members are asked whether they left, not for a part. */
type Spoken<K extends NudgeKey> = Extract<Exclude<AudienceOf<K>, 'member'>, Audience>;

const holders: Parts = { inGroup: ['contact', 'host'] };
const contacts: Parts = { inGroup: ['contact'] };
const beside: Parts = { inGroup: ['ptv'] };
const volunteers: Parts = { atSite: ['volunteer'] };
const at = (...atSite: readonly SitePart[]): Parts => ({ atSite });
/** One list for all that a person is at a site; whose the tasks on it are is asked task by task, as it is read. */
const anybodyWithTasks: Parts = {
  inAnyGroup: ['contact', 'host'],
  atSite: ['volunteer', 'clinician', 'lead', 'site-admin'],
};

/** By message and capacity, as they are planned. A message that is new here does not compile without its line. */
const whose: { readonly [K in NudgeKey]: { readonly [A in Spoken<K>]: Parts | 'whoever' } } = {
  how_was_it: { 'role-holder': contacts },
  register_missing: { 'role-holder': { inGroup: ['host'] } },
  // The contact people where no host could be reached.
  did_you_meet: { 'role-holder': holders },
  would_a_hand_help: { 'role-holder': holders, volunteer: beside },
  first_meeting_soon: { 'role-holder': holders },
  meeting_reminder: {},
  missed_you_soft: {},
  flare_kindness: { 'role-holder': holders },
  hand_round_roles: { 'role-holder': holders },
  winter_note: { 'role-holder': holders },
  // To whoever asked for ideas.
  ideas_pack: { 'role-holder': { inGroup: ['contact', 'host', 'ptv'] } },
  merge_asked: { 'role-holder': contacts },
  merge_answered: { 'role-holder': contacts },
  are_you_ready: { 'role-holder': contacts },
  // Thanks for a part that is over, and the question whether they would like one.
  role_thanks: { 'role-holder': 'whoever' },
  role_offered: { 'role-holder': 'whoever', volunteer: volunteers },
  contact_wanted: { 'role-holder': holders, volunteer: beside },
  contact_wanted_lead: { staff: at('lead') },
  contact_wanted_admin: { staff: at('site-admin') },
  help_asked: { staff: at('lead') },
  without_volunteer: { staff: at('lead', 'site-admin') },
  alert_opened: { staff: at('clinician') },
  alert_unanswered: { staff: at('site-admin') },
  admin_digest: { staff: at('site-admin') },
  ptv_update: { volunteer: volunteers },
  volunteer_asked: { volunteer: volunteers },
  task_digest: { staff: anybodyWithTasks, volunteer: anybodyWithTasks, 'role-holder': anybodyWithTasks },
};

/** What somebody must still be when this message leaves; undefined: nothing in particular. */
export function partsOf(key: NudgeKey, audience: Audience): Parts | undefined {
  const parts = (whose[key] as Readonly<Partial<Record<Audience, Parts | 'whoever'>>>)[audience];
  return parts === 'whoever' ? undefined : parts;
}
