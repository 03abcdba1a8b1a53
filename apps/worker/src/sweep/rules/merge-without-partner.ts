import { routeSituation } from '@followon/shared/db/handovers/route-facts';
import { append } from '@followon/shared/db/ledger/append';
import { londonDate } from '@followon/shared/rules/calendar/london';
import { nextWorkingDay } from '@followon/shared/rules/calendar/working-days';
import { suggestWithoutPartner } from '@followon/shared/rules/handover/suggest-route';
import { armAnew } from '../../handover/arm-anew.js';
import { armedFor } from '../../handover/armed-for.js';
import type { ProgrammeFacts } from '../../handover/programme-facts.js';
import { loadProgramme } from '../../handover/programme-facts.js';
import type { DueRow, SweepContext, SweepRule } from '../sweep-rule.js';

const WAITING = `
  select id from handover where id = $1 and route = 'merge' and with_programme_id is null and state in ('open', 'signed-off', 'accepted')
  for update`;

const SUGGEST = 'update handover set suggested_route = $2, version = version + 1 where id = $1';

const ASK_AGAIN = `
  update handover_task set state = 'open', due_on = $2, done_at = null, done_by = null, evidence = null, closed_by_event = null,
    escalated_to = null, version = version + 1
  where handover_id = $1 and key = 'choose_route' and state = 'done' returning id, owner_role`;

/** Six weeks after the last session nobody has come to carry on with: another way is suggested, and people choose. */
export const mergeWithoutPartner: SweepRule = {
  rule: 'merge-without-partner',
  afterDowntime: 'catch up',
  async sweep(due, context) {
    const { manager, now } = context;
    const programme = await loadProgramme(manager, due.stream_id);
    if (programme.last_session_on !== armedFor(due.occurrence)) return 'the programme has moved';
    const waiting: unknown[] = await manager.query(WAITING, [due.subject_id]);
    const situation = await routeSituation(manager, due.stream_id, londonDate(now));
    if (waiting.length === 0 || !situation || situation.facts.hasPartner) return 'nobody waits for a partner';
    const route = suggestWithoutPartner(situation.facts);
    await manager.query(SUGGEST, [due.subject_id, route]);
    await askAgain(due, programme, context);
    return `nobody came; ${route} is suggested`;
  },
};

/** The choice lies with whoever stands beside the group, as it did before. */
async function askAgain(
  due: DueRow,
  { country }: ProgrammeFacts,
  { manager, now }: SweepContext,
): Promise<void> {
  const dueOn = nextWorkingDay(londonDate(now), country);
  const [asked]: [{ id: string; owner_role: string }[], number] = await manager.query(ASK_AGAIN, [
    ...[due.subject_id, dueOn],
  ]);
  for (const { id, owner_role } of asked) {
    const place = { siteId: due.site_id, streamId: due.stream_id, now };
    await armAnew(manager, [{ id, key: 'choose_route', dueOn, ownerRole: owner_role }], place);
    await append(manager, {
      name: 'handover-task.reopened.v1',
      ...{ streamId: due.stream_id, streamKind: 'programme', siteId: due.site_id, occurredAt: now },
      payload: { handoverId: due.subject_id, taskId: id, key: 'choose_route' },
    });
  }
}
