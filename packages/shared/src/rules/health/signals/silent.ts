import type { SilenceSignal } from '../health-signal.js';
import { parameters } from '../parameters.js';
import { silenceReason } from '../silence.js';

const { silentGaps, silentMoreThanDays } = parameters;

/** The group has not met for twice its usual gap, and for more than 21 days. */
export const silent: SilenceSignal = {
  key: 'silent',
  speaksEarly: false,
  mayJump: false,
  read(silence) {
    const { silentDays, usualGapDays } = silence;
    if (silentDays < silentGaps * usualGapDays || silentDays <= silentMoreThanDays) return undefined;
    return {
      level: 'watch',
      reasons: [silenceReason('silent', silence)],
      clearsWhen: { key: 'next-meeting-held' },
    };
  },
};
