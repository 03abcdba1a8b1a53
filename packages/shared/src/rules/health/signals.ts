import type { MeetingSignal, SilenceSignal } from './health-signal.js';
import { below60 } from './signals/below-60.js';
import { below70Twice } from './signals/below-70-twice.js';
import { cancelledTwice } from './signals/cancelled-twice.js';
import { cusum } from './signals/cusum.js';
import { datesMissed } from './signals/dates-missed.js';
import { longSilent } from './signals/long-silent.js';
import { quietScore } from './signals/quiet-score.js';
import { score } from './signals/score.js';
import { silent } from './signals/silent.js';
import { under3 } from './signals/under-3.js';

/** Everything the engine notices at a meeting, weightiest first: reasons are given in this order. */
export const meetingSignals: readonly MeetingSignal[] = [
  under3,
  datesMissed,
  below60,
  score,
  below70Twice,
  cusum,
  cancelledTwice,
];

/** Everything the engine notices between meetings, weightiest first: only the first that speaks is said. */
export const silenceSignals: readonly SilenceSignal[] = [longSilent, quietScore, silent];
