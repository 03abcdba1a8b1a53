import { asOwner } from './walls.js';

/** The member of the group in which theirs goes on; merges of before are told by what they moved, or by who is in both groups. */
const whoGoesOn = [
  `alter table member add column went_on_as uuid references member on delete set null`,
  `create index ix_member_went_on on member (went_on_as) where went_on_as is not null`,
  `update member m set went_on_as = p."to" from group_merge g
    cross join lateral jsonb_to_recordset((g.moved -> 'joining') || (g.moved -> 'returning')) as p("from" uuid, "to" uuid)
    where g.state = 'merged' and m.id = p."from" and m.group_id = g.from_group_id`,
  `update member m set went_on_as = o.id from group_merge g join member o on o.group_id = g.into_group_id
    where g.state = 'merged' and m.group_id = g.from_group_id and m.left_on is null and m.went_on_as is null and o.left_on is null
      and (o.account_id = m.account_id or o.reference_hash = m.reference_hash)`,
  // Who somebody is now: an account is itself; a member, whoever they went on as, however often, and the account of that one.
  `create function heir_of(account uuid, member uuid) returns table (person_id uuid, person_kind text, account_id uuid, member_id uuid)
    language sql stable ${asOwner} as $$
    with recursive line as (
      select m.id, m.account_id, m.went_on_as from member m where m.id = heir_of.member and heir_of.account is null
      union select m.id, m.account_id, m.went_on_as from member m join line on m.id = line.went_on_as)
    select heir_of.account, 'account', heir_of.account, null::uuid where heir_of.account is not null
    union all
    select coalesce(l.account_id, l.id), case when l.account_id is null then 'member' else 'account' end, l.account_id,
      case when l.account_id is null then l.id end
    from line l where l.went_on_as is null $$`,
  `revoke all on function heir_of(uuid, uuid) from public`,
];

/** An address is sealed to its row, so it moves with its row; only between somebody and who they went on as, and never onto another. */
const carryAddresses = [
  `create function carry_addresses(pairs jsonb) returns void language sql ${asOwner} as $$
    update contact_point p set person_id = coalesce(heir.account_id, heir.id), account_id = heir.account_id,
      person_kind = case when heir.account_id is null then 'member' else 'account' end,
      member_id = case when heir.account_id is null then heir.id end
    from jsonb_to_recordset(pairs) as pair("from" uuid, "to" uuid)
      join member gone on gone.id = pair."from" join member heir on heir.id = pair."to"
    where p.member_id = gone.id and p.removed_at is null and (gone.went_on_as = heir.id or heir.went_on_as = gone.id)
      and exists (select from membership mine where mine.account_id = nullif(current_setting('app.user_id', true), '')::uuid and mine.site_id = heir.site_id)
      and not exists (select from contact_point o where o.person_id = coalesce(heir.account_id, heir.id) and o.channel = p.channel and o.removed_at is null) $$`,
  `revoke all on function carry_addresses(jsonb) from public`,
  `grant execute on function carry_addresses(jsonb) to app_rt`,
];

/** People whose group goes on in another are somebody else by id, and nobody else by what they said (docs/decisions/0030). */
export const heirs = { whoGoesOn, carryAddresses } as const;
