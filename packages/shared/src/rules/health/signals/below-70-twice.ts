import { enoughPeople } from '../enough-people.js';
import type { MeetingSignal } from '../health-signal.js';
import { parameters } from '../parameters.js';
import { meetingsNeeded } from '../season.js';
import { countsBefore, isBelow, mean, toOneDecimal } from '../usual.js';

const { lowRunning, usualMeetingsAtLeast } = parameters;

/** Two meetings running (three in winter) below 70% of what was usual before them. */
export const below70Twice: MeetingSignal = {
  key: 'below-70-twice',
  speaksEarly: false,
  mayJump: false,
  comparesTurnout: true,
  read({ counts, headcounts, countIds, latestCountOn }, thresholds) {
    if (latestCountOn === null) return undefined;
    const needed = meetingsNeeded(lowRunning, latestCountOn);
    const before = countsBefore(counts, needed);
    if (before.length < usualMeetingsAtLeast) return undefined;

    const usual = mean(before);
    const isLow = (count: number) => isBelow(count, thresholds.lowShare * usual);
    if (!counts.slice(-needed).every(isLow)) return undefined;
    return {
      level: 'watch',
      reasons: [
        {
          key: 'below-70-twice',
          usual: toOneDecimal(usual),
          recent: headcounts.slice(-needed),
          meetingIds: countIds.slice(-needed),
        },
      ],
      clearsWhen: {
        key: 'two-meetings-with',
        headcount: enoughPeople({ counts, latestCountOn }, thresholds),
      },
    };
  },
};
