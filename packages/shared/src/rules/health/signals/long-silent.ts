import type { SilenceSignal } from '../health-signal.js';
import { parameters } from '../parameters.js';
import { toOneDecimal } from '../usual.js';

const { longSilentGaps, longSilentDays } = parameters;

/**
 * The group has gone quiet: it has not met for 35 days and at least two usual gaps. Silence never says more
 * than `fading`: no news is not a missed date.
 */
export const longSilent: SilenceSignal = {
  key: 'long-silent',
  speaksEarly: true,
  mayJump: true,
  read({ silentDays, usualGapDays, lastOn, expectedOn, lastMeetingId }) {
    if (silentDays < longSilentDays || silentDays < longSilentGaps * usualGapDays) return undefined;
    return {
      level: 'fading',
      reason: {
        key: 'long-silent',
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
