import type { Action } from '@followon/shared/rules/access/actions';
import { applyDecorators, SetMetadata } from '@nestjs/common';
import { ApiExtension } from '@nestjs/swagger';

export const ALLOWS = 'followon:allows';
export const PUBLIC = 'followon:public';
/** Tells the document that a route is open; it becomes `security: []` there. */
export const PUBLIC_IN_DOCUMENT = 'x-public';
export const OWN_PROOF = 'followon:own-proof';
export const OWN_TRANSACTIONS = 'followon:own-transactions';

/**
 * Declares the action a route is for; with several, one of them is enough to come in and the service asks for the one
 * that is used. The policy table decides; a route without a declaration stops the boot.
 */
export const Allows = (...actions: readonly [Action, ...Action[]]) => SetMetadata(ALLOWS, actions);

/** Declares a route open to people who are not signed in. */
export const Public = () =>
  applyDecorators(SetMetadata(PUBLIC, true), ApiExtension(PUBLIC_IN_DOCUMENT, true));

/** The route opens its own transactions (uploads, live updates) instead of one for the whole request. */
export const OwnTransactions = () => SetMetadata(OWN_TRANSACTIONS, true);

/**
 * The request proves itself (a signature, a token of its own), so that it needs no `Origin` of ours: programs of others
 * send it, and no browser adds anything to it.
 */
export const CarriesOwnProof = () => applyDecorators(Public(), SetMetadata(OWN_PROOF, true));
