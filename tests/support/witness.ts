import type { Stage } from './stage.js';

/**
 * A second book beside the product's own, without any unique constraint: which events each move of a cursor covered,
 * written in the same transaction as the move. A doubled or forgotten event shows as a number other than one.
 */
const statements = [
  `create table witness (reactor text not null, stream_id uuid not null, after_seq bigint not null, up_to_seq bigint not null)`,
  `create index ix_witness on witness (stream_id, reactor)`,
  `create function witness_move() returns trigger language plpgsql security definer set search_path = public as $$
   declare before bigint := 0;
   begin
     if tg_op = 'UPDATE' then before := old.last_seq; end if;
     if new.last_seq <> before then
       insert into witness values (new.reactor, new.stream_id, before, new.last_seq);
     end if;
     return null;
   end $$`,
  `create trigger witness_move after insert or update on reactor_cursor for each row execute function witness_move()`,
];

export async function watchCursors(stage: Stage): Promise<void> {
  for (const statement of statements) await stage.query(statement);
}
