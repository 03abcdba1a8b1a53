import { SetAlertClocksAnew } from '../../alerts/set-alert-clocks-anew.js';
import { EndBreak } from '../../handover/cover/end-break.js';
import { StartBreak } from '../../handover/cover/start-break.js';
import { SetClocksAnew } from '../../handover/set-clocks-anew.js';
import { JudgeSiteAgain } from '../../health/judge-site-again.js';
import { PushLive } from '../../live/push-live.js';
import type { Reactions } from '../reactions-to.js';

export const policyReactions: Reactions<
  'template' | 'volunteer' | 'policy' | 'handover-policy' | 'alert-policy'
> = {
  'template.saved.v1': [],
  'volunteer.break-started.v1': [StartBreak, PushLive],
  'volunteer.break-ended.v1': [EndBreak, PushLive],
  'policy.saved.v1': [JudgeSiteAgain, PushLive],
  'handover-policy.saved.v1': [SetClocksAnew, PushLive],
  'alert-policy.saved.v1': [SetAlertClocksAnew, PushLive],
};
