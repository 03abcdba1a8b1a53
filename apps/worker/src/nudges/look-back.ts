import type { GroupState } from '@followon/shared/contract/health';
import { prepared } from '@followon/shared/db/prepared';
import type { SaidRow } from '@followon/shared/db/wishes/what-was-said';
import { consentsOf, readSaid, wishesOf } from '@followon/shared/db/wishes/what-was-said';
import type { NudgeFacts } from '@followon/shared/rules/nudge/decide-nudge';
import type { Place } from '@followon/shared/rules/nudge/hours';
import type { Nudge } from '@followon/shared/rules/nudge/nudge';
import type { Within } from '../dispatch/reaction.js';
import type { AnswerRow, Counted } from './what-people-said.js';
import { countedSince, lastAnswerOf, readAnswer, readCounted } from './what-people-said.js';

type OfGroup = Pick<NudgeFacts, 'groupState' | 'groupSwitchedOff' | 'lastAnswer' | 'place'>;
type OfPerson = Pick<NudgeFacts, 'wishes' | 'consents' | 'sentAt' | 'lastTold'>;

/** What is known when a message is thought of. */
export interface Before {
  readonly ofGroup: OfGroup;
  readonly of: (personId: string) => OfPerson;
  /** Who was thought of before, for this occasion. */
  readonly planned: ReadonlySet<string>;
}

/** $1 the group, $2 the people, $8 the site. Counted is also what is planned for later. */
const LOOK_BACK = {
  name: 'nudges-look-back',
  text: `
  select s.zone, s.country, (select state from follow_on_group where id = $1) as group_state,
    coalesce((select messages_off from follow_on_group where id = coalesce($1, (select h.group_id from handover h where h.programme_id = $6 and h.route <> 'join'))), false) as switched_off,
    coalesce((select json_agg(n.person_id) from nudge n where n.key = $3 and n.occasion = $4 and n.person_id = any($2::uuid[])), '[]') as planned,
    coalesce((select json_agg(json_build_object('personId', p.id, 'wishes', ${wishesOf('p.id')}, 'consents', ${consentsOf('p.id', '$7::text')})) from unnest($2::uuid[]) as p(id)), '[]') as people,
    coalesce((select json_agg(json_build_object('personId', c.person_id, 'key', c.key, 'at', c.at)) from messages_counted($2::uuid[], $5) c), '[]') as counted,
    ${lastAnswerOf('$1', '$3')} as answer
  from site s where s.id = $8`,
};

interface OfOne {
  readonly personId: string;
}

interface LookBackRow extends Place {
  readonly group_state: GroupState | null;
  readonly switched_off: boolean;
  readonly planned: readonly string[];
  readonly people: readonly (OfOne & SaidRow)[];
  readonly counted: readonly (OfOne & Counted)[];
  readonly answer: AnswerRow | null;
}

interface Asked {
  readonly siteId: string;
  readonly groupId: string | null;
  readonly programmeId: string | null;
  readonly nudge: Nudge;
  readonly occasion: string;
  readonly people: readonly string[];
}

/** @throws Error when the site is not there */
export async function lookBack(
  { siteId, groupId, programmeId, nudge, occasion, people }: Asked,
  { manager, now }: Within,
): Promise<Before> {
  const values = [groupId, people, nudge.key, occasion, countedSince(now, nudge), programmeId];
  const [row] = await prepared<LookBackRow>(manager, LOOK_BACK, [...values, nudge.purpose, siteId]);
  if (!row) throw new Error(`site ${siteId} is not there`);
  const { zone, country, group_state: groupState } = row;
  return {
    ofGroup: {
      ...{ place: { zone, country }, groupSwitchedOff: row.switched_off },
      ...readAnswer(row.answer),
      ...(groupState && { groupState }),
    },
    of: (id) => ({
      ...readSaid(row.people.find(({ personId }) => personId === id)),
      ...readCounted(
        row.counted.filter(({ personId }) => personId === id),
        nudge.key,
      ),
    }),
    planned: new Set(row.planned),
  };
}
