import type { WishesChange } from '@followon/shared/contract/wishes';
import { append } from '@followon/shared/db/ledger/append';
import { noteDown } from '@followon/shared/db/ledger/audit';
import { actAs } from '@followon/shared/db/transaction';
import type { Changed } from '@followon/shared/db/wishes/change-wishes';
import { changeKeptWishes } from '@followon/shared/db/wishes/change-wishes';
import { addDays } from '@followon/shared/rules/calendar/civil-date';
import { londonDate } from '@followon/shared/rules/calendar/london';
import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { WorkerEnv } from '../env.js';
import { ENV } from '../tokens.js';
import type { Answerer, InboundRow } from './inbound-rows.js';
import { saveReplied } from './replied-register.js';

interface Within {
  readonly manager: EntityManager;
  readonly now: Date;
}

const PERSONS =
  'select distinct person_id, person_kind, channel, site_id from persons_at($1) where site_id is not null order by person_id, site_id';

const STOPPED_SINCE = `
  select exists (select from inbound_message where from_hash = $1 and said = 'stop' and happened_at >= $2) as stopped`;

/** Texts may come late and out of order: an older START never undoes a newer STOP. */
async function isOvertaken({ from_hash, happened_at }: InboundRow, { manager }: Within): Promise<boolean> {
  const [row]: { stopped: boolean }[] = await manager.query(STOPPED_SINCE, [from_hash, happened_at]);
  return row?.stopped ?? false;
}

/** What an answer from a phone does: it stops, pauses and starts, and says how many came. */
@Injectable()
export class Replies {
  constructor(@Inject(ENV) private readonly env: Pick<WorkerEnv, 'FOLLOWON_SECRET'>) {}

  async take(row: InboundRow, within: Within): Promise<string> {
    const answerers: Answerer[] = await within.manager.query(PERSONS, [row.from_hash]);
    if (answerers.length === 0) return 'stranger';
    if (row.said === 'count' || row.said === 'not-met') return this.register(row, { answerers, within });
    if (row.said === 'start' && (await isOvertaken(row, within))) return 'overtaken';
    return this.wish(row, { answerers, within });
  }

  private async wish(
    row: InboundRow,
    { answerers, within }: { answerers: readonly Answerer[]; within: Within },
  ): Promise<string> {
    const change = changeFor(row, { channel: answerers[0]?.channel ?? 'sms', today: londonDate(within.now) });
    if (change) await this.change(answerers, { within, change });
    const outcome = (change && row.said) ?? 'unknown';
    return this.note(row, { answerers, within, nudgeId: null, outcome });
  }

  private async register(
    row: InboundRow,
    { answerers, within }: { answerers: readonly Answerer[]; within: Within },
  ): Promise<string> {
    const { nudgeId, outcome } = await saveReplied(row, { answerers, ...within });
    return this.note(row, { answerers, within, nudgeId, outcome });
  }

  /** A person is one in all sites: their wishes change once, and each site hears of it. */
  private async change(
    answerers: readonly Answerer[],
    { within, change }: { within: Within; change: WishesChange },
  ): Promise<void> {
    const changed = new Map<string, Changed>();
    for (const answerer of answerers) {
      await actAs(within.manager, { kind: 'site', siteId: answerer.site_id });
      const { person_id: id } = answerer;
      const told = changed.get(id) ?? (await this.changeOne(answerer, { within, change }));
      changed.set(id, told);
      if (told.isNew) await this.tell(answerer, { within, told });
    }
  }

  private async changeOne(
    { person_id: id, person_kind: kind }: Answerer,
    { within: { manager, now }, change }: { within: Within; change: WishesChange },
  ): Promise<Changed> {
    const changed = await changeKeptWishes(
      manager,
      { id, kind },
      {
        ...{ change, capacities: [], by: 'reply', at: now, today: londonDate(now) },
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
    told: {
      readonly answerers: readonly Answerer[];
      readonly within: Within;
      readonly nudgeId: string | null;
      readonly outcome: string;
    },
  ): Promise<string> {
    const { manager, now } = told.within;
    for (const siteId of new Set(told.answerers.map(({ site_id }) => site_id))) {
      await actAs(manager, { kind: 'site', siteId });
      await append(manager, {
        ...{ streamId: siteId, streamKind: 'site', siteId, occurredAt: now },
        ...{ name: 'reply.received.v1' },
        payload: { inboundId, nudgeId: told.nudgeId, said: said ?? 'unknown' },
      });
    }
    return told.outcome;
  }
}

function changeFor(
  { said, amount }: InboundRow,
  { channel, today }: { readonly channel: Answerer['channel']; readonly today: string },
): WishesChange | undefined {
  const by = channel === 'push' ? 'sms' : channel;
  if (said === 'stop') return { channels: { [by]: false } };
  if (said === 'start') return { channels: { [by]: true }, startAgain: true };
  if (said === 'pause') return { pause: { until: addDays(today, (amount ?? 4) * 7) } };
  return undefined;
}
