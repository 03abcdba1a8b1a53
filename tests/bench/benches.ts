import { backlog } from './backlog.js';
import { domainTransaction } from './domain-transaction.js';
import type { Bench } from './measure.js';

export const benches: readonly Bench[] = [domainTransaction, backlog];
