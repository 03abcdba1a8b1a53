import { createHash, randomUUID } from 'node:crypto';
import { declareTerms } from '@followon/shared/rules/trial/terms';
import type { TestDatabase } from './database.js';

interface Place {
  readonly site: string;
  readonly group: string;
  readonly member: string;
  readonly alert: string;
  readonly nudge: string;
  readonly delivery: string;
  /** Who says something. */
  readonly account: string;
}

const AT = new Date('2026-04-14T09:00:00Z');
const chosen = { withheldShare: 0.5, smallestEffect: 0.15, mostWeeks: 52 };
const once = 'on conflict do nothing';

/** A row in every table about how people are reached, what became of messages, and what was thought of alerts. */
export async function whatPeopleWish(database: TestDatabase, place: Place): Promise<{ trial: string }> {
  const { site, member, alert, account, delivery } = place;
  const person = { person_id: member, person_kind: 'member', member_id: member };
  await database.insert('message_wish', { ...person, language: 'cy', updated_at: AT });
  await database.insert('message_consent', {
    ...{ ...person, channel: 'any', purpose: 'meeting-reminder' },
    ...{ wants: true, said_at: AT, said_by: 'self' },
  });
  await database.insert('contact_point', {
    ...{ ...person, channel: 'sms', sealed: Buffer.from('sealed'), key_id: 'test' },
    ...{ address_hash: createHash('sha256').update(member).digest(), added_at: AT },
  });
  await database.insert('alert_feedback', {
    ...{ alert_id: alert, site_id: site, account_id: account },
    ...{ verdict: 'useful', rules: ['fading'], given_at: AT },
  });
  await database.query(
    `insert into alert_policy (site_id, group_first_days, admin_after_days, version, saved_at) values ($1, 0, 3, 1, now()) ${once}`,
    [site],
  );
  const inbound = await database.insert<{ id: string }>('inbound_message', {
    ...{ provider: 'notify', provider_id: randomUUID(), kind: 'reply', happened_at: AT, said: 'unknown' },
  });
  await database.insert('reply_aside', { site_id: site, inbound_id: inbound.id, why: 'unread', at: AT });
  await database.insert('delivery_step', {
    delivery_id: delivery,
    site_id: site,
    at: AT,
    what: 'handed-over',
  });
  return { trial: await aTrial(database, place) };
}

async function aTrial(database: TestDatabase, { site, group }: Place): Promise<string> {
  const [trial] = await database.query<{ id: string }>(
    `insert into nudge_trial (site_id, key, version, terms, salt, started_at) values ($1, 'how_was_it', 1, $3, 'test', $2)
     on conflict (site_id, key, version) do update set salt = excluded.salt returning id`,
    [site, AT, JSON.stringify(declareTerms('how_was_it', chosen))],
  );
  const id = trial?.id ?? '';
  await database.insert('nudge_trial_unit', {
    ...{ trial_id: id, site_id: site, unit_id: group, group_id: group },
    ...{ arm: 'sent', assigned_at: AT, measure_at: AT },
  });
  return id;
}
