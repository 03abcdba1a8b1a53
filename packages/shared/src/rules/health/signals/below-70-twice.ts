import { enoughPeople } from '../enough-people.js';
import type { MeetingSignal } from '../health-signal.js';
import { parameters } from '../parameters.js';
import { meetingsNeeded } from '../season.js';
import { countsBefore, isBelow, mean, toOneDecimal } from '../usual.js';

const { lowRunning, lowShare, usualMeetingsAtLeast } = parameters;

/** Two meetings running (three in winter) below 70% of what was usual before them. */
export const below70Twice: MeetingSignal = {
  key: 'below-70-twice',
  speaksEarly: false,
  mayJump: false,
  read({ counts, countIds, latestCountOn }) {
    if (latestCountOn === null) return undefined;
    const needed = meetingsNeeded(lowRunning, latestCountOn);
    const before = countsBefore(counts, needed);
    if (before.length < usualMeetingsAtLeast) return undefined;

    const usual = mean(before);
    const recent = counts.slice(-needed);
    if (!recent.every((count) => isBelow(count, lowShare * usual))) return undefined;
    return {
      level: 'watch',
      reason: {
        key: 'below-70-twice',
        usual: toOneDecimal(usual),
        recent,
        meetingIds: countIds.slice(-needed),
      },
      clearsWhen: { key: 'two-meetings-with', headcount: enoughPeople(counts, latestCountOn) },
    };
  },
};
