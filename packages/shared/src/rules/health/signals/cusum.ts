import type { MeetingSignal } from '../health-signal.js';
import { parameters } from '../parameters.js';
import { peopleFor, toOneDecimal, usualTurnout } from '../usual.js';

const SHOWN = 3;

/** A little less each time adds up: evidence for "40% fewer than usual" (Page 1954) has gathered. */
export const cusum: MeetingSignal = {
  key: 'cusum',
  speaksEarly: false,
  mayJump: false,
  comparesTurnout: true,
  read({ cusum: evidence, counts, headcounts, countIds }) {
    const usual = usualTurnout(counts);
    if (evidence < parameters.cusumForWatch || usual === null) return undefined;
    return {
      level: 'watch',
      reasons: [
        {
          key: 'cusum',
          usual: toOneDecimal(usual),
          recent: headcounts.slice(-SHOWN),
          meetingIds: countIds.slice(-SHOWN),
        },
      ],
      clearsWhen: { key: 'some-meetings-with', headcount: peopleFor(usual) },
    };
  },
};
