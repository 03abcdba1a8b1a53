import { TickByGroupFact } from '../../handover/tick-by-group-fact.js';
import { PushLive } from '../../live/push-live.js';
import { AskForAHand } from '../../nudges/ask-for-a-hand.js';
import { PlanGroupRound } from '../../nudges/plan-group-round.js';
import { PlanSiteRound } from '../../nudges/plan-site-round.js';
import { SendIdeas } from '../../nudges/send-ideas.js';
import { WeighLetters } from '../../nudges/weigh-letters.js';
import { ArmTrialEnd } from '../../trials/arm-trial-end.js';
import type { Reactions } from '../reactions-to.js';

export const messageReactions: Reactions<
  'nudge' | 'message-wishes' | 'reply' | 'delivery' | 'site-round' | 'group-round' | 'nudge-trial'
> = {
  'nudge.planned.v1': [],
  'nudge.suppressed.v1': [],
  'nudge.sent.v1': [TickByGroupFact, PushLive],
  'nudge.answered.v1': [AskForAHand, SendIdeas, PushLive],
  'nudge.opted-out.v1': [PushLive],

  'message-wishes.changed.v1': [WeighLetters, PushLive],

  'reply.received.v1': [],

  'delivery.delivered.v1': [PushLive],
  'delivery.bounced.v1': [PushLive],
  'delivery.stuck.v1': [PushLive],
  'delivery.settled.v1': [PushLive],

  'site-round.due.v1': [PlanSiteRound],

  'group-round.due.v1': [PlanGroupRound],

  'nudge-trial.started.v1': [ArmTrialEnd, PushLive],
  'nudge-trial.ended.v1': [PushLive],
};
