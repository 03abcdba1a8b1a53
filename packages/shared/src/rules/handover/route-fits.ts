import type { Interest } from './interest.js';
import { LEAST_FOR_COMPANY, willing } from './interest.js';
import type { ChosenRoute } from './routes.js';

/** What a route is held against. `interest` undefined: nobody has counted yet, which is not the same as nobody. */
export type RouteFacts = {
  readonly interest: Interest | undefined;
  /** The site's, see `DEFAULT_MINIMUM_INTEREST`. */
  readonly minimum: number;
  /** Another programme of the site ends soon enough to go on together, or one is named. */
  readonly hasPartner: boolean;
  /** A group of the site meets and could be asked. */
  readonly hasGroup: boolean;
};

/** `insist`: the group may choose it all the same, knowing what it is told. `refused`: it cannot work at all. */
export type Fit =
  | { readonly fit: 'yes' }
  | { readonly fit: 'insist'; readonly because: 'fewer-than-minimum' | 'no-partner' }
  | { readonly fit: 'refused'; readonly because: 'one-person' | 'no-group' };

const FITS: Fit = { fit: 'yes' };
const ONE_PERSON: Fit = { fit: 'refused', because: 'one-person' };

const isTooFewForCompany = ({ interest }: RouteFacts): boolean =>
  interest !== undefined && willing(interest) < LEAST_FOR_COMPANY;

function newGroup(facts: RouteFacts): Fit {
  if (isTooFewForCompany(facts)) return ONE_PERSON;
  const isFew = facts.interest !== undefined && willing(facts.interest) < facts.minimum;
  return isFew ? { fit: 'insist', because: 'fewer-than-minimum' } : FITS;
}

const rules: { readonly [R in ChosenRoute]: (facts: RouteFacts) => Fit } = {
  new: newGroup,
  online: newGroup,
  hybrid: newGroup,
  join: ({ hasGroup }) => (hasGroup ? FITS : { fit: 'refused', because: 'no-group' }),
  merge: ({ hasPartner }) => (hasPartner ? FITS : { fit: 'insist', because: 'no-partner' }),
  buddy: (facts) => (isTooFewForCompany(facts) ? ONE_PERSON : FITS),
  none: () => FITS,
};

/**
 * May the people of this programme carry on in this way? The group decides, so few people are a thing to know and not a
 * refusal; one person alone is no group and no pair. Without counts nothing is known against any route.
 */
export const routeFits = (route: ChosenRoute, facts: RouteFacts): Fit => rules[route](facts);

/** Chosen as it is, or with the group's word that it knows. */
export const isChoosable = (fit: Fit, insists: boolean): boolean =>
  fit.fit === 'yes' || (fit.fit === 'insist' && insists);
