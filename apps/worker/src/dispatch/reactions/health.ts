import { ArmSnooze } from '../../alerts/arm-snooze.js';
import { JudgeEpisodes } from '../../alerts/judge-episodes.js';
import { ReopenByCorrection } from '../../handover/reopen-by-correction.js';
import { TickByGroupFact } from '../../handover/tick-by-group-fact.js';
import { ArmRegister } from '../../health/arm-register.js';
import { JudgeGroup } from '../../health/judge-group.js';
import { PushLive } from '../../live/push-live.js';
import { ArmFirstMeeting } from '../../nudges/arm-first-meeting.js';
import { ArmMeetingReminder } from '../../nudges/arm-meeting-reminder.js';
import { ArmMissedYou } from '../../nudges/arm-missed-you.js';
import { AskForRegister } from '../../nudges/ask-for-register.js';
import { OfferAHand } from '../../nudges/offer-a-hand.js';
import { OfferATurn } from '../../nudges/offer-a-turn.js';
import { TellNextStage } from '../../nudges/tell-next-stage.js';
import { WeighLetters } from '../../nudges/weigh-letters.js';
import type { Reactions } from '../reactions-to.js';

export const healthReactions: Reactions<
  'meeting' | 'register' | 'registers' | 'silence' | 'attendance' | 'group-health' | 'alert'
> = {
  'meeting.planned.v1': [
    JudgeGroup,
    ArmRegister,
    TickByGroupFact,
    ArmFirstMeeting,
    ArmMeetingReminder,
    PushLive,
  ],
  'meeting.held.v1': [JudgeGroup, TickByGroupFact, JudgeEpisodes, ArmMissedYou, WeighLetters, PushLive],
  'meeting.not-held.v1': [JudgeGroup, ReopenByCorrection, WeighLetters, PushLive],

  'register.corrected.v1': [JudgeGroup, ReopenByCorrection, JudgeEpisodes, PushLive],
  'register.missing.v1': [JudgeGroup, JudgeEpisodes, AskForRegister, PushLive],

  'registers.imported.v1': [JudgeGroup, JudgeEpisodes, PushLive],

  'silence.due.v1': [JudgeGroup],

  'attendance.dropped.v1': [],

  'group-health.changed.v1': [JudgeEpisodes, OfferATurn, PushLive],

  'alert.opened.v1': [OfferAHand, PushLive],
  'alert.escalated.v1': [TellNextStage, PushLive],
  'alert.acknowledged.v1': [PushLive],
  'alert.snoozed.v1': [ArmSnooze, PushLive],
  'alert.snooze-ended.v1': [PushLive],
  'alert.withdrawn.v1': [PushLive],
  'alert.resolved.v1': [PushLive],
  'alert.feedback-given.v1': [PushLive],
};
