import type { MigrationInterface, QueryRunner } from 'typeorm';
import { asOwner } from './walls.js';

const statements = [
  // Lists ask, for every group they show, which dates are still to come and which have passed without a register.
  `create index ix_meeting_planned on meeting (group_id, held_on) where outcome = 'planned'`,
  // Two lines of one file for one group and date: the second is refused, however far apart they stand.
  `create unique index uq_import_line_meeting on import_line (import_id, site_id, group_name, held_on)`,
  // Lines for a site that the file itself names for the first time are staged before that site exists.
  `alter table import_line drop constraint import_line_site_id_fkey`,
  `create function found_site(site_name text, with_id uuid) returns uuid language plpgsql ${asOwner} as $$
    declare founder uuid := nullif(current_setting('app.user_id', true), '')::uuid;
    begin
      if not exists (select 1 from membership where account_id = founder and role = 'network-admin') then
        raise exception 'only a network administrator may found a site' using errcode = '42501';
      end if;
      insert into site (id, name) values (with_id, site_name);
      insert into membership (account_id, site_id, role) select founder, with_id, 'site-admin'
        union all select distinct m.account_id, with_id, 'network-admin' from membership m where m.role = 'network-admin';
      return with_id;
    end $$`,
  // Memberships of others are behind the wall; whether somebody may be given a group's role is one yes or no.
  `create function holds_role_at(other uuid, at_site uuid, wanted text) returns boolean language sql stable ${asOwner} as $$
    select exists (select 1 from membership mine where mine.account_id = nullif(current_setting('app.user_id', true), '')::uuid and mine.site_id = at_site)
      and exists (select 1 from membership theirs join account a on a.id = theirs.account_id
        where theirs.account_id = other and theirs.site_id = at_site and theirs.role = wanted and a.disabled_at is null) $$`,
  `revoke all on function found_site(text, uuid), holds_role_at(uuid, uuid, text) from public`,
  `grant execute on function found_site(text, uuid), holds_role_at(uuid, uuid, text) to app_rt`,
];

export class ReadingAndImport1763900000010 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('The first migrations are not undone: restore a backup or start from an empty database.');
  }
}
