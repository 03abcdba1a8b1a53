import type { Role } from '@followon/shared/contract/session';
import { MessageFigures } from '@followon/shared/messages/facts';
import type { GroupRow } from './a-group.js';
import type { TestWorker } from './a-worker.js';
import { anAccount } from './an-account.js';
import type { TestDatabase } from './database.js';

const noonOf = (day: string) => new Date(`${day}T12:00:00Z`);

interface Message {
  readonly state: string;
  readonly on: string;
  readonly person_id: string;
  readonly figures: MessageFigures;
}

/** A site whose days a test lives through, and what was thought of on them. */
export interface RoundStage {
  /** Everything that happens on a day, as seen at noon. */
  live(day: string): Promise<void>;
  /** The group is there from this day on, as its event says. */
  begun(group: GroupRow, day: string): Promise<void>;
  person(role: Role): Promise<string>;
  holds(group: GroupRow, kind: 'ptv' | 'contact', accountId: string): Promise<unknown>;
  /** Messages of one kind in the order of their days. */
  messages(key: string): Promise<Message[]>;
}

export function aRoundStage(database: TestDatabase, worker: TestWorker, siteId: string): RoundStage {
  return {
    live: async (day) => {
      await worker.sweeper.sweep(noonOf(day));
      await worker.drain(noonOf(day));
      await worker.deliverer.deliver(noonOf(day));
    },
    begun: async (group, day) => {
      const stream = { streamId: group.id, siteId, occurredAt: noonOf(day) };
      const payload = { groupId: group.id, programmeId: null, formedOn: day };
      await worker.append({ name: 'group.formed.v1', ...stream, payload });
      await worker.drain(noonOf(day));
    },
    person: async (role) => (await anAccount(database, { roles: [{ role, siteId }] })).id,
    holds: (group, kind, accountId) =>
      database.insert('group_role', {
        ...{ site_id: siteId, group_id: group.id, kind, account_id: accountId, from_on: '2026-03-01' },
      }),
    messages: async (key) => {
      const rows = await database.query<Omit<Message, 'figures'> & { figures: unknown }>(
        `select state, due_at::date::text as "on", figures, person_id from nudge where site_id = $1 and key = $2 order by due_at, person_id`,
        [siteId, key],
      );
      return rows.map(({ figures, ...row }) => ({ ...row, figures: MessageFigures.parse(figures) }));
    },
  };
}
