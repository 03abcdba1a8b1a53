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
import type { Given } from './asked-about.js';
import { askedAbout, textedAt } from './asked-about.js';
import type { Answerer, InboundRow } from './inbound-rows.js';

const MEETING = `
  select m.id, m.site_id as "siteId", m.group_id as "groupId", m.held_on as "heldOn", m.outcome, m.headcount, m.newcomers, m.reason,
    g.state in ('closed', 'closed-well', 'merged') as "hasEnded", coalesce(cardinality(t.present), 0) as marked,
    ${textedAt('$2')} as "textedAt"
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
  /** The register stands as a text from the same number gave it, which was written then. */
  readonly textedAt: Date | null;
}

export interface Replied {
  readonly nudgeId: string | null;
  readonly meetingId: string | null;
  readonly outcome: string;
}

/**
 * A number in an answer to a message that asked for one. It fills a register that is still open, and never changes what is
 * saved already: but for a number that mends, on the same day, what came earlier by text from the same telephone. Saying it
 * again changes nothing. What counts is when it was written, in whatever order texts arrive.
 */
export async function saveReplied(row: InboundRow, given: Given): Promise<Replied> {
  const asked = await askedAbout(row, given);
  if (typeof asked !== 'object') return { nudgeId: null, meetingId: null, outcome: asked ?? 'not-asked' };
  const { nudgeId, meetingId } = asked;
  const { manager, now } = given;
  await actAs(manager, { kind: 'site', siteId: asked.by.site_id });
  const [meeting]: MeetingRow[] = await manager.query(MEETING, [asked.meetingId, row.from_hash]);
  const register = registerOf(row, meeting);
  const fits = register && meeting && !meeting.hasEnded && !isStillToCome(meeting, londonDate(now));
  if (!fits) return { nudgeId, meetingId, outcome: 'does-not-fit' };
  const outcome = outcomeOf(meeting, register, row.happened_at);
  if (outcome === 'saved') await save(meeting, { register, by: asked.by, manager, now });
  return { nudgeId, meetingId, outcome };
}

function outcomeOf(meeting: MeetingRow, register: Register, writtenAt: Date): string {
  if (saysTheSame(meeting, register)) return 'said-before';
  if (isOpen(meeting)) return 'saved';
  const { textedAt: before } = meeting;
  if (before === null) return 'saved-before';
  if (before > writtenAt) return 'overtaken';
  return mends(before, register, writtenAt) ? 'saved' : 'saved-before';
}

const isOpen = ({ outcome, marked }: MeetingRow): boolean =>
  marked === 0 && (outcome === 'planned' || outcome === 'missing');

const mends = (before: Date, { state }: Register, writtenAt: Date): boolean =>
  state === 'held' && londonDate(before) === londonDate(writtenAt);

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
