import type { MeetingSignal } from '../health-signal.js';

/** Two (fading) or three (at risk) expected dates, one after the other, were reported as not held. */
export const datesMissed: MeetingSignal = {
  key: 'dates-missed',
  speaksEarly: true,
  mayJump: true,
  ofCancelled: true,
  read({ datesMissed: { ids }, lastMet }, { datesMissedForFading, datesMissedForAtRisk }) {
    if (ids.length < datesMissedForFading) return undefined;
    return {
      level: ids.length < datesMissedForAtRisk ? 'fading' : 'at-risk',
      reasons: [
        { key: 'dates-missed', ...(lastMet === null ? {} : { lastOn: lastMet.on }), meetingIds: ids },
      ],
      clearsWhen: { key: 'next-meeting-held' },
    };
  },
};
