import type { KindnessView } from '@followon/shared/contract/kindness';
import { addDays } from '@followon/shared/rules/calendar/civil-date';
import { londonDate } from '@followon/shared/rules/calendar/london';
import { hasEnded } from '@followon/shared/rules/group/merge';
import { flareKindness } from '@followon/shared/rules/nudge/nudges/flare-kindness';
import { Injectable } from '@nestjs/common';
import { Audit } from '../../audit/audit.js';
import { Access } from '../../auth/access.js';
import { Standings } from '../../auth/standing.js';
import { conflict } from '../../http/problem.js';
import { Work } from '../../work/work.js';
import { GroupWrites } from '../group-writes.js';

const LATELY = `
  select payload ->> 'on' as "on" from event where stream_id = $1 and name = 'kindness.asked.v1' and (payload ->> 'on')::date > $2::date
  order by seq desc limit 1`;

/** A kind word about hard days, for a whole group: nobody says for whom, and nobody is told who asked. */
@Injectable()
export class KindnessService {
  constructor(
    private readonly work: Work,
    private readonly access: Access,
    private readonly standings: Standings,
    private readonly audit: Audit,
    private readonly writes: GroupWrites,
  ) {}

  /**
   * Pressed again within a fortnight it changes nothing, and says when it was asked for.
   * @throws Refusal 404; 409 when the group has ended.
   */
  async ask(groupId: string): Promise<KindnessView> {
    const standing = await this.standings.ofGroup(groupId);
    this.access.require('write-group', standing);
    const { siteId } = standing;
    if (hasEnded((await this.writes.locked(groupId)).state))
      throw conflict('group.closed', 'This group has ended.', {
        detail: 'Nothing more can be changed here. Form a new group if people want to meet again.',
      });
    const today = londonDate(this.work.now());
    const since = addDays(today, -flareKindness.onceInDays);
    const [asked]: { on: string }[] = await this.work.manager.query(LATELY, [groupId, since]);
    if (asked) return { on: asked.on, isNew: false };
    await this.work.append({
      ...{ name: 'kindness.asked.v1', streamId: groupId, siteId, payload: { groupId, on: today } },
    });
    await this.audit.record({ what: 'group.kindness-asked', siteId, subject: groupId });
    return { on: today, isNew: true };
  }
}
