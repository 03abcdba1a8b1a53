import type { EventName } from '@followon/shared/events/catalogue';
import type { Type } from '@nestjs/common';
import { ArmSnooze } from '../alerts/arm-snooze.js';
import { JudgeEpisodes } from '../alerts/judge-episodes.js';
import { JudgeHandover } from '../alerts/judge-handover.js';
import { JudgeTold } from '../alerts/judge-told.js';
import { SetAlertClocksAnew } from '../alerts/set-alert-clocks-anew.js';
import { ArmFinishing } from '../handover/arm-finishing.js';
import { ArmPutOff } from '../handover/arm-put-off.js';
import { ArmRouteDays } from '../handover/arm-route-days.js';
import { ArrangeClosing } from '../handover/arrange-closing.js';
import { CloseChecklist } from '../handover/close-checklist.js';
import { CloseHandover } from '../handover/close-handover.js';
import { FindPtv } from '../handover/find-ptv.js';
import { ForgetWishes } from '../handover/forget-wishes.js';
import { FollowMerge } from '../handover/follow-merge.js';
import { GoOnAfterRest } from '../handover/go-on-after-rest.js';
import { LateAgain } from '../handover/late-again.js';
import { ArmOrphans } from '../handover/cover/arm-orphans.js';
import { CoverWhatMoved } from '../handover/cover/cover-what-moved.js';
import { EndBreak } from '../handover/cover/end-break.js';
import { StartBreak } from '../handover/cover/start-break.js';
import { LinkGroup } from '../handover/link-group.js';
import { LinkJoint } from '../handover/link-joint.js';
import { LinkWelcomed } from '../handover/link-welcomed.js';
import { MoveHandover } from '../handover/move-handover.js';
import { DropHandOn } from '../handover/drop-hand-on.js';
import { OpenHandOn } from '../handover/open-hand-on.js';
import { OpenRestart } from '../handover/open-restart.js';
import { OpenHandover } from '../handover/open-handover.js';
import { RebuildHandover } from '../handover/rebuild-handover.js';
import { PassContactTasks } from '../handover/pass-contact-tasks.js';
import { PassHandOn } from '../handover/pass-hand-on.js';
import { ReopenByCorrection } from '../handover/reopen-by-correction.js';
import { SetClocksAnew } from '../handover/set-clocks-anew.js';
import { TickByGroupFact } from '../handover/tick-by-group-fact.js';
import { TickByHandoverFact } from '../handover/tick-by-handover-fact.js';
import { WatchSuccession } from '../handover/watch-succession.js';
import { ArmRegister } from '../health/arm-register.js';
import { ArmRestOver } from '../health/arm-rest-over.js';
import { JudgeGroup } from '../health/judge-group.js';
import { JudgeSiteAgain } from '../health/judge-site-again.js';
import { PushLive } from '../live/push-live.js';
import { ArmAside } from '../nudges/arm-aside.js';
import { ArmFirstMeeting } from '../nudges/arm-first-meeting.js';
import { AskToMerge } from '../nudges/ask-to-merge.js';
import { AskForRegister } from '../nudges/ask-for-register.js';
import { ArmMeetingReminder } from '../nudges/arm-meeting-reminder.js';
import { ArmMissedYou } from '../nudges/arm-missed-you.js';
import { ArmRounds } from '../nudges/arm-rounds.js';
import { OfferATurn } from '../nudges/offer-a-turn.js';
import { PlanGroupRound } from '../nudges/plan-group-round.js';
import { PlanSiteRound } from '../nudges/plan-site-round.js';
import { SendIdeas } from '../nudges/send-ideas.js';
import { SendKindness } from '../nudges/send-kindness.js';
import { AskForAHand } from '../nudges/ask-for-a-hand.js';
import { OfferAHand } from '../nudges/offer-a-hand.js';
import { RemindLateTask } from '../nudges/remind-late-task.js';
import { TellMergeAnswer } from '../nudges/tell-merge-answer.js';
import { TellNewHolder } from '../nudges/tell-new-holder.js';
import { TellNextStage } from '../nudges/tell-next-stage.js';
import { TellOfHelpAsked } from '../nudges/tell-of-help-asked.js';
import { TellOfRequest } from '../nudges/tell-of-request.js';
import { TellOfRoleOffer } from '../nudges/tell-of-role-offer.js';
import { TellOfSuccession } from '../nudges/tell-of-succession.js';
import { TellWithoutVolunteer } from '../nudges/tell-without-volunteer.js';
import { ThankRoleHolder } from '../nudges/thank-role-holder.js';
import { ArmTrialEnd } from '../trials/arm-trial-end.js';
import type { AnyReaction } from './reaction.js';

