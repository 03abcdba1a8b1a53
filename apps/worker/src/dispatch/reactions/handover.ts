import { JudgeHandover } from '../../alerts/judge-handover.js';
import { ArmFinishing } from '../../handover/arm-finishing.js';
import { ArmPutOff } from '../../handover/arm-put-off.js';
import { ArmRouteDays } from '../../handover/arm-route-days.js';
import { CloseChecklist } from '../../handover/close-checklist.js';
import { CloseHandover } from '../../handover/close-handover.js';
import { ArmOrphans } from '../../handover/cover/arm-orphans.js';
import { CoverWhatMoved } from '../../handover/cover/cover-what-moved.js';
import { FindPtv } from '../../handover/find-ptv.js';
import { ForgetWishes } from '../../handover/forget-wishes.js';
import { LateAgain } from '../../handover/late-again.js';
import { LinkJoint } from '../../handover/link-joint.js';
import { LinkWelcomed } from '../../handover/link-welcomed.js';
import { MoveHandover } from '../../handover/move-handover.js';
import { OpenHandover } from '../../handover/open-handover.js';
import { RebuildHandover } from '../../handover/rebuild-handover.js';
import { TickByHandoverFact } from '../../handover/tick-by-handover-fact.js';
import { PushLive } from '../../live/push-live.js';
import { ArmAside } from '../../nudges/arm-aside.js';
import { ArmRounds } from '../../nudges/arm-rounds.js';
import { RemindLateTask } from '../../nudges/remind-late-task.js';
import { TellNewHolder } from '../../nudges/tell-new-holder.js';
import { TellOfRequest } from '../../nudges/tell-of-request.js';
import { TellWithoutVolunteer } from '../../nudges/tell-without-volunteer.js';
import type { Reactions } from '../reactions-to.js';

export const handoverReactions: Reactions<'programme' | 'handover' | 'checklist' | 'handover-task'> = {
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
};
