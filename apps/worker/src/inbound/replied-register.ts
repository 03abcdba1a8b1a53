import { Register } from '@followon/shared/contract/meetings';
import { append } from '@followon/shared/db/ledger/append';
import { noteDown } from '@followon/shared/db/ledger/audit';
import { actAs } from '@followon/shared/db/transaction';
import { londonDate } from '@followon/shared/rules/calendar/london';
import {
  hasRegister,
  isStillToCome,
  registeredColumns,
  registerFact,
} from '@followon/shared/rules/group/register';
import type { EntityManager } from 'typeorm';
import type { Answerer, InboundRow } from './inbound-rows.js';

/** The messages that ask how many came. */
const ASKING = ['how_was_it', 'register_missing', 'did_you_meet'];

/**
 * The latest meeting somebody was asked about and may still answer for: what the link in their message is for, for as long
 * as it is good (docs/decisions/0020), while they have a role in the group.
 */
const ASKED = `
  select l.subject_id as "meetingId", n.id as "nudgeId", n.sent_at as "askedAt" from link l join nudge n on n.id = l.nudge_id
  where l.action = 'record-register' and l.revoked_at is null and l.expires_at > $2 and $1 in (l.account_id, l.member_id) and n.sent_at is not null and n.key = any($3)
    and exists (select from meeting m join group_role r on r.group_id = m.group_id and r.until_on is null
      left join account a on a.id = r.account_id where m.id = l.subject_id and $1 in (r.account_id, r.member_id) and a.disabled_at is null)
  order by n.sent_at desc, l.created_at desc limit 1`;

/** Something else that they were told since: a bare "no" may be meant for that. */
const TOLD_SINCE = `
  select exists (select from nudge where person_id = any($1) and sent_at >= $2 and key <> all($3)) as "isSo"`;

interface Asked {
  readonly meetingId: string;
  readonly nudgeId: string;
  readonly askedAt: Date;
  readonly by: Answerer;
}

const MEETING = `
  select m.id, m.site_id as "siteId", m.group_id as "groupId", m.held_on as "heldOn", m.outcome, m.headcount, m.newcomers, m.reason,
    g.state in ('closed', 'closed-well', 'merged') as "hasEnded", coalesce(cardinality(t.present), 0) as marked,
    m.recorded_at as "recordedAt", exists (select from inbound_message i
      where i.from_hash = $2 and i.outcome = 'saved' and i.handled_at = m.recorded_at) as "isOfReply"
  from meeting m join follow_on_group g on g.id = m.group_id left join attendance t on t.meeting_id = m.id
  where m.id = $1 for update of m`;
const SAVE = `
  update meeting set outcome = $2, headcount = $3, newcomers = $4, reason = $5, recorded_at = $6, recorded_by = $7, version = version + 1,
    named = named and $2 = 'held'
  where id = $1`;
interface MeetingRow {
  readonly id: string;
  readonly siteId: string;
  readonly groupId: string;
  readonly heldOn: string;
  readonly outcome: 'planned' | 'held' | 'not-held' | 'missing';
  readonly headcount: number | null;
  readonly newcomers: number | null;
  readonly reason: string | null;
  readonly hasEnded: boolean;
  readonly marked: number;
  readonly recordedAt: Date | null;
  /** The register stands as a text from the same number gave it. */
  readonly isOfReply: boolean;
}

interface Given {
  readonly answerers: readonly Answerer[];
  readonly manager: EntityManager;
  readonly now: Date;
}

/**
 * A number in an answer to a message that asked for one. It fills a register that is still open, and never changes what is
 * saved already: but for a number that mends, on the same day, what came by text from the same telephone. Saying it again
 * changes nothing.
 */