/**
 * What follows from what. The compiler refuses an event of the catalogue that is missing here, or a reaction that
 * does not read the event it is listed under; the order within one reactor is the order in which they run.
 */
export const reactions: { readonly [N in EventName]: readonly Type<AnyReaction<N>>[] } = {
  'programme.scheduled.v1': [ArmFinishing, ArmRounds, PushLive],
  'programme.rescheduled.v1': [
    ArmFinishing,
    MoveHandover,
    ArmRouteDays,
    CoverWhatMoved,
    JudgeHandover,
    PushLive,
  ],
  'programme.finishing.v1': [OpenHandover, PushLive],
  'programme.finished.v1': [OpenHandover, MoveHandover, ArmRouteDays, JudgeHandover, PushLive],
  'programme.interest-recorded.v1': [PushLive],
  'programme.volunteer-asked.v1': [TellOfRequest, PushLive],
  'programme.volunteer-accepted.v1': [FindPtv, RebuildHandover, JudgeHandover, PushLive],
  'programme.volunteer-declined.v1': [PushLive],
  'programme.volunteer-withdrawn.v1': [PushLive],

  'handover.opened.v1': [ArmRouteDays, ArmOrphans, PushLive],
  'handover.route-chosen.v1': [RebuildHandover, LinkJoint, ArmRouteDays, JudgeHandover, PushLive],
  'handover.template-moved.v1': [RebuildHandover, JudgeHandover, PushLive],
  'handover.without-ptv.v1': [RebuildHandover, JudgeHandover, TellWithoutVolunteer, PushLive],
  'handover.declined.v1': [ForgetWishes, JudgeHandover, PushLive],
  'checklist.opened.v1': [ArmOrphans, PushLive],
  'checklist.closed.v1': [PushLive],
  'handover-task.done.v1': [CloseHandover, CloseChecklist, FindPtv, LinkWelcomed, JudgeHandover, PushLive],
  'handover-task.reopened.v1': [LateAgain, LinkWelcomed, PushLive],
  'handover-task.set-aside.v1': [CloseHandover, CloseChecklist, ArmAside, JudgeHandover, PushLive],
  'handover-task.put-off.v1': [ArmPutOff, PushLive],
  'handover-task.overdue.v1': [PushLive],
  'handover-task.escalated.v1': [JudgeHandover, RemindLateTask, PushLive],
  'handover-task.stage-skipped.v1': [PushLive],
  'handover-task.assigned.v1': [TellNewHolder, PushLive],
  'handover.signed-off.v1': [TickByHandoverFact, CloseHandover, ForgetWishes, JudgeHandover, PushLive],
  'handover.accepted.v1': [TickByHandoverFact, PushLive],
  'handover.closed.v1': [JudgeHandover, PushLive],

  'group.formed.v1': [JudgeGroup, LinkGroup, WatchSuccession, ArmRounds, PushLive],
  'group.changed.v1': [JudgeGroup, PushLive],
  'group.rested.v1': [JudgeGroup, ArmRestOver, JudgeEpisodes, WatchSuccession, JudgeTold, PushLive],
  'group.resumed.v1': [JudgeGroup, JudgeEpisodes, GoOnAfterRest, WatchSuccession, JudgeTold, PushLive],
  'group.closed.v1': [JudgeGroup, ArrangeClosing, JudgeEpisodes, WatchSuccession, JudgeTold, PushLive],
  'group.closing-announced.v1': [ArrangeClosing, PushLive],
  'group.closing-withdrawn.v1': [ArrangeClosing, PushLive],
  'group.restarted.v1': [JudgeGroup, GoOnAfterRest, OpenRestart, WatchSuccession, JudgeTold, PushLive],
  'group.merge-asked.v1': [AskToMerge, PushLive],
  'group.merge-declined.v1': [TellMergeAnswer, PushLive],
  'group.merged.v1': [
    JudgeGroup,
    FollowMerge,
    JudgeEpisodes,
    WatchSuccession,
    TellMergeAnswer,
    JudgeTold,
    PushLive,
  ],
  'group.merge-undone.v1': [JudgeGroup, FollowMerge, WatchSuccession, JudgeTold, PushLive],
  'group.reported.v1': [JudgeGroup, JudgeTold, PushLive],
  'group.report-settled.v1': [JudgeGroup, JudgeEpisodes, JudgeTold, PushLive],
  'help.asked.v1': [TellOfHelpAsked],
  'kindness.asked.v1': [SendKindness],

  'member.joined.v1': [PushLive],
  'member.left.v1': [WatchSuccession, JudgeTold, PushLive],
  'role.offered.v1': [TellOfRoleOffer, PushLive],
  'role.declined.v1': [PushLive],
  'role.accepted.v1': [
    JudgeGroup,
    LinkGroup,
    PassContactTasks,
    WatchSuccession,
    PassHandOn,
    JudgeTold,
    PushLive,
  ],
  'role.stepping-down.v1': [OpenHandOn, JudgeTold, PushLive],
  'role.stays.v1': [DropHandOn, JudgeTold, PushLive],
  'role.vacated.v1': [
    JudgeGroup,
    PassContactTasks,
    ThankRoleHolder,
    WatchSuccession,
    OpenHandOn,
    PassHandOn,
    JudgeTold,
    PushLive,
  ],

  'succession.opened.v1': [TellOfSuccession, PushLive],
  'succession.escalated.v1': [TellOfSuccession, PushLive],
  'succession.closed.v1': [PushLive],

  'meeting.planned.v1': [
    JudgeGroup,
    ArmRegister,
    TickByGroupFact,
    ArmFirstMeeting,
    ArmMeetingReminder,
    PushLive,
  ],
  'meeting.held.v1': [JudgeGroup, TickByGroupFact, JudgeEpisodes, ArmMissedYou, PushLive],
  'meeting.not-held.v1': [JudgeGroup, ReopenByCorrection, PushLive],
  'register.corrected.v1': [JudgeGroup, ReopenByCorrection, JudgeEpisodes, PushLive],
  'register.missing.v1': [JudgeGroup, JudgeEpisodes, AskForRegister, PushLive],
  'registers.imported.v1': [JudgeGroup, JudgeEpisodes, PushLive],
  'silence.due.v1': [JudgeGroup],

  'attendance.dropped.v1': [],
  'group.went-quiet.v1': [JudgeEpisodes, PushLive],
  'group-health.changed.v1': [JudgeEpisodes, OfferATurn, PushLive],

  'alert.opened.v1': [OfferAHand, PushLive],
  'alert.escalated.v1': [TellNextStage, PushLive],
  'alert.acknowledged.v1': [PushLive],
  'alert.snoozed.v1': [ArmSnooze, PushLive],
  'alert.snooze-ended.v1': [PushLive],
  'alert.withdrawn.v1': [PushLive],
  'alert.resolved.v1': [PushLive],
  'alert.feedback-given.v1': [PushLive],

  'template.saved.v1': [],
  'volunteer.break-started.v1': [StartBreak, PushLive],
  'volunteer.break-ended.v1': [EndBreak, PushLive],
  'policy.saved.v1': [JudgeSiteAgain, PushLive],
  'handover-policy.saved.v1': [SetClocksAnew, PushLive],
  'alert-policy.saved.v1': [SetAlertClocksAnew, PushLive],

  'nudge.planned.v1': [],
  'nudge.suppressed.v1': [],
  'nudge.sent.v1': [TickByGroupFact, PushLive],
  'nudge.answered.v1': [AskForAHand, SendIdeas, PushLive],
  'nudge.opted-out.v1': [PushLive],
  'message-wishes.changed.v1': [PushLive],
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
