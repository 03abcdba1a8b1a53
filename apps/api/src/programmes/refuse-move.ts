import { goesOnIn } from '@followon/shared/db/handovers/group-of';
import type { HandoverStand, MoveRefusal } from '@followon/shared/rules/handover/may-move';
import { whyNotMove } from '@followon/shared/rules/handover/may-move';
import { londonDate } from '@followon/shared/rules/calendar/london';
import { conflict } from '../http/problem.js';
import type { Work } from '../work/work.js';

/** The handover is held as it is until the move is written: nobody signs off in between. */
const STAND = `
  select h.state,
    exists (select from follow_on_group g join meeting m on m.group_id = g.id where (g.programme_id = h.programme_id or ${goesOnIn('g.id')}) and m.outcome = 'held') as "hasMet",
    (select t.due_on from handover_task t where t.handover_id = h.id and t.key = 'review_90' and t.state in ('done', 'not-applicable')) as "reviewedOn"
  from handover h where h.programme_id = $1 for share of h`;

const refusals: { readonly [R in MoveRefusal]: readonly [code: string, title: string, detail: string] } = {
  'in-the-past': [
    'programme.last-session-is-past',
    'This day is over, so the last session cannot be moved to it.',
    'If the programme has ended, use “finish” with the day it ended. Otherwise choose today or a later day.',
  ],
  'signed-off': [
    'programme.handover-signed-off',
    'The handover has been signed off, so the last session stays where it is.',
    'The group goes on by its own dates now. Nothing was changed.',
  ],
  'has-met': [
    'programme.group-has-met',
    'The group has met for the first time, so the last session stays where it is.',
    'If that meeting did not take place, correct its register first. Nothing was changed.',
  ],
  'review-done': [
    'programme.review-done',
    'The look after 90 days is settled, and this day comes after it.',
    'Choose an earlier day, or open that task again first. Nothing was changed.',
  ],
};

/** @throws Refusal 409 for a day that is over, or one that the handover has gone past */
export async function refuseMoveTo(work: Work, programmeId: string, to: string): Promise<void> {
  const [handover]: HandoverStand[] = await work.manager.query(STAND, [programmeId]);
  const why = whyNotMove(to, { today: londonDate(work.now()), handover });
  if (!why) return;
  const [code, title, detail] = refusals[why];
  throw conflict(code, title, { detail });
}
