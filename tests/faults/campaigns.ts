import { kills } from './f01-kills.js';
import { forgedJobs } from './f10-jobs.js';
import { lostAnswer } from './f14-lost-answer.js';
import type { Campaign } from './verdict.js';

/** Every fault that can be injected here, in the order of the table in docs/operations.md. */
export const campaigns: readonly Campaign[] = [kills, forgedJobs, lostAnswer];
