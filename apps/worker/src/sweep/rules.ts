import { closingListOver } from './rules/closing-list-over.js';
import { alertSnooze } from './rules/alert-snooze.js';
import { alertStage } from './rules/alert-stage.js';
import { breakCover } from './rules/break-cover.js';
import { breakOver } from './rules/break-over.js';
import { didYouMeet } from './rules/did-you-meet.js';
import { firstMeetingReminder } from './rules/first-meeting-reminder.js';
import { groupClosing } from './rules/group-closing.js';
import { handoverDeclined } from './rules/handover-declined.js';
import { handoverWithoutPtv } from './rules/handover-without-ptv.js';
import { mergeWithoutPartner } from './rules/merge-without-partner.js';
import { orphanTasks } from './rules/orphan-tasks.js';
import { programmeFinishing } from './rules/programme-finishing.js';
import { registerMissing } from './rules/register-missing.js';
import { restOver } from './rules/rest-over.js';
import { roleEnds } from './rules/role-ends.js';
import { silence } from './rules/silence.js';
import { successionLookRule } from './rules/succession-look.js';
import { succession } from './rules/succession.js';
import { rolesTurn, winter } from './rules/group-round.js';
import { meetingReminder } from './rules/meeting-reminder.js';
import { missedYou } from './rules/missed-you.js';
import { administratorsMonth, volunteersWeek } from './rules/site-round.js';
import { taskAside } from './rules/task-aside.js';
import { taskEscalation } from './rules/task-escalation.js';
import { taskOverdue } from './rules/task-overdue.js';
import { taskReminder } from './rules/task-reminder.js';
import { trialMeasure } from './rules/trial-measure.js';
import type { SweepRule } from './sweep-rule.js';

/** Everything that happens because a day has come. */
export const sweepRules: readonly SweepRule[] = [
  programmeFinishing,
  handoverWithoutPtv,
  handoverDeclined,
  mergeWithoutPartner,
  taskReminder,
  taskOverdue,
  taskEscalation,
  taskAside,
  firstMeetingReminder,
  registerMissing,
  silence,
  didYouMeet,
  restOver,
  breakOver,
  breakCover,
  orphanTasks,
  groupClosing,
  closingListOver,
  roleEnds,
  succession,
  successionLookRule,
  alertStage,
  alertSnooze,
  trialMeasure,
  volunteersWeek,
  administratorsMonth,
  winter,
  rolesTurn,
  meetingReminder,
  missedYou,
];