export async function saveReplied(
  row: InboundRow,
  given: Given,
): Promise<{ readonly nudgeId: string | null; readonly outcome: string }> {
  const asked = await latestAsked(given);
  if (!asked || (await isUnclear(row, { given, asked }))) return { nudgeId: null, outcome: 'not-asked' };
  const { nudgeId } = asked;
  const { manager, now } = given;
  await actAs(manager, { kind: 'site', siteId: asked.by.site_id });
  const [meeting]: MeetingRow[] = await manager.query(MEETING, [asked.meetingId, row.from_hash]);
  const register = registerOf(row, meeting);
  const fits = register && meeting && !meeting.hasEnded && !isStillToCome(meeting, londonDate(now));
  if (!fits) return { nudgeId, outcome: 'does-not-fit' };
  const outcome = outcomeOf(meeting, register, now);
  if (outcome === 'saved') await save(meeting, { register, by: asked.by, manager, now });
  return { nudgeId, outcome };
}

function outcomeOf(meeting: MeetingRow, register: Register, now: Date): string {
  if (saysTheSame(meeting, register)) return 'said-before';
  return isOpen(meeting) || mends(meeting, register, now) ? 'saved' : 'saved-before';
}

async function latestAsked({ answerers, manager, now }: Given): Promise<Asked | undefined> {
  const asked: Asked[] = [];
  for (const by of answerers) {
    await actAs(manager, { kind: 'site', siteId: by.site_id });
    const [found]: Omit<Asked, 'by'>[] = await manager.query(ASKED, [by.person_id, now, ASKING]);
    if (found) asked.push({ ...found, by });
  }
  return asked.sort((a, b) => b.askedAt.getTime() - a.askedAt.getTime())[0];
}

async function isUnclear(
  { said }: InboundRow,
  { given: { answerers, manager }, asked }: { readonly given: Given; readonly asked: Asked },
): Promise<boolean> {
  if (said !== 'not-met') return false;
  const persons = answerers.map(({ person_id }) => person_id);
  for (const siteId of new Set(answerers.map(({ site_id }) => site_id))) {
    await actAs(manager, { kind: 'site', siteId });
    const [since]: { isSo: boolean }[] = await manager.query(TOLD_SINCE, [persons, asked.askedAt, ASKING]);
    if (since?.isSo) return true;
  }
  return false;
}

const isOpen = ({ outcome, marked }: MeetingRow): boolean =>
  marked === 0 && (outcome === 'planned' || outcome === 'missing');

const mends = ({ isOfReply, recordedAt }: MeetingRow, { state }: Register, now: Date): boolean =>
  isOfReply && state === 'held' && recordedAt !== null && londonDate(recordedAt) === londonDate(now);

/** Undefined for a number that no register takes, or one below the people who are marked present. */
function registerOf({ said, amount }: InboundRow, meeting: MeetingRow | undefined): Register | undefined {
  const register =
    said === 'not-met'
      ? { state: 'not-held', reason: 'not-said' }
      : { state: 'held', headcount: amount, ...kept(meeting, amount) };
  const read = Register.safeParse(register).data;
  return read?.state === 'held' && read.headcount < (meeting?.marked ?? 0) ? undefined : read;
}

/** Who only mends the number of all leaves the number of newcomers as it was, where it still fits. */
const kept = (meeting: MeetingRow | undefined, amount: number | null) =>
  meeting?.newcomers != null && amount !== null && meeting.newcomers <= amount
    ? { newcomers: meeting.newcomers }
    : {};

function saysTheSame({ outcome, headcount }: MeetingRow, register: Register): boolean {
  if (outcome !== register.state) return false;
  return register.state === 'not-held' || register.headcount === headcount;
}

async function save(
  meeting: MeetingRow,
  told: {
    readonly register: Register;
    readonly by: Answerer;
    readonly manager: EntityManager;
    readonly now: Date;
  },
): Promise<void> {
  const { register, by, manager, now } = told;
  const { outcome, headcount, newcomers, reason } = registeredColumns(register);
  const who = by.person_kind === 'account' ? by.person_id : null;
  await manager.query(SAVE, [meeting.id, outcome, headcount, newcomers, reason, now, who]);
  const to = { streamId: meeting.groupId, siteId: meeting.siteId, occurredAt: now, actorId: who };
  await append(manager, { ...to, ...registerFact(meeting, register) });
  const what = hasRegister(meeting) ? 'register.corrected' : 'register.saved';
  const entry = { what, siteId: meeting.siteId, subject: meeting.id };
  await noteDown(manager, [entry], { who, requestId: null, at: now.toISOString() });
}
