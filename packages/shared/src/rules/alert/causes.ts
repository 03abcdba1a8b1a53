/** What the registers say: judged with the group's level. The order is the weight: when an import ends, the first true one is told. */
export const healthCauses = ['at-risk', 'fading', 'gone-quiet'] as const;
export type HealthCause = (typeof healthCauses)[number];

/** What somebody told us of a group, or what is missing there. */
export const toldCauses = ['help-asked', 'conflict', 'venue-lost', 'contact-leaving'] as const;
export type ToldCause = (typeof toldCauses)[number];

/** What holds a handover up; its subject is a programme that has no group yet. */
export const handoverCauses = ['handover-late', 'no-ptv'] as const;
export type HandoverCause = (typeof handoverCauses)[number];

/** What an alert can be about. */
export const alertCauses = [...healthCauses, ...toldCauses, ...handoverCauses] as const;
export type AlertCause = (typeof alertCauses)[number];

/** Who an alert has reached: the group's own people alone while their days run, the clinicians, the administrators. */
export const alertStages = ['group', 'clinician', 'site-admin'] as const;
export type AlertStage = (typeof alertStages)[number];

/** What came of it, said by whoever closes it. */
export const alertOutcomes = [
  'called',
  'volunteer-called',
  'ideas-sent',
  'met-another-group',
  'newcomers-invited',
  'group-is-fine',
  'resting',
  'closing-well',
  'handover-goes-on',
  'no-concern',
  'other',
] as const;
export type AlertOutcomeCode = (typeof alertOutcomes)[number];

/** Why it is not a concern. */
export const noConcernReasons = [
  'season',
  'known-plan',
  'small-by-choice',
  'meets-elsewhere',
  'registers-wrong',
  'other',
] as const;
export type NoConcernReason = (typeof noConcernReasons)[number];

/** What can be done; each cause suggests some of them, in order. */
export const nextSteps = [
  'ask-ptv-to-call',
  'send-ideas',
  'meet-another-group',
  'invite-newcomers',
  'offer-rest',
  'offer-closing-well',
  'find-contact',
  'find-venue',
  'look-at-tasks',
  'ask-volunteers',
  'use-recorded-story',
] as const;
export type NextStep = (typeof nextSteps)[number];
