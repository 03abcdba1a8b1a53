import { actAs } from '@followon/shared/db/transaction';
import { londonDate } from '@followon/shared/rules/calendar/london';
import type { Question } from '@followon/shared/rules/nudge/which-question';
import { whichQuestion } from '@followon/shared/rules/nudge/which-question';
import type { EntityManager } from 'typeorm';
import type { Answerer, InboundRow } from './inbound-rows.js';

/** The messages that ask how many came. */
const ASKING = ['how_was_it', 'register_missing', 'did_you_meet'];

/** SQL for when the text was written that gave a meeting `m` its register as it stands, if it came from this telephone. */
export const textedAt = (fromHash: string): string => `
  (select max(i.happened_at) from inbound_message i
    where i.meeting_id = m.id and i.outcome = 'saved' and i.from_hash = ${fromHash} and i.handled_at = m.recorded_at)`;

/**
 * The meetings somebody was asked about before they wrote ($2), and may still answer for ($3 is now): what the link in their
 * message is for, for as long as it is good (docs/decisions/0020), while they have a role in the group.
 */
const ASKED = `
  select distinct on (m.id) m.id as "meetingId", m.group_id as "groupId", n.id as "nudgeId", n.sent_at as "askedAt",
    coalesce(m.outcome in ('planned', 'missing') or coalesce(texted.at, m.recorded_at) > $2, false) as "wasOpen", texted.at is not null as "isByThisPhone"
  from link l join nudge n on n.id = l.nudge_id join meeting m on m.id = l.subject_id
    cross join lateral (select ${textedAt('$5')} as at) texted
  where l.action = 'record-register' and l.revoked_at is null and l.expires_at > $3 and $1 in (l.account_id, l.member_id) and n.sent_at <= $2 and n.key = any($4)
    and exists (select from group_role r left join account a on a.id = r.account_id
      where r.group_id = m.group_id and r.until_on is null and $1 in (r.account_id, r.member_id) and a.disabled_at is null)
  order by m.id, n.sent_at desc, l.created_at desc`;

/** Something else that they were told between the question and what they wrote: a bare "no" may be meant for that. */
const TOLD_SINCE = `
  select exists (select from nudge where person_id = any($1) and sent_at >= $2 and sent_at <= $4 and key <> all($3)) as "isSo"`;

export interface Asked extends Question {
  readonly meetingId: string;
  readonly nudgeId: string;
  readonly by: Answerer;
}

export interface Given {
  readonly answerers: readonly Answerer[];
  readonly manager: EntityManager;
  readonly now: Date;
}

/** The meeting that a reply is about; `unclear`: it may be about more than one thing; undefined: nobody had asked. */
export async function askedAbout(row: InboundRow, given: Given): Promise<Asked | 'unclear' | undefined> {
  const asked = whichQuestion(await allAsked(row, given));
  if (typeof asked !== 'object') return asked;
  return (await isMeantForAnother(row, asked, given)) ? 'unclear' : asked;
}

async function allAsked(
  { happened_at, from_hash }: InboundRow,
  { answerers, manager, now }: Given,
): Promise<Asked[]> {
  const asked: Asked[] = [];
  for (const by of answerers) {
    await actAs(manager, { kind: 'site', siteId: by.site_id });
    const found: Omit<Asked, 'by' | 'askedOn'>[] = await manager.query(ASKED, [
      ...[by.person_id, happened_at, now, ASKING, from_hash],
    ]);
    asked.push(...found.map((one) => ({ ...one, askedOn: londonDate(one.askedAt), by })));
  }
  return asked;
}

async function isMeantForAnother(
  { said, happened_at }: InboundRow,
  { askedAt }: Asked,
  { answerers, manager }: Given,
): Promise<boolean> {
  if (said !== 'not-met') return false;
  const persons = answerers.map(({ person_id }) => person_id);
  for (const siteId of new Set(answerers.map(({ site_id }) => site_id))) {
    await actAs(manager, { kind: 'site', siteId });
    const [since]: { isSo: boolean }[] = await manager.query(TOLD_SINCE, [
      ...[persons, askedAt, ASKING, happened_at],
    ]);
    if (since?.isSo) return true;
  }
  return false;
}
