import { JudgeEpisodes } from '../../alerts/judge-episodes.js';
import { JudgeTold } from '../../alerts/judge-told.js';
import { ArrangeClosing } from '../../handover/arrange-closing.js';
import { DropHandOn } from '../../handover/drop-hand-on.js';
import { FollowMerge } from '../../handover/follow-merge.js';
import { GoOnAfterRest } from '../../handover/go-on-after-rest.js';
import { LinkGroup } from '../../handover/link-group.js';
import { OpenHandOn } from '../../handover/open-hand-on.js';
import { OpenRestart } from '../../handover/open-restart.js';
import { PassContactTasks } from '../../handover/pass-contact-tasks.js';
import { PassHandOn } from '../../handover/pass-hand-on.js';
import { WatchSuccession } from '../../handover/watch-succession.js';
import { ArmRestOver } from '../../health/arm-rest-over.js';
import { JudgeGroup } from '../../health/judge-group.js';
import { PushLive } from '../../live/push-live.js';
import { ArmRounds } from '../../nudges/arm-rounds.js';
import { AskToMerge } from '../../nudges/ask-to-merge.js';
import { SendKindness } from '../../nudges/send-kindness.js';
import { TellMergeAnswer } from '../../nudges/tell-merge-answer.js';
import { TellOfHelpAsked } from '../../nudges/tell-of-help-asked.js';
import { TellOfRoleOffer } from '../../nudges/tell-of-role-offer.js';
import { TellOfSuccession } from '../../nudges/tell-of-succession.js';
import { ThankRoleHolder } from '../../nudges/thank-role-holder.js';
import { WeighLetters } from '../../nudges/weigh-letters.js';
import type { Reactions } from '../reactions-to.js';

export const groupReactions: Reactions<'group' | 'help' | 'kindness' | 'member' | 'role' | 'succession'> = {
  'group.formed.v1': [JudgeGroup, LinkGroup, WatchSuccession, ArmRounds, PushLive],
  'group.changed.v1': [JudgeGroup, PushLive],
  'group.rested.v1': [
    JudgeGroup,
    ArmRestOver,
    JudgeEpisodes,
    WatchSuccession,
    JudgeTold,
    WeighLetters,
    PushLive,
  ],
  'group.resumed.v1': [JudgeGroup, JudgeEpisodes, GoOnAfterRest, WatchSuccession, JudgeTold, PushLive],
  'group.closed.v1': [
    JudgeGroup,
    ArrangeClosing,
    JudgeEpisodes,
    WatchSuccession,
    JudgeTold,
    WeighLetters,
    PushLive,
  ],
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
    WeighLetters,
    PushLive,
  ],
  'group.merge-undone.v1': [JudgeGroup, FollowMerge, WatchSuccession, JudgeTold, PushLive],
  'group.reported.v1': [JudgeGroup, JudgeTold, PushLive],
  'group.report-settled.v1': [JudgeGroup, JudgeEpisodes, JudgeTold, PushLive],

  'help.asked.v1': [TellOfHelpAsked],

  'kindness.asked.v1': [SendKindness],

  'member.joined.v1': [PushLive],
  'member.left.v1': [WatchSuccession, JudgeTold, WeighLetters, PushLive],

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
    WeighLetters,
    PushLive,
  ],

  'succession.opened.v1': [TellOfSuccession, PushLive],
  'succession.escalated.v1': [TellOfSuccession, PushLive],
  'succession.closed.v1': [PushLive],

  'group.went-quiet.v1': [JudgeEpisodes, PushLive],
};
