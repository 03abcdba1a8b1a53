import type { Type } from '@nestjs/common';
import { ArmSnooze } from './alerts/arm-snooze.js';
import { JudgeEpisodes } from './alerts/judge-episodes.js';
import { JudgeHandover } from './alerts/judge-handover.js';
import { JudgeTold } from './alerts/judge-told.js';
import { SetAlertClocksAnew } from './alerts/set-alert-clocks-anew.js';
import type { AnyReaction } from './dispatch/reaction.js';
import { ArmFinishing } from './handover/arm-finishing.js';
import { ArmPutOff } from './handover/arm-put-off.js';
import { ArmRouteDays } from './handover/arm-route-days.js';
import { ArrangeClosing } from './handover/arrange-closing.js';
import { CloseChecklist } from './handover/close-checklist.js';
import { CloseHandover } from './handover/close-handover.js';
import { FindPtv } from './handover/find-ptv.js';
import { ForgetWishes } from './handover/forget-wishes.js';
import { FollowMerge } from './handover/follow-merge.js';
import { GoOnAfterRest } from './handover/go-on-after-rest.js';
import { LateAgain } from './handover/late-again.js';
import { ArmOrphans } from './handover/cover/arm-orphans.js';
import { CoverWhatMoved } from './handover/cover/cover-what-moved.js';
import { EndBreak } from './handover/cover/end-break.js';
import { StartBreak } from './handover/cover/start-break.js';
import { LinkGroup } from './handover/link-group.js';
import { LinkJoint } from './handover/link-joint.js';
import { LinkWelcomed } from './handover/link-welcomed.js';
import { MoveHandover } from './handover/move-handover.js';
import { DropHandOn } from './handover/drop-hand-on.js';
import { OpenHandOn } from './handover/open-hand-on.js';
import { OpenRestart } from './handover/open-restart.js';
import { OpenHandover } from './handover/open-handover.js';
import { RebuildHandover } from './handover/rebuild-handover.js';
import { PassContactTasks } from './handover/pass-contact-tasks.js';
import { PassHandOn } from './handover/pass-hand-on.js';
import { ReopenByCorrection } from './handover/reopen-by-correction.js';
import { SetClocksAnew } from './handover/set-clocks-anew.js';
import { TickByGroupFact } from './handover/tick-by-group-fact.js';
import { TickByHandoverFact } from './handover/tick-by-handover-fact.js';
import { WatchSuccession } from './handover/watch-succession.js';
import { ArmRegister } from './health/arm-register.js';
import { ArmRestOver } from './health/arm-rest-over.js';
import { JudgeGroup } from './health/judge-group.js';
import { JudgeSiteAgain } from './health/judge-site-again.js';
import { PushLive } from './live/push-live.js';
import { ArmAside } from './nudges/arm-aside.js';
import { ArmFirstMeeting } from './nudges/arm-first-meeting.js';
import { AskToMerge } from './nudges/ask-to-merge.js';
import { AskForRegister } from './nudges/ask-for-register.js';
import { ArmMeetingReminder } from './nudges/arm-meeting-reminder.js';
import { ArmMissedYou } from './nudges/arm-missed-you.js';
import { ArmRounds } from './nudges/arm-rounds.js';
import { OfferATurn } from './nudges/offer-a-turn.js';
import { PlanGroupRound } from './nudges/plan-group-round.js';
import { PlanSiteRound } from './nudges/plan-site-round.js';
import { SendIdeas } from './nudges/send-ideas.js';
import { SendKindness } from './nudges/send-kindness.js';
import { AskForAHand } from './nudges/ask-for-a-hand.js';
import { OfferAHand } from './nudges/offer-a-hand.js';
import { RemindLateTask } from './nudges/remind-late-task.js';
import { TellOfHelpAsked } from './nudges/tell-of-help-asked.js';
import { TellMergeAnswer } from './nudges/tell-merge-answer.js';
import { TellNewHolder } from './nudges/tell-new-holder.js';
import { TellNextStage } from './nudges/tell-next-stage.js';
import { TellOfRequest } from './nudges/tell-of-request.js';
import { TellOfRoleOffer } from './nudges/tell-of-role-offer.js';
import { TellOfSuccession } from './nudges/tell-of-succession.js';
import { TellWithoutVolunteer } from './nudges/tell-without-volunteer.js';
import { ThankRoleHolder } from './nudges/thank-role-holder.js';
import { WeighLetters } from './nudges/weigh-letters.js';
import { ArmTrialEnd } from './trials/arm-trial-end.js';

/** Every reaction, by slice. One that is listed in reactions.ts and missing here stops the start. */
export const reactionProviders: readonly Type<AnyReaction<never>>[] = [
  ...[
    OpenHandover,
    RebuildHandover,
    MoveHandover,
    ArmFinishing,
    TickByGroupFact,
    TickByHandoverFact,
    CloseHandover,
    LinkGroup,
    LinkJoint,
    LinkWelcomed,
    LateAgain,
    ReopenByCorrection,
    SetClocksAnew,
    ...[ArrangeClosing, OpenRestart, FollowMerge],
  ],
  ...[
    WatchSuccession,
    OpenHandOn,
    DropHandOn,
    PassContactTasks,
    PassHandOn,
    CloseChecklist,
    TellOfSuccession,
    TellOfRoleOffer,
    TellNewHolder,
    TellOfRequest,
  ],
  ...[
    GoOnAfterRest,
    ArmPutOff,
    ArmRouteDays,
    ForgetWishes,
    FindPtv,
    ArmAside,
    TellMergeAnswer,
    TellWithoutVolunteer,
  ],
  ...[StartBreak, EndBreak, CoverWhatMoved, ArmOrphans],
  ...[JudgeGroup, JudgeSiteAgain, ArmRegister, ArmRestOver],
  ...[JudgeEpisodes, JudgeTold, JudgeHandover, ArmSnooze, SetAlertClocksAnew, TellNextStage],
  ...[
    AskForAHand,
    OfferAHand,
    AskToMerge,
    AskForRegister,
    TellOfHelpAsked,
    ArmFirstMeeting,
    RemindLateTask,
    ThankRoleHolder,
    ArmTrialEnd,
  ],
  ...[
    ...[ArmRounds, ArmMeetingReminder, ArmMissedYou, PlanSiteRound, PlanGroupRound],
    ...[OfferATurn, SendIdeas, SendKindness, WeighLetters],
  ],
  PushLive,
];
