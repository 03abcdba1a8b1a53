import { enoughPeople } from '../enough-people.js';
import type { MeetingSignal } from '../health-signal.js';
import { parameters } from '../parameters.js';
import { meetingsNeeded } from '../season.js';
import { countsBefore, isBelow, mean, toOneDecimal } from '../usual.js';

const { fewLatelyMeetings, fewLatelyShare, usualMeetings } = parameters;

/** The mean of the last three head counts (four in winter) is below 60% of the mean of the six before them. */
export const below60: MeetingSignal = {
  key: 'below-60',
  speaksEarly: false,
  mayJump: false,
  read({ counts, countIds, latestCountOn }) {
    if (latestCountOn === null) return undefined;
    const needed = meetingsNeeded(fewLatelyMeetings, latestCountOn);
    const before = countsBefore(counts, needed);
    if (before.length < usualMeetings) return undefined; // too young to have a "usual"

    const usual = mean(before);
    const recent = counts.slice(-needed);
    if (!isBelow(mean(recent), fewLatelyShare * usual)) return undefined;
    return {
      level: 'fading',
      reason: { key: 'below-60', usual: toOneDecimal(usual), recent, meetingIds: countIds.slice(-needed) },
      clearsWhen: { key: 'two-meetings-with', headcount: enoughPeople(counts, latestCountOn) },
    };
  },
};
