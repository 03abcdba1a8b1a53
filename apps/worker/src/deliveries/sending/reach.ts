import { linkToken, linkPath, calendarPath } from '@followon/shared/db/links/link-token';
import { namesTold } from '@followon/shared/db/messages/names-told';
import { prepared } from '@followon/shared/db/prepared';
import type { Consent, MessageChannel } from '@followon/shared/rules/nudge/consent';
import type { Country } from '@followon/shared/rules/calendar/country';
import type { MessageFormat } from '@followon/shared/rules/nudge/choose-channel';
import type { Language } from '@followon/shared/rules/nudge/in-which-languages';
import type { EntityManager } from 'typeorm';
import type { LetterLink } from '@followon/shared/messages/written/letter';
import type { Claimed } from '../claim.js';

/** Where a person can be reached, how they wish to be, and what the message is about, in names. */
export interface Reach {
  readonly deliveryId: string;
  /** As they are now: whoever weighed the message may have read a list into them. */
  readonly figures: unknown;
  readonly groupName: string | null;
  readonly programmeName: string | null;
  readonly names: Readonly<Record<string, string>> | null;
  /** Null for who has not said which language they would like. */
  readonly chosen: Language | null;
  /** Of the site that the message is about. */
  readonly country: Country;
  readonly format: MessageFormat;
  readonly accountEmail: string | null;
  readonly optedIn: boolean;
  readonly points: readonly Point[];
  readonly consents: readonly Consent[];
}

interface Point {
  readonly id: string;
  readonly channel: MessageChannel;
  /** Hexadecimal. */
  readonly sealed: string;
  readonly keyId: string;
}

const REACH = {
  name: 'reach-people',
  text: `
  select d.id as "deliveryId", n.figures, g.name as "groupName", p.name as "programmeName",
    case when n.figures ?| array['tasks', 'alerts', 'week'] then ${namesTold('n.figures')} end as names,
    w.language as chosen, s.country, coalesce(w.format, 'standard') as format, case when a.email_broken_at is null then a.email end as "accountEmail",
    exists (select from member m where n.person_id in (m.id, m.account_id) and m.wants_messages and m.left_on is null
      and (n.group_id is null or m.group_id = n.group_id)) as "optedIn",
    coalesce((select jsonb_agg(jsonb_build_object('id', c.id, 'channel', c.channel, 'sealed', encode(c.sealed, 'hex'), 'keyId', c.key_id))
      from contact_point c where c.person_id = n.person_id and c.removed_at is null and c.broken_at is null), '[]') as points,
    coalesce((select jsonb_agg(jsonb_build_object('channel', c.channel, 'purpose', c.purpose, 'wants', c.wants, 'saidAt', c.said_at))
      from message_consent c where c.person_id = n.person_id), '[]') as consents
  from delivery d join nudge n on n.id = d.nudge_id join site s on s.id = n.site_id
    left join message_wish w on w.person_id = n.person_id
    left join account a on n.person_kind = 'account' and a.id = n.person_id
    left join follow_on_group g on g.id = n.group_id
    left join programme p on p.id = n.programme_id
  where d.id = any($1::uuid[])`,
};

type Row = Omit<Reach, 'consents'> & {
  readonly consents: readonly (Omit<Consent, 'saidAt'> & { saidAt: string })[];
};

const withDates = (row: Row): Reach => ({
  ...row,
  consents: row.consents.map((word) => ({ ...word, saidAt: new Date(word.saidAt) })),
});

export async function readReach(
  manager: EntityManager,
  claimed: readonly Claimed[],
): Promise<ReadonlyMap<string, Reach>> {
  const rows = await prepared<Row>(manager, REACH, [claimed.map(({ id }) => id)]);
  return new Map(rows.map((row) => [row.deliveryId, withDates(row)]));
}

const LINKS = {
  name: 'links-of-messages',
  text: `
  select l.id, l.nudge_id as "nudgeId", l.action, t.key as task
  from link l left join handover_task t on l.action = 'tick-task' and t.id = l.subject_id
  where l.nudge_id = any($1::uuid[]) and l.revoked_at is null order by t.due_on, t.position, l.id`,
};

interface LinkRow {
  readonly id: string;
  readonly nudgeId: string;
  readonly action: string;
  readonly task: string | null;
}

/** What can be done from each message, by the id of its nudge. Tokens are derived: the database holds none. */
export async function readLinks(
  manager: EntityManager,
  claimed: readonly Claimed[],
  secret: string,
): Promise<ReadonlyMap<string, LetterLink[]>> {
  const rows = await prepared<LinkRow>(manager, LINKS, [claimed.map(({ nudge_id }) => nudge_id)]);
  const links = new Map<string, LetterLink[]>();
  for (const { id, nudgeId, action, task } of rows) {
    const token = linkToken(secret, id);
    const path = action === 'calendar' ? calendarPath(token) : linkPath(token);
    links.set(nudgeId, [...(links.get(nudgeId) ?? []), { action, task, path }]);
  }
  return links;
}
