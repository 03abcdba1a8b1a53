import type { SilenceSignal } from '../health-signal.js';
import { parameters } from '../parameters.js';
import { toOneDecimal } from '../usual.js';

const { silentGaps, silentMoreThanDays } = parameters;

/** The group has not met for twice its usual gap, and for more than 21 days. */
export const silent: SilenceSignal = {
  key: 'silent',
  speaksEarly: false,
  mayJump: false,
  read({ silentDays, usualGapDays, lastOn, expectedOn, lastMeetingId }) {
    if (silentDays < silentGaps * usualGapDays || silentDays <= silentMoreThanDays) return undefined;
    return {
      level: 'watch',
      reason: {
        key: 'silent',
        lastOn,
        expectedOn,
        gapDays: silentDays,
        usualGapDays: toOneDecimal(usualGapDays),
        meetingIds: [lastMeetingId],
      },
      clearsWhen: { key: 'next-meeting-held' },
    };
  },
};
