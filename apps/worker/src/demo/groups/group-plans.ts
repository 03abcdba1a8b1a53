import { avonsideGroups } from './avonside-groups.js';
import type { GroupPlan } from './group-plan.js';
import { harbourGroups } from './harbour-groups.js';
import { moorlandGroups } from './moorland-groups.js';

/** The 24 groups of the demo network. */
export const groupPlans: readonly GroupPlan[] = [
  ...avonsideGroups.map((plan): GroupPlan => ({ ...plan, site: 'Avonside' })),
  ...harbourGroups.map((plan): GroupPlan => ({ ...plan, site: 'Harbour' })),
  ...moorlandGroups.map((plan): GroupPlan => ({ ...plan, site: 'Moorland' })),
];
