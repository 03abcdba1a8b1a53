import type { Reactions } from './reactions-to.js';
import { groupReactions } from './reactions/group.js';
import { handoverReactions } from './reactions/handover.js';
import { healthReactions } from './reactions/health.js';
import { messageReactions } from './reactions/message.js';
import { policyReactions } from './reactions/policy.js';

/** What follows from what, by kind of event. The compiler refuses an event of the catalogue that is missing here. */
export const reactions: Reactions = {
  ...handoverReactions,
  ...groupReactions,
  ...healthReactions,
  ...messageReactions,
  ...policyReactions,
};
