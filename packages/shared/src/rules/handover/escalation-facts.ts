/** Who is told of a late task, in order: the owner at once, then the volunteer lead, then the site administrator. */
export const escalationStages = ['owner', 'lead', 'site-admin'] as const;
export type EscalationStage = (typeof escalationStages)[number];

/** Why a stage is left out, as whoever left it out says. */
export const skipReasons = [
  'spoken-to',
  'later-day-agreed',
  'waiting-for-others',
  'not-needed',
  'prefer-not-to-say',
] as const;
export type SkipReason = (typeof skipReasons)[number];

/** Why the product leaves a stage out by itself: then the next one is told at once. */
export const NOBODY_HAS_ROLE = 'nobody-has-this-role';
