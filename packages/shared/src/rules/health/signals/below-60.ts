import { enoughPeople } from '../enough-people.js';
import type { Thresholds } from '../facts.js';
import type { MeetingSignal } from '../health-signal.js';
import { parameters } from '../parameters.js';
import { meetingsNeeded } from '../season.js';
import { countsBefore, isBelow, mean, toOneDecimal } from '../usual.js';

const { fewLatelyMeetings, usualMeetings, fallNeedsShareOfWatch } = parameters;

/**
 * A large group that has become a middling one is not in danger: alone, this rule was right no more often than chance on the
 * development data, so the score must be raised too.
 */
const isWorthACall = (scores: readonly number[], { watchScore }: Thresholds): boolean =>
  (scores.at(-1) ?? 0) >= fallNeedsShareOfWatch * watchScore;

/** The mean of the last three head counts (four in winter) is below 60% (a site may say otherwise) of the mean of the six before. */
export const below60: MeetingSignal = {
  key: 'below-60',
  speaksEarly: false,
  mayJump: false,
  comparesTurnout: true,
  read({ counts, headcounts, countIds, latestCountOn, scores }, thresholds) {
    if (latestCountOn === null) return undefined;
    const needed = meetingsNeeded(fewLatelyMeetings, latestCountOn);
    const before = countsBefore(counts, needed);
    if (before.length < usualMeetings) return undefined; // too young to have a "usual"

    const usual = mean(before);
    if (!isBelow(mean(counts.slice(-needed)), thresholds.fewLatelyShare * usual)) return undefined;
    return {
      level: isWorthACall(scores, thresholds) ? 'fading' : 'watch',
      reasons: [
        {
          key: 'below-60',
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
