/** How many people of a programme would like what. Counts only: a refusal needs no reason and has no name. */
export type Interest = {
  readonly yes: number;
  readonly maybe: number;
  readonly no: number;
  readonly otherKind: number;
};

/** Fewer people than this who would come are too few for a group to start well, unless the group knows and chooses it. */
export const DEFAULT_MINIMUM_INTEREST = 4; // [D] product.md 3.3 and 5.2; a site may set its own (handover_policy)

/** Two people are the least that can keep in touch with each other. */
export const LEAST_FOR_COMPANY = 2;

/** A "maybe" counts here: nobody knows yet, and the first date decides more than the answer on paper. */
export const willing = ({ yes, maybe }: Interest): number => yes + maybe;

/** How far apart two programmes of a site may end and still carry on as one group. */
export const PARTNER_WITHIN_DAYS = 42; // [D] product.md 3.3: "if no partner by L+42"
