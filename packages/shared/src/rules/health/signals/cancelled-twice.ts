import type { MeetingSignal } from '../health-signal.js';
import { parameters } from '../parameters.js';

const { cancelledForWatch } = parameters;

/** Two meetings running were reported as not held, outside breaks, August and the Christmas weeks. */
export const cancelledTwice: MeetingSignal = {
  key: 'cancelled-twice',
  speaksEarly: false,
  mayJump: false,
  ofCancelled: true,
  read({ cancelledIds }) {
    if (cancelledIds.length < cancelledForWatch) return undefined;
    return {
      level: 'watch',
      reasons: [{ key: 'cancelled-twice', meetingIds: cancelledIds }],
      clearsWhen: { key: 'next-meeting-held' },
    };
  },
};
