import type { GroupQuery, GroupSummary, GroupView } from '@followon/shared/contract/groups';
import type { GroupHealthView } from '@followon/shared/contract/health';
import type { Page } from '@followon/shared/contract/page';
import { loadGroupHistory } from '@followon/shared/db/groups/group-history';
import type { Action } from '@followon/shared/rules/access/actions';
import type { Expected } from '@followon/shared/rules/health/facts';
import { replayMeetings } from '@followon/shared/rules/health/replay';
import { Injectable } from '@nestjs/common';
import { Access } from '../auth/access.js';
import type { Standing } from '../auth/standing.js';
import { standingOf, Standings } from '../auth/standing.js';
import { pageOfRows } from '../http/cursor.js';
import { notFound } from '../http/problem.js';
import { Work } from '../work/work.js';
import type { GroupRow } from './group-queries.js';
import { GroupQueries, positionOf } from './group-queries.js';
import type { LevelChangeRow } from './health-view.js';
import { groupHealthView } from './health-view.js';
import { groupSummary, groupView } from './group-views.js';

const SLOTS_IN_LISTS = 12;
/** A year of weekly meetings and a few weeks more. */
const SLOTS_OF_ONE = 60;
/** Latest steps of a level that are told; older ones stay in the ledger. */
const MOST_CHANGES = 200;

const HISTORY = `select changed_on as "on", at, from_level as "from", to_level as "to", reasons, event_id as "eventId",
    parameter_version as "parameterVersion"
  from group_level_change where group_id = $1 order by changed_on desc, id desc limit ${MOST_CHANGES}`;

const mayStartAgain = ({ state }: GroupRow): boolean => ['resting', 'closed', 'closed-well'].includes(state);
const hasEnded = ({ state }: GroupRow): boolean => ['closed', 'closed-well', 'merged'].includes(state);

/** What each reader may see of groups and how they are doing. */
@Injectable()
export class GroupReader {
  constructor(
    private readonly work: Work,
    private readonly access: Access,
    private readonly groups: GroupQueries,
    private readonly standings: Standings,
  ) {}

  async list(query: GroupQuery): Promise<Page<GroupSummary>> {
    const rows = await this.groups.list(query, SLOTS_IN_LISTS);
    const view = (row: GroupRow) =>
      groupSummary(row, {
        figures: this.access.figures('see-groups', standingOf(row)),
        slots: SLOTS_IN_LISTS,
      });
    return pageOfRows(rows, { limit: query.limit, position: positionOf(query), view });
  }

  /** @throws Refusal 404 */
  async one(id: string): Promise<GroupView> {
    const row = await this.groups.one(id, SLOTS_IN_LISTS);
    if (!row) throw notFound();
    const standing = await this.readingOf(row);
    this.access.require('see-group', standing);
    const figures = this.access.figures('see-group', standing);
    const view = groupView(row, { figures, slots: SLOTS_IN_LISTS, may: this.mayOf(row) });
    return this.access.may('see-group', standingOf(row)) ? view : { ...view, lookingBack: true };
  }

  /** For whoever has just formed it, also where it is not theirs to see afterwards: it holds what they said. */
  async formed(id: string, standing: Standing): Promise<GroupView> {
    const row = await this.groups.one(id, SLOTS_IN_LISTS);
    if (!row) throw notFound();
    const figures = this.access.figures('form-group', standing);
    return groupView(row, { figures, slots: SLOTS_IN_LISTS, may: this.mayOf(row) });
  }

  /** @throws Refusal 404 */
  async health(id: string): Promise<GroupHealthView> {
    const row = await this.groups.one(id, SLOTS_OF_ONE);
    if (!row) throw notFound();
    const standing = await this.readingOf(row);
    this.access.require('see-group-health', standing);
    const changes: LevelChangeRow[] = await this.work.manager.query(HISTORY, [id]);
    const figures = this.access.figures('see-group-health', standing);
    return groupHealthView(row, {
      ...{ figures, slots: SLOTS_OF_ONE, history: changes.reverse() },
      expectedAt: figures === 'whole' ? await this.expectedAt(id) : new Map(),
      successorGroupId: await this.successorOf(row),
    });
  }

  /**
   * What could be expected at each meeting, from those before it. The engine reads who came; what leaves is how many, and
   * only for readers of head counts.
   */
  private async expectedAt(id: string): Promise<ReadonlyMap<string, Expected>> {
    const history = await loadGroupHistory(this.work.manager, id);
    const readings = history ? replayMeetings(history) : [];
    return new Map(
      readings.flatMap(({ meetingId, expected }) => (expected ? [[meetingId, expected] as const] : [])),
    );
  }

  /** The group that carries this one on, for readers who may see that one too. */
  private async successorOf({ successorId }: GroupRow): Promise<string | null> {
    if (successorId === null) return null;
    const successor = await this.groups.one(successorId, 1);
    return successor && this.access.may('see-group', standingOf(successor)) ? successorId : null;
  }

  /** The past of a group that went on in another one is open to the people of that one too. */
  private async readingOf(row: GroupRow): Promise<Standing> {
    return row.state === 'merged' ? this.standings.ofGroupAfter(row.id) : standingOf(row);
  }

  private mayOf(row: GroupRow): GroupView['may'] {
    const standing = standingOf(row);
    const may = (action: Action): boolean => this.access.may(action, standing);
    const mayNow = (action: Action): boolean => !hasEnded(row) && may(action);
    return {
      record: mayNow('record-register'),
      correct: mayNow('correct-register'),
      plan: mayNow('plan-meeting'),
      rest: mayNow('rest-group'),
      close: mayNow('close-group'),
      seeMembers: may('see-members'),
      switchMessages: mayNow('switch-messages'),
      report: mayNow('report-of-group'),
      merge: mayNow('merge-groups'),
      restart: mayStartAgain(row) && may('restart-group'),
    };
  }
}
