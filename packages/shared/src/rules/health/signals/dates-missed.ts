import type { MeetingSignal } from '../health-signal.js';
import { parameters } from '../parameters.js';

const { datesMissedForFading, datesMissedForAtRisk } = parameters;

/** Two (fading) or three (at risk) expected dates, one after the other, were reported as not held. */
export const datesMissed: MeetingSignal = {
  key: 'dates-missed',
  speaksEarly: true,
  mayJump: true,
  read({ datesMissed: { ids }, lastMet }) {
    if (ids.length < datesMissedForFading) return undefined;
    return {
      level: ids.length < datesMissedForAtRisk ? 'fading' : 'at-risk',
      reason: { key: 'dates-missed', ...(lastMet === null ? {} : { lastOn: lastMet.on }), meetingIds: ids },
      clearsWhen: { key: 'next-meeting-held' },
    };
  },
};
