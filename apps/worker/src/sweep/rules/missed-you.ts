import { londonDate } from '@followon/shared/rules/calendar/london';
import { momentsOf } from '@followon/shared/rules/nudge/moments';
import { missedYouSoft as nudge } from '@followon/shared/rules/nudge/nudges/missed-you-soft';
import type { Addressee } from '../../nudges/recipients.js';
import { planFromSweep } from '../plan-from-sweep.js';
import type { SweepRule } from '../sweep-rule.js';

/** Only those who chose it; neither who came, nor who sent word, nor who joined after that day or has come since. */
const WHOM = `
  select distinct on ("personId") case when p.account_id is null then 'member' else 'account' end as "personKind", coalesce(p.account_id, p.id) as "personId",
    'member' as audience, p.wants_messages as "optedIn", coalesce(p.paused_until > $2::date, false) as paused, false as left,
    coalesce(a.disabled_at is not null, false) as "accountDisabled"
  from meeting m join attendance t on t.meeting_id = m.id join member p on p.group_id = m.group_id left join account a on a.id = p.account_id
  where m.id = $1 and m.outcome = 'held' and m.named and p.left_on is null and coalesce(p.joined_on <= m.held_on, true)
    and not p.id = any(t.present || t.apologies)
    and exists (select from message_consent c where c.person_id = coalesce(p.account_id, p.id) and c.channel = 'any' and c.purpose = '${nudge.purpose}' and c.wants)
    and not exists (select from meeting since join attendance s on s.meeting_id = since.id
      where since.group_id = m.group_id and since.held_on > m.held_on and p.id = any(s.present || s.apologies))
    and not exists (select from nudge n where n.key = '${nudge.key}' and n.person_id = coalesce(p.account_id, p.id) and n.state <> 'suppressed'
      and coalesce(n.sent_at, n.due_at) > $3::timestamptz - make_interval(days => ${nudge.onceInDays}))
  order by "personId"`;

/** A week after a meeting: a kind word to those who chose to get one. Nobody else is thought of, and nothing is counted. */
export const missedYou: SweepRule = {
  rule: 'missed-you',
  afterDowntime: 'catch up',
  async sweep(due, context) {
    const { subject_id, occurrence: on } = due;
    const { manager, now } = context;
    const [moment] = momentsOf(nudge, on);
    if (!moment || moment.useBy <= now) return 'it is too late for that';
    const to: Addressee[] = await manager.query(WHOM, [subject_id, londonDate(now), now]);
    if (to.length === 0) return 'nobody chose to hear';
    const plan = { nudge, subjectId: subject_id, moment, to, figures: {} };
    return planFromSweep(due, { ...plan, cause: 'meeting.held.v1' }, context);
  },
};
