import { append } from '@followon/shared/db/ledger/append';
import { noteDown } from '@followon/shared/db/ledger/audit';
import { actAs } from '@followon/shared/db/transaction';
import type { Changed } from '@followon/shared/db/wishes/change-wishes';
import { changeKeptWishes } from '@followon/shared/db/wishes/change-wishes';
import { londonDate } from '@followon/shared/rules/calendar/london';
import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { WorkerEnv } from '../env.js';
import { ENV } from '../tokens.js';
import type { Answerer, InboundRow, Settled } from './inbound-rows.js';
import { isOvertaken } from './overtaken.js';
import type { Replied } from './replied-register.js';
import { saveReplied } from './replied-register.js';
import { changeOf, pauseOf } from './reply-changes.js';
import { setAside } from './set-aside.js';

interface Within {
  readonly manager: EntityManager;
  readonly now: Date;
}

interface Saying {
  readonly answerers: readonly Answerer[];
  readonly within: Within;
}

const PERSONS =
  'select distinct person_id, person_kind, channel, site_id from persons_at($1) where site_id is not null order by person_id, site_id';

/** What an answer from a phone does: it stops, pauses and starts, and says how many came. */
@Injectable()
export class Replies {
  constructor(@Inject(ENV) private readonly env: Pick<WorkerEnv, 'FOLLOWON_SECRET'>) {}

  async take(row: InboundRow, within: Within): Promise<Settled> {
    const answerers: Answerer[] = await within.manager.query(PERSONS, [row.from_hash]);
    if (answerers.length === 0) return { outcome: 'stranger' };
    const { manager, now } = within;
    const replied = await this.act(row, { answerers, within });
    await setAside(row, { ...replied, answerers, manager, now });
    return replied;
  }

  private async act(row: InboundRow, said: Saying): Promise<Replied> {
    const isOfMeeting = row.said === 'count' || row.said === 'not-met';
    const replied = isOfMeeting
      ? await saveReplied(row, { answerers: said.answerers, ...said.within })
      : { nudgeId: null, meetingId: null, outcome: await this.wish(row, said) };
    if (isOfMeeting || replied.outcome !== 'overtaken') await this.note(row, said, replied.nudgeId);
    return replied;
  }

  private async wish(row: InboundRow, saying: Saying): Promise<string> {
    if (!WISHES.includes(row.said)) return 'unknown';
    const { manager, now } = saying.within;
    if (isOverNow(row, now) || (await isOvertaken(row, manager))) return 'overtaken';
    await this.change(row, saying);
    return row.said ?? 'unknown';
  }

  /** A person is one in all sites: their wishes change once, and each site hears of it. */
  private async change(row: InboundRow, { answerers, within }: Saying): Promise<void> {
    const isAlone = new Set(answerers.map(({ person_id }) => person_id)).size === 1;
    const changed = new Map<string, Changed>();
    for (const answerer of answerers) {
      await actAs(within.manager, { kind: 'site', siteId: answerer.site_id });
      const { person_id: id } = answerer;
      const told = changed.get(id) ?? (await this.changeOne(row, { answerer, isAlone, within }));
      changed.set(id, told);
      if (told.isNew) await this.tell(answerer, { within, told });
    }
  }

  /** Kept as said when it was written: what they say on a page meanwhile is newer. */
  private async changeOne(
    row: InboundRow,
    { answerer, isAlone, within: { manager, now } }: { answerer: Answerer; isAlone: boolean; within: Within },
  ): Promise<Changed> {
    const { person_id: id, person_kind: kind } = answerer;
    const change = await changeOf(row, answerer, { isAlone, manager });
    const changed = await changeKeptWishes(
      manager,
      { id, kind },
      {
        ...{ change, capacities: [], by: 'reply', at: row.happened_at, today: londonDate(now) },
        secret: this.env.FOLLOWON_SECRET,
      },
    );
    if ('message' in changed) throw new Error(`A reply asks for what cannot be: ${changed.path}`);
    return changed;
  }

  private async tell(
    { person_id: personId, person_kind: personKind, site_id: siteId }: Answerer,
    { within: { manager, now }, told }: { within: Within; told: Changed },
  ): Promise<void> {
    const to = { streamId: siteId, streamKind: 'site', siteId, occurredAt: now } as const;
    const person = { personKind, personId };
    await append(manager, { ...to, name: 'message-wishes.changed.v1', payload: person });
    for (const { purpose, channel } of told.optOuts)
      await append(manager, {
        ...{ ...to, name: 'nudge.opted-out.v1' },
        payload: { ...person, purpose, channel, by: 'reply' },
      });
    const entry = { what: 'wishes.changed.reply', siteId, subject: personId };
    await noteDown(manager, [entry], { who: null, requestId: null, at: now.toISOString() });
  }

  /** That somebody answered, once for each site with a part in them; never what they wrote. */
  private async note(
    { id: inboundId, said }: InboundRow,
    { answerers, within: { manager, now } }: Saying,
    nudgeId: string | null,
  ): Promise<void> {
    for (const siteId of new Set(answerers.map(({ site_id }) => site_id))) {
      await actAs(manager, { kind: 'site', siteId });
      await append(manager, {
        ...{ streamId: siteId, streamKind: 'site', siteId, occurredAt: now },
        ...{ name: 'reply.received.v1' },
        payload: { inboundId, nudgeId, said: said ?? 'unknown' },
      });
    }
  }
}

const WISHES: readonly InboundRow['said'][] = ['stop', 'start', 'pause'];

const isOverNow = (row: InboundRow, now: Date): boolean => {
  const until = pauseOf(row);
  return until !== undefined && until <= londonDate(now);
};
