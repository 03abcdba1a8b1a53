import { kills } from './f01-kills.js';
import type { Campaign } from './verdict.js';

/** Every fault that can be injected here, in the order of the table in docs/operations.md. */
export const campaigns: readonly Campaign[] = [kills];
