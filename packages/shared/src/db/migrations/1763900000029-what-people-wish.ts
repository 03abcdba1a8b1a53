import type { MigrationInterface, QueryRunner } from 'typeorm';
import { heirs } from './heirs.js';
import { asOwner, inPrincipalSite, ownRow, siteWall, wall } from './walls.js';

/** A row about a person: an account, or a member who does not sign in. */
const person = `
    person_id uuid not null,
    person_kind text not null check (person_kind in ('account', 'member')),
    account_id uuid references account on delete cascade,
    member_id uuid references member on delete cascade,
    check (person_id = coalesce(account_id, member_id) and (account_id is null) <> (member_id is null)
      and (person_kind = 'account') = (account_id is not null)),`;

/** Their own, or of somebody whose site the reader shares: what may be done with it the policy table decides. */
const ofReader = `${ownRow('account_id')} or shares_site(account_id) or exists (select from member m where m.id = member_id)`;
const ofWorker = `account_id in (select s.account_id from membership s where ${inPrincipalSite('s.site_id')}) or exists (select from member m where m.id = member_id)`;
const personWall = (table: string, may: { appMay?: string; workerMay?: string } = {}): string[] =>
  wall({ table, app: ofReader, worker: ofWorker, ...may });

const statements = [
  ...heirs.whoGoesOn,
  // How a person would like to be spoken to, in all their groups and roles at once. No row: nothing was said.
  `create table message_wish (${person}
    -- Null: they have not said, so it is as their site does.
    language text check (language in ('en', 'cy')),
    format text not null default 'standard' check (format in ('standard', 'large-print', 'easy-read', 'bsl', 'paper')),
    hours text not null default 'any' check (hours in ('any', 'mornings', 'afternoons')),
    -- ISO weekdays on which nothing is wanted: 1 is Monday.
    quiet_weekdays int[] not null default '{}' check (quiet_weekdays <@ array[1, 2, 3, 4, 5, 6, 7]),
    -- A bad day: what can wait waits until this day is over.
    bad_until date,
    -- What comes meanwhile is let go.
    paused_until date,
    -- Nothing at all any more.
    stopped_at timestamptz,
    -- Whose words these were: what a contact person wrote down, they may undo; what people said themselves, only they.
    bad_by text check (bad_by in ('self', 'contact', 'reply', 'unsubscribe')),
    paused_by text check (paused_by in ('self', 'contact', 'reply', 'unsubscribe')),
    stopped_by text check (stopped_by in ('self', 'contact', 'reply', 'unsubscribe')),
    version int not null default 1,
    updated_at timestamptz not null,
    primary key (person_id))`,
  ...personWall('message_wish', { appMay: 'select, insert, update', workerMay: 'select, insert, update' }),

  // Yes or no to a purpose on a channel; the newest word counts, whoever wrote it down.
  `create table message_consent (${person}
    channel text not null check (channel in ('any', 'email', 'sms', 'push', 'letter')),
    purpose text not null,
    wants boolean not null,
    said_at timestamptz not null,
    said_by text not null check (said_by in ('self', 'contact', 'reply', 'unsubscribe')),
    primary key (person_id, channel, purpose))`,
  ...personWall('message_consent', { appMay: 'select, insert, update', workerMay: 'select, insert, update' }),

  // Where a person can be reached. Sealed: only whoever sends opens it; the hash finds who has answered.
  `create table contact_point (
    id uuid primary key default gen_random_uuid(),${person}
    channel text not null check (channel in ('email', 'sms', 'push', 'letter')),
    sealed bytea not null,
    key_id text not null,
    address_hash bytea not null,
    verified_at timestamptz,
    -- The provider says that nobody is there.
    broken_at timestamptz,
    removed_at timestamptz,
    added_at timestamptz not null)`,
  `create unique index uq_contact_point on contact_point (person_id, channel) where removed_at is null`,
  `create index ix_contact_point_hash on contact_point (address_hash) where removed_at is null`,
  ...personWall('contact_point', {
    appMay: `insert (id, person_id, person_kind, account_id, member_id, channel, sealed, key_id, address_hash, verified_at, added_at),
      update (removed_at, verified_at), select (id, person_id, person_kind, account_id, member_id, channel, verified_at, broken_at, removed_at, added_at)`,
    workerMay: 'select, update (broken_at, removed_at, verified_at)',
  }),
  // The address of an account is where staff get their messages.
  `grant select (email) on account to worker_rt`,

  // What providers and phones tell us, kept before it is answered; no word of it, only what it means.
  `create table inbound_message (
    id uuid primary key default gen_random_uuid(),
    provider text not null,
    provider_id text not null,
    kind text not null check (kind in ('receipt', 'reply')),
    received_at timestamptz not null default now(),
    happened_at timestamptz not null,
    -- Of a receipt: the message it is about, by our reference, and what became of it.
    reference text,
    status text,
    -- Of a reply: who, and what it asks.
    from_hash bytea,
    said text check (said in ('stop', 'start', 'pause', 'count', 'not-met', 'unknown')),
    amount int,
    handled_at timestamptz,
    outcome text,
    -- The meeting whose register it is, or would have been.
    meeting_id uuid references meeting on delete set null,
    unique (provider, provider_id))`,
  `create index ix_inbound_waiting on inbound_message (received_at) where handled_at is null`,
  ...wall({ table: 'inbound_message' }),
  `create policy auth_in on inbound_message for insert to auth_rt with check (true)`,
  // On conflict needs to read what makes it one.
  `create policy auth_known on inbound_message for select to auth_rt using (true)`,
  `grant insert, select (id, provider, provider_id) on inbound_message to auth_rt`,
  `create policy worker_inbound on inbound_message to worker_rt using (true) with check (true)`,
  `grant select, update, delete on inbound_message to worker_rt`,
  // Replies that a person has to look at, by site: nobody could read them, they fit nothing, or another number stands. No word of them.
  `create table reply_aside (
    id uuid primary key default gen_random_uuid(),
    site_id uuid not null references site,
    inbound_id uuid not null references inbound_message on delete cascade,
    why text not null check (why in ('unread', 'not-asked', 'unclear', 'differs')),
    at timestamptz not null,
    meeting_id uuid references meeting on delete cascade,
    -- The number that was texted, where it is clear that it is one; null: that they did not meet.
    amount int,
    unique (site_id, inbound_id))`,
  `create index ix_reply_aside_site on reply_aside (site_id, at)`,
  `create index ix_inbound_saved on inbound_message (meeting_id) where outcome = 'saved'`,
  `create index ix_inbound_from on inbound_message (from_hash, happened_at) where kind = 'reply'`,
  ...siteWall('reply_aside', { appMay: 'select', workerMay: 'select, insert' }),
  // Whoever answers is found by the hash of their address, before there is a site.
  `create function persons_at(hash bytea) returns table (point_id uuid, person_id uuid, person_kind text, channel text, site_id uuid)
    language sql stable ${asOwner} as $$
    select p.id, h.person_id, h.person_kind, p.channel, coalesce(m.site_id, s.site_id) from contact_point p
      cross join lateral heir_of(p.account_id, p.member_id) h
      left join member m on m.id = h.member_id
      left join membership s on s.account_id = h.account_id
    where p.address_hash = hash and p.removed_at is null $$`,
  ...heirs.carryAddresses,
  // The lists of groups follow what the person said, for whoever may write that down: a link's holder, a person themselves,
  // somebody of their site, the worker in one of their sites. Who has said nothing yet stays on the list or off it.
  `create function keep_member_lists(person uuid, purposes text[]) returns void language plpgsql ${asOwner} as $$
    declare
      link uuid := nullif(current_setting('app.link_id', true), '');
      reader uuid := nullif(current_setting('app.user_id', true), '');
      place uuid := nullif(current_setting('app.site_id', true), '');
      may boolean;
    begin
      if link is not null or current_setting('role') = 'link_rt' then
        may := exists (select from link_person() l where l.person_id = person);
      else
        may := person = reader or exists (
          select from (select m.site_id from member m where m.id = person
            union select s.site_id from membership s where s.account_id = person) theirs
          where theirs.site_id = place or theirs.site_id in (select mine.site_id from membership mine where mine.account_id = reader));
      end if;
      if may is not true then
        raise insufficient_privilege using message = 'permission denied: the wishes of another';
      end if;
      update member set wants_messages = exists (select from message_consent c
          where c.person_id = person and c.channel = 'any' and c.purpose = any(purposes) and c.wants)
        where person in (id, account_id) and left_on is null
          and exists (select from message_consent c where c.person_id = person and c.channel = 'any' and c.purpose = any(purposes));
    end $$`,
  `revoke all on function persons_at(bytea), keep_member_lists(uuid, text[]) from public`,
  `grant execute on function keep_member_lists(uuid, text[]) to app_rt, worker_rt, link_rt`,
  `grant execute on function persons_at(bytea) to worker_rt`,
];

export class WhatPeopleWish1763900000029 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('What people said about their messages would be lost: restore a backup instead.');
  }
}
