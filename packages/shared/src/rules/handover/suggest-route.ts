import type { Interest } from './interest.js';
import { LEAST_FOR_COMPANY, willing } from './interest.js';
import type { Fit, RouteFacts } from './route-fits.js';
import { routeFits } from './route-fits.js';
import type { ChosenRoute, SuggestionReason } from './routes.js';
import { chosenRoutes } from './routes.js';

export type SuggestionFacts = RouteFacts & {
  readonly interest: Interest;
  /** How the programme met: people know each other that way. */
  readonly mode: 'in-person' | 'online' | 'hybrid';
  /** A group of the site that meets and says that new people are welcome. */
  readonly isWelcomeSomewhere: boolean;
};

export type Suggestion = {
  readonly route: ChosenRoute;
  readonly reasons: readonly SuggestionReason[];
};

/** The way they know is the way they go on. */
const routeOfMode = {
  'in-person': { route: 'new', reasons: [] },
  online: { route: 'online', reasons: ['programme-was-online'] },
  hybrid: { route: 'hybrid', reasons: ['programme-was-hybrid'] },
} as const satisfies Record<SuggestionFacts['mode'], Suggestion>;

/**
 * What we would suggest; the group decides. The order for few people is that of product.md 3.3: with another programme,
 * else with a group that is there, else two or three who keep in touch.
 */
export function suggestRoute(facts: SuggestionFacts): Suggestion {
  const { route, reasons } = wayOn(facts);
  return { route, reasons: facts.interest.otherKind > 0 ? [...reasons, 'some-want-another-kind'] : reasons };
}

function wayOn(facts: SuggestionFacts): Suggestion {
  const { interest, minimum, mode } = facts;
  if (willing(interest) === 0) return { route: 'none', reasons: ['nobody-would-come'] };
  if (willing(interest) < minimum) return forFew(facts);
  const enough = interest.yes >= minimum ? 'enough-say-yes' : 'enough-with-maybe';
  return { route: routeOfMode[mode].route, reasons: [enough, ...routeOfMode[mode].reasons] };
}

/** For a group that waited for another programme and found none (product.md 3.3): joining, else keeping in touch. */
export function suggestWithoutPartner(facts: Omit<SuggestionFacts, 'interest'> & RouteFacts): ChosenRoute {
  const { interest } = facts;
  if (interest) return forFew({ ...facts, interest, hasPartner: false }).route;
  return facts.hasGroup && facts.isWelcomeSomewhere ? 'join' : 'buddy';
}

function forFew({ interest, hasPartner, hasGroup, isWelcomeSomewhere }: SuggestionFacts): Suggestion {
  const few = willing(interest) < LEAST_FOR_COMPANY ? 'one-person' : 'fewer-than-minimum';
  if (hasPartner) return { route: 'merge', reasons: [few, 'another-programme-ends'] };
  if (hasGroup && isWelcomeSomewhere) return { route: 'join', reasons: [few, 'a-group-welcomes-people'] };
  if (few === 'one-person') return { route: 'none', reasons: [few] };
  return { route: 'buddy', reasons: [few, 'enough-for-company'] };
}

/** Every route with whether it would fit, in the order in which they are offered. */
export const possibleRoutes = (facts: RouteFacts): readonly (Fit & { readonly route: ChosenRoute })[] =>
  chosenRoutes.map((route) => ({ route, ...routeFits(route, facts) }));
