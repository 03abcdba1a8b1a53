import type {
  CloseGroup,
  GroupPatch,
  GroupView,
  NewGroup,
  RestGroup,
} from '@followon/shared/contract/groups';
import type { FollowOnGroup } from '@followon/shared/db/groups/group.entity';
import type { Action } from '@followon/shared/rules/access/actions';
import { Injectable } from '@nestjs/common';
import { Audit } from '../audit/audit.js';
import { Access } from '../auth/access.js';
import type { Standing } from '../auth/standing.js';
import { Standings } from '../auth/standing.js';
import { checkVersion } from '../http/etag.js';
import { conflict, invalid } from '../http/problem.js';
import { Work } from '../work/work.js';
import { GroupReader } from './group-reader.js';
import { GroupWrites } from './group-writes.js';

type OwnAffair = Extract<Action, 'rest-group' | 'close-group'>;

/** What happens to a group as a whole: it forms, changes its name or rhythm, takes a break, comes back, ends. */
@Injectable()
export class GroupsService {
  constructor(
    private readonly work: Work,
    private readonly access: Access,
    private readonly standings: Standings,
    private readonly audit: Audit,
    private readonly reader: GroupReader,
    private readonly writes: GroupWrites,
  ) {}

  /** @throws Refusal 404 for a foreign site or programme; 409 when the name is taken; 400 for a day to come. */
  async create(body: NewGroup): Promise<GroupView> {
    const { siteId, programmeId = null, formedOn = null } = body;
    this.access.require('form-group', { siteId, own: false });
    if (formedOn !== null && formedOn > this.writes.today())
      throw invalid(
        'formedOn',
        'This day is still to come. Choose today or an earlier day, or leave it out.',
      );
    const groupId = await this.writes.create(body);
    const formed = { name: 'group.formed.v1', payload: { groupId, programmeId, formedOn } } as const;
    await this.work.append({ ...formed, streamId: groupId, siteId });
    await this.audit.record({ what: 'group.formed', siteId, subject: groupId });
    return this.reader.one(groupId);
  }

  /** @throws Refusal 404, 428, 412; 409 when the name is taken. */
  async change(id: string, patch: GroupPatch, version: number | undefined): Promise<GroupView> {
    this.requireFor(patch, await this.standings.ofGroup(id));
    const group = await this.writes.locked(id);
    checkVersion(group.version, version);
    await this.writes.change(group, patch);
    const { siteId } = group;
    await this.work.append({ name: 'group.changed.v1', streamId: id, siteId, payload: { groupId: id } });
    return this.done(group, whatChanged(patch));
  }

  /**
   * A break from today. `until` is the first day back.
   * @throws Refusal 404; 400 without the reason that is asked of an administrator; 409 when it rests or has ended.
   */
  async rest(id: string, { reason, ...body }: RestGroup): Promise<GroupView> {
    const group = await this.enter(id, { action: 'rest-group', reason });
    const until = body.until ?? null;
    const from = this.writes.today();
    if (group.state === 'resting') throw conflict('group.resting', 'This group is taking a break already.');
    if (until !== null && until <= from)
      throw invalid('until', 'This is the first day back. Choose a day after today.');
    await this.writes.startRest(group, { from, until });
    await this.writes.change(group, { state: 'resting', restingUntil: until });
    await this.work.append({
      ...{ name: 'group.rested.v1', streamId: id, siteId: group.siteId },
      payload: { groupId: id, from, until },
    });
    return this.done(group, `group.rested${suffix(reason)}`);
  }

  /** @throws Refusal 404; 409 when it is not taking a break. */
  async resume(id: string): Promise<GroupView> {
    const group = await this.enter(id, { action: 'rest-group', reason: 'none-needed' });
    if (group.state !== 'resting') throw conflict('group.not-resting', 'This group is not taking a break.');
    await this.writes.endRest(id);
    const state = (await this.writes.hasMet(id)) ? 'meeting' : 'forming';
    await this.writes.change(group, { state, restingUntil: null });
    await this.work.append({
      ...{ name: 'group.resumed.v1', streamId: id, siteId: group.siteId },
      payload: { groupId: id, on: this.writes.today() },
    });
    return this.done(group, 'group.resumed');
  }

  /** @throws Refusal 404; 400 without the reason that is asked of an administrator; 409 when it has ended. */
  async close(id: string, { how, reason }: CloseGroup): Promise<GroupView> {
    const group = await this.enter(id, { action: 'close-group', reason });
    const on = this.writes.today();
    if (group.state === 'resting') await this.writes.endRest(id);
    await this.writes.change(group, { state: how, closedOn: on, restingUntil: null });
    await this.work.append({
      ...{ name: 'group.closed.v1', streamId: id, siteId: group.siteId },
      payload: { groupId: id, on, how },
    });
    return this.done(group, `group.${how}${suffix(reason)}`);
  }

  /** Silencing a group's messages is its own people's right; the rest of a patch is another one. */
  private requireFor({ messagesOff, ...rest }: GroupPatch, standing: Standing): void {
    if (messagesOff !== undefined) this.access.require('switch-messages', standing);
    if (messagesOff === undefined || Object.keys(rest).length > 0)
      this.access.require('write-group', standing);
  }

  private async enter(id: string, { action, reason }: { action: OwnAffair; reason: string | undefined }) {
    const standing = await this.standings.ofGroup(id);
    this.access.require(action, standing);
    if (reason === undefined && this.access.needsReason(action, standing))
      throw invalid('reason', 'Say why you do this for the group. Choose one of the listed reasons.');
    const group = await this.writes.locked(id);
    if (!['closed', 'closed-well', 'merged'].includes(group.state)) return group;
    throw conflict('group.closed', 'This group has ended.', {
      detail: 'Nothing more can be changed here. Form a new group if people want to meet again.',
    });
  }

  private async done({ id, siteId }: FollowOnGroup, what: string): Promise<GroupView> {
    await this.audit.record({ what, siteId, subject: id });
    return this.reader.one(id);
  }
}

/** Whether people are reached is worth its own word in the audit log. */
const whatChanged = ({ messagesOff }: GroupPatch): string =>
  messagesOff === undefined ? 'group.changed' : `group.messages-${messagesOff ? 'off' : 'on'}`;

const suffix = (reason: string | undefined): string => (reason ? `.${reason}` : '');
