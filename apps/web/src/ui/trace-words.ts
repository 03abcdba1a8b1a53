import type { EventView } from '@followon/shared/contract/ledger';
import { t, type MessageKey } from '../i18n.js';

const WORDS: Readonly<Record<string, MessageKey>> = {
  'programme.scheduled.v1': 'trace.programme.scheduled',
  'programme.rescheduled.v1': 'trace.programme.rescheduled',
  'programme.finishing.v1': 'trace.programme.finishing',
  'programme.finished.v1': 'trace.programme.finished',
  'handover.opened.v1': 'trace.handover.opened',
  'handover-task.overdue.v1': 'trace.handover-task.overdue',
  'handover-task.escalated.v1': 'trace.handover-task.escalated',
  'handover-task.set-aside.v1': 'trace.handover-task.set-aside',
  'group.formed.v1': 'trace.group.formed',
  'group.merge-asked.v1': 'trace.group.merge-asked',
  'group.merged.v1': 'trace.group.merged',
  'group.rested.v1': 'trace.group.rested',
  'group.reported.v1': 'trace.group.reported',
  'group.report-settled.v1': 'trace.group.report-settled',
  'help.asked.v1': 'trace.help.asked',
  'role.accepted.v1': 'trace.role.accepted',
  'role.vacated.v1': 'trace.role.vacated',
  'role.offered.v1': 'trace.role.offered',
  'role.stepping-down.v1': 'trace.role.stepping-down',
  'role.stays.v1': 'trace.role.stays',
  'succession.opened.v1': 'trace.succession.opened',
  'succession.escalated.v1': 'trace.succession.escalated',
  'meeting.planned.v1': 'trace.meeting.planned',
  'meeting.held.v1': 'trace.meeting.held',
  'meeting.not-held.v1': 'trace.meeting.not-held',
  'register.corrected.v1': 'trace.register.corrected',
  'register.missing.v1': 'trace.register.missing',
  'registers.imported.v1': 'trace.registers.imported',
  'silence.due.v1': 'trace.silence.due',
  'attendance.dropped.v1': 'trace.attendance.dropped',
  'group.went-quiet.v1': 'trace.group.went-quiet',
  'alert.opened.v1': 'trace.alert.opened',
  'nudge.planned.v1': 'trace.nudge.planned',
  'nudge.sent.v1': 'trace.nudge.sent',
};

const LEVEL: Readonly<Record<string, MessageKey>> = {
  steady: 'trace.level.steady',
  watch: 'trace.level.steady',
  fading: 'trace.level.fading',
  'at-risk': 'trace.level.at-risk',
};

/** One step of the staircase: what happened, without anybody's name. */
export function sayStep({ name, payload }: Pick<EventView, 'name' | 'payload'>): string {
  if (name === 'group-health.changed.v1') return t(LEVEL[String(payload['to'])] ?? 'trace.level.steady');
  return t(WORDS[name] ?? 'trace.other');
}
