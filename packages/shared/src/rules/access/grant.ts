import type { Role } from './actions.js';

/** How far a right reaches: what is assigned to the person now, the whole site, or every site of the network. */
export type Relation = 'own' | 'site' | 'net' | 'none';

/**
 * What else must be true of the subject.
 * `asked`: the group is asking for help, or asked this volunteer to record for it.
 * `before-sign-off`: the handover has not been signed off.
 * `starting`: nor that, or the group that came of it has nobody yet who could act for it.
 */
export type Condition = 'asked' | 'before-sign-off' | 'starting';

/**
 * How much of the subject the answer may hold.
 * `part`: only what concerns the person's own group. `consented`: only people who said yes to sharing.
 * `counts`: how many, per group. `masked`: no readable address. `aggregate`: only what passed disclosure control.
 */
export type Detail = 'full' | 'part' | 'consented' | 'counts' | 'masked' | 'aggregate';

export type Grant = {
  readonly reach: Exclude<Relation, 'none'>;
  readonly detail?: Detail;
  readonly when?: Condition;
  /** The right is there, but using it must say why. The service asks, so that a missing reason is a 400, not a 404. */
  readonly needsReason?: true;
};

export const own: Grant = { reach: 'own' };
export const site: Grant = { reach: 'site' };
export const net: Grant = { reach: 'net' };
export const ownPart: Grant = { reach: 'own', detail: 'part' };
export const ownConsented: Grant = { reach: 'own', detail: 'consented' };
export const ownIfAsked: Grant = { reach: 'own', when: 'asked' };
export const ownBeforeSignOff: Grant = { reach: 'own', when: 'before-sign-off' };
export const ownWhileStarting: Grant = { reach: 'own', when: 'starting' };
export const siteCounts: Grant = { reach: 'site', detail: 'counts' };
export const siteMasked: Grant = { reach: 'site', detail: 'masked' };
export const siteWithReason: Grant = { reach: 'site', needsReason: true };
export const netAggregate: Grant = { reach: 'net', detail: 'aggregate' };

/** A role that is not named may not. */
export type Row = { readonly [R in Role]?: Grant };
