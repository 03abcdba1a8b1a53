import type { SilenceSignal } from '../health-signal.js';
import { silenceReason } from '../silence.js';

/** The score between meetings, high at two weekly looks running: the group was thinning, and now it is late. */
export const quietScore: SilenceSignal = {
  key: 'silent',
  speaksEarly: false,
  mayJump: true,
  read(silence, { fadingScore }) {
    const { scoreNow, scoreAWeekAgo } = silence;
    if (scoreAWeekAgo === null || Math.min(scoreNow, scoreAWeekAgo) < fadingScore) return undefined;
    return {
      level: 'fading',
      reasons: [silenceReason('silent', silence)],
      clearsWhen: { key: 'next-meeting-held' },
    };
  },
};
