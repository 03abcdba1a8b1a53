import { consentsOf, readSaid, RECIPIENT, wishesOf } from '@followon/shared/db/wishes/what-was-said';
import type { SaidRow } from '@followon/shared/db/wishes/what-was-said';
import type { NudgeFacts } from '@followon/shared/rules/nudge/decide-nudge';
import { decideNudge } from '@followon/shared/rules/nudge/decide-nudge';
import type { Place } from '@followon/shared/rules/nudge/hours';
import { nudgeOf } from '@followon/shared/rules/nudge/nudges';
import { BY_HAND } from '@followon/shared/rules/nudge/settle-delivery';
import { Injectable } from '@nestjs/common';
import { conflict } from '../http/problem.js';
import { Work } from '../work/work.js';

const READER = `
  select n.person_id as "personId", n.person_kind as "personKind", n.group_id as "groupId", n.key
  from delivery d join nudge n on n.id = d.nudge_id where d.id = $1`;

/** $1 the person, $2 the delivery, $3 now, $4 the group, $5 the purpose. */
const facts = (kind: 'account' | 'member'): string => `
  select s.zone, s.country, n.audience, n.use_by as "useBy", l.due_at as "dueAt", l.reason, g.state as "groupState",
    coalesce(g.messages_off, false) as "groupSwitchedOff", (${RECIPIENT[kind]}) as recipient, ${wishesOf('$1')} as wishes, ${consentsOf('$1', '$5::text')} as consents
  from delivery l join nudge n on n.id = l.nudge_id join site s on s.id = l.site_id left join follow_on_group g on g.id = $4::uuid
    cross join lateral (select ($3::timestamptz at time zone s.zone)::date as today) d
  where l.id = $2 and n.person_id = $1::uuid`;

interface Reader {
  readonly personId: string;
  readonly personKind: 'account' | 'member';
  readonly groupId: string | null;
  readonly key: string;
}

type Row = SaidRow &
  Place &
  Pick<NudgeFacts, 'nudge' | 'audience' | 'useBy'> & {
    readonly dueAt: Date;
    readonly reason: string | null;
    readonly groupState: NudgeFacts['groupState'] | null;
    readonly groupSwitchedOff: boolean;
    readonly recipient: NudgeFacts['recipient'] | null;
  };

/**
 * A letter is weighed again before it is opened and before somebody says that it was posted, as every other message is before
 * it leaves. Whether it is still true the worker asks, at once when something has changed: until it has, nobody posts it.
 */
@Injectable()
export class LetterWeighing {
  constructor(private readonly work: Work) {}

  /** @throws Refusal 409 for a letter that nobody should get any more, or that waits to be looked at */
  async requireWanted(id: string): Promise<void> {
    const now = this.work.now();
    const row = await this.read(id, now);
    if (!row || isUnwanted(row, now)) throw notWanted();
    if (row.dueAt <= now) throw beingWeighed();
  }

  private async read(id: string, now: Date): Promise<Row | undefined> {
    const [reader]: Reader[] = await this.work.manager.query(READER, [id]);
    const nudge = nudgeOf(reader?.key ?? '');
    if (!reader || !nudge) return undefined;
    const [row]: Omit<Row, 'nudge'>[] = await this.work.manager.query(facts(reader.personKind), [
      ...[reader.personId, id, now.toISOString(), reader.groupId, nudge.purpose],
    ]);
    return row && { ...row, nudge };
  }
}

/** It may be posted at any hour: that it would be too late once its hours come is nothing to wait for. */
function isUnwanted(row: Row, now: Date): boolean {
  const decision = decideNudge({ ...factsOf(row), now });
  if (!('suppress' in decision)) return false;
  return decision.suppress !== 'past-use-by' || row.useBy <= now;
}

/** That it is within the budget was asked as it became a letter. */
function factsOf({ zone, country, recipient, groupState, ...row }: Row): Omit<NudgeFacts, 'now'> {
  const { nudge, audience, useBy, groupSwitchedOff, reason } = row;
  return {
    ...(audience && { audience }),
    ...{ nudge, useBy, groupSwitchedOff, recipient: recipient ?? undefined, place: { zone, country } },
    ...(groupState && { groupState }),
    ...(reason !== BY_HAND && { channel: 'letter' as const }),
    ...readSaid(row),
    ...{ sentAt: [], origin: 'live', stillTrue: true },
  };
}

const notWanted = () =>
  conflict('delivery.letter-not-wanted', 'This letter should not be posted any more.', {
    detail:
      'Its reader has changed what they get, or its day is over. If it was posted already, nothing is left to do.',
  });

const beingWeighed = () =>
  conflict('delivery.letter-weighed', 'This letter is being looked at once more.', {
    detail: 'Something has changed. Try again in a minute: it may not be needed any more.',
  });
