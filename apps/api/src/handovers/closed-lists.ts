import { Injectable } from '@nestjs/common';
import { Work } from '../work/work.js';

const GO_ON = `
  update handover set version = version + 1, state = case when kind <> 'programme' then 'open'
    when accepted_at is not null then 'accepted' when signed_off_at is not null then 'signed-off' else 'open' end
  where id = $1 and state = 'closed'`;

/** A list closes by itself with its last tick; taking that tick back takes the end back too. */
@Injectable()
export class ClosedLists {
  constructor(private readonly work: Work) {}

  async goOn(handoverId: string): Promise<void> {
    await this.work.manager.query(GO_ON, [handoverId]);
  }
}
