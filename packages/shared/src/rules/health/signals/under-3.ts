import type { MeetingSignal } from '../health-signal.js';
import { parameters } from '../parameters.js';
import { meetingsNeeded } from '../season.js';
import { isBelow, toOneDecimal } from '../usual.js';

const { tooFewMeetings, enoughPeople } = parameters;

/** The last three head counts (four in winter) were under 3, where 5 or more were usual before them. */
export const under3: MeetingSignal = {
  key: 'under-3',
  speaksEarly: true,
  mayJump: true,
  read({ headcounts, countIds, latestCountOn, tooFew }, { tooFewPeople }) {
    if (latestCountOn === null || tooFew.usualBefore === null) return undefined;
    const needed = meetingsNeeded(tooFewMeetings, latestCountOn);
    if (tooFew.meetings < needed || isBelow(tooFew.usualBefore, enoughPeople)) return undefined;
    return {
      level: 'at-risk',
      reasons: [
        {
          key: 'under-3',
          usual: toOneDecimal(tooFew.usualBefore),
          recent: headcounts.slice(-needed),
          meetingIds: countIds.slice(-needed),
        },
      ],
      clearsWhen: { key: 'two-meetings-with', headcount: tooFewPeople },
    };
  },
};
