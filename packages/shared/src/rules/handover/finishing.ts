import { addDays } from '../calendar/civil-date.js';

/** The checklist's first tasks are due four weeks before the last session, so that is when it opens. */
export const FINISHING_DAYS = 28;

/** The day on which a programme counts as finishing; one that is created later finishes at once. */
export const finishingOn = (lastSessionOn: string): string => addDays(lastSessionOn, -FINISHING_DAYS);
