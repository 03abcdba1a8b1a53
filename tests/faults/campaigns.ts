import { kills } from './f01-kills.js';
import { forgedJobs } from './f10-jobs.js';
import { poison } from './f11-poison.js';
import { lostAnswer } from './f14-lost-answer.js';
import type { Campaign } from './verdict.js';

/** Every fault that can be injected so far, in the order of its number. */
export const campaigns: readonly Campaign[] = [kills, forgedJobs, poison, lostAnswer];
