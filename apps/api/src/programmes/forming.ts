import type { ProgrammeView } from '@followon/shared/contract/programmes';
import { CHOSE_EACH_OTHER } from '@followon/shared/db/handovers/group-of';
import { Injectable } from '@nestjs/common';
import { Access } from '../auth/access.js';
import type { Standing } from '../auth/standing.js';
import { Standings } from '../auth/standing.js';
import { Work } from '../work/work.js';

/** How far the group of a programme has got. Which ways make one: see the routes. */
const FORMING = `
  select h.group_id as "groupId", h.route in ('new', 'online', 'hybrid') or joint.agreed as "makesGroup",
    h.route = 'merge' and h.with_programme_id is not null and not joint.agreed and h.group_id is null as "waitsForPartner",
    (select count(*)::int from group_role r where r.group_id = h.group_id and r.kind = 'contact' and r.until_on is null) as contacts,
    (select min(m.held_on) from meeting m where m.group_id = h.group_id and m.outcome in ('planned', 'held')) as "firstOn"
  from handover h
    left join lateral (select exists (select from handover k where ${CHOSE_EACH_OTHER}) as agreed) joint on true
  where h.programme_id = $1 and h.route <> 'join' and h.state in ('open', 'signed-off', 'accepted')`;

interface FormingRow {
  readonly groupId: string | null;
  readonly makesGroup: boolean;
  readonly waitsForPartner: boolean;
  readonly contacts: number;
  readonly firstOn: string | null;
}

/** What is still to do until a programme has a group that stands on its own feet, and who may do it. */
@Injectable()
export class Forming {
  constructor(
    private readonly work: Work,
    private readonly access: Access,
    private readonly standings: Standings,
  ) {}

  /** Null while there is nothing of it to do: no handover is open, or its people join a group or want none. */
  async of(programmeId: string, standing: Standing): Promise<NonNullable<ProgrammeView['forming']> | null> {
    const [row]: FormingRow[] = await this.work.manager.query(FORMING, [programmeId]);
    if (!row) return null;
    const { groupId, makesGroup, waitsForPartner, contacts, firstOn } = row;
    const start = groupId ? await this.standings.ofStart(groupId) : undefined;
    return {
      mayForm: groupId === null && makesGroup && this.access.may('form-group', standing),
      mayStart: start !== undefined && this.access.may('start-group', start),
      ...{ waitsForPartner, contacts, firstOn },
    };
  }
}
