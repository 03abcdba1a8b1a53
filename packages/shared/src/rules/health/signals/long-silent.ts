import type { SilenceSignal } from '../health-signal.js';
import { silenceReason } from '../silence.js';

/**
 * The group has gone quiet: it has not met for 35 days and at least three usual gaps, or as its site has set. Silence
 * never says more than `fading`: no news is not a missed date.
 */
export const longSilent: SilenceSignal = {
  key: 'long-silent',
  speaksEarly: true,
  mayJump: true,
  read(silence, { silentDays, silentGaps }) {
    if (silence.silentDays < silentDays || silence.silentDays < silentGaps * silence.usualGapDays)
      return undefined;
    return {
      level: 'fading',
      reasons: [silenceReason('long-silent', silence)],
      clearsWhen: { key: 'next-meeting-held' },
    };
  },
};
