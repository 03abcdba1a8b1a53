import type { GroupState } from '@followon/shared/contract/health';
import { prepared } from '@followon/shared/db/prepared';
import type { SaidRow } from '@followon/shared/db/wishes/what-was-said';
import { consentsOf, readSaid, RECIPIENT, wishesOf } from '@followon/shared/db/wishes/what-was-said';
import type { NudgeFacts, Recipient } from '@followon/shared/rules/nudge/decide-nudge';
import type { Place } from '@followon/shared/rules/nudge/hours';
import type { Nudge } from '@followon/shared/rules/nudge/nudge';
import type { EntityManager } from 'typeorm';
import type { AnswerRow, Counted } from '../nudges/what-people-said.js';
import { countedSince, lastAnswerOf, readAnswer, readCounted } from '../nudges/what-people-said.js';
import type { Claimed } from './claim.js';
import { holdsPart } from './holds-part.js';
import { questionOf } from './still-true.js';

/** Every other capped message that this person got, or is getting right now, in all their groups and roles. */
const OTHERS = `
  case when $11::text in ('member', 'role-holder') then (select json_agg(json_build_object('key', c.key, 'at', c.at))
    from messages_counted(array[$1::uuid], $10) c where c.nudge_id <> $2 and c.on_its_way) end`;

/** What they answered counts from when it came, also while nobody has dealt with it. */
const REPLY_WAITS = `
  exists (select from contact_point p join inbound_message i on i.from_hash = p.address_hash and i.kind = 'reply'
    where p.person_id = $1 and p.removed_at is null and i.handled_at is null and i.said in ('stop', 'pause'))`;

/**
 * Everything the rules ask of one message, in one statement; $8 and $9 are what it is about. A handover's messages are not about
 * the state of its group, but the group's wish for quiet holds for them too.
 */
const facts = ({ person_kind, key, audience }: Claimed, question: string): string => `
  select s.zone, s.country, (${question}) as "stillTrue", (${RECIPIENT[person_kind]}) as recipient, not (${holdsPart(key, audience)}) as "roleIsOver", ${wishesOf('$1')} as wishes,
    ${consentsOf('$1', '$12::text')} as consents, ${OTHERS} as others, ${lastAnswerOf('$4', '$7::text')} as answer,
    case when g.id = $4 then g.state end as "groupState", coalesce(g.messages_off, false) as "groupSwitchedOff", ${REPLY_WAITS} as "replyWaits"
  from site s cross join lateral (select ($3::timestamptz at time zone s.zone)::date as today, $8::uuid, $9::jsonb) d
    left join follow_on_group g on g.id = coalesce($4, (select h.group_id from handover h where h.programme_id = $5 and h.route <> 'join'))
  where s.id = $6`;

interface Row extends SaidRow, Place {
  readonly stillTrue: boolean | null;
  readonly roleIsOver: boolean;
  readonly recipient: Recipient | null;
  readonly others: readonly Counted[] | null;
  readonly answer: AnswerRow | null;
  readonly groupState: GroupState | null;
  readonly groupSwitchedOff: boolean;
  readonly replyWaits: boolean;
}

type SendFacts = Omit<NudgeFacts, 'nudge' | 'audience' | 'origin' | 'now' | 'useBy' | 'stillTrue'>;

/** `stillTrue` is null for a message that reads a list, which is done last. */
export async function sendFacts(
  manager: EntityManager,
  claimed: Claimed,
  { nudge, now }: { readonly nudge: Nudge; readonly now: Date },
): Promise<SendFacts & { readonly stillTrue: boolean | null }> {
  const [row] = await prepared<Row>(manager, statementOf(claimed), [
    ...[claimed.person_id, claimed.nudge_id, now, claimed.group_id, claimed.programme_id, claimed.site_id],
    ...[claimed.key, claimed.subject_id, figuresOf(claimed), countedSince(now, nudge)],
    ...[claimed.audience, nudge.purpose],
  ]);
  if (!row) throw new Error(`site ${claimed.site_id} is not there`);
  const { zone, country, recipient, groupState, groupSwitchedOff, replyWaits, stillTrue, roleIsOver } = row;
  return {
    ...{
      place: { zone, country },
      recipient: recipient ?? undefined,
      stillTrue,
      roleIsOver,
      groupSwitchedOff,
      replyWaits,
    },
    ...readSaid(row),
    ...readCounted(row.others, claimed.key),
    ...readAnswer(row.answer),
    ...(groupState && { groupState }),
  };
}

const figuresOf = ({ figures, person_id }: Claimed): string =>
  JSON.stringify({ ...figures, person: person_id });

/** The question keeps its own numbers, `$1` and `$2`, which are the eighth and the ninth value here. */
function statementOf(claimed: Claimed) {
  const { key, person_kind, audience } = claimed;
  const question = questionOf(key)?.replace(/\$([12])\b/g, (_, n: string) => `$${Number(n) + 7}`);
  const name = `weigh-${person_kind}-${key}-${audience}`;
  return { name, text: facts(claimed, question ?? 'null::boolean') };
}
